// The section 抽查: samples drawn, their results, what is decided after them.
import { Route, Routes } from 'react-router';
import { CheckList } from './checks/check-list.tsx';
import { CheckPage } from './checks/check-page.tsx';
import { DrawCheck } from './checks/draw-check.tsx';

const Checks = () => (
  <Routes>
    <Route index element={<CheckList />} />
    <Route path="draw" element={<DrawCheck />} />
    <Route path=":checkId" element={<CheckPage />} />
  </Routes>
);
export default Checks;
