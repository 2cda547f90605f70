// The section 报损: what waits for a second person first, one paper with its decision, proposing a new one.
import { Route, Routes } from 'react-router';
import { LossList } from './loss-list.tsx';
import { NewLoss } from './new-loss.tsx';
import { ReadLoss } from './read-loss.tsx';

const Losses = () => (
  <Routes>
    <Route index element={<LossList />} />
    <Route path="new" element={<NewLoss />} />
    <Route path=":lossId" element={<ReadLoss />} />
  </Routes>
);
export default Losses;
