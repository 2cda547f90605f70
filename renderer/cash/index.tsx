// The section 资金账: one source's day book of a month, what every source has, entering grants and openings.
import { Route, Routes } from 'react-router';
import { Fund } from './fund.tsx';
import { MoneyBook } from './money-book.tsx';

const Cash = () => (
  <Routes>
    <Route index element={<MoneyBook />} />
    <Route path="fund" element={<Fund />} />
  </Routes>
);
export default Cash;
