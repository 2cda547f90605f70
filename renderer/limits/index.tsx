// The section 限领 of the place 领物券: the rules, making one, and who was allowed more in a month.
import { Route, Routes } from 'react-router';
import { LimitList } from './limit-list.tsx';
import { MakeLimit } from './make-limit.tsx';
import { Overrides } from './overrides.tsx';
import './limits.css';

const Limits = () => (
  <Routes>
    <Route index element={<LimitList />} />
    <Route path="add" element={<MakeLimit />} />
    <Route path="overrides" element={<Overrides />} />
  </Routes>
);
export default Limits;
