// The section 批次: the list of lots, and one lot with where it came from and who got it.
import { Route, Routes } from 'react-router';
import { LotList } from './lot-list.tsx';
import { LotPage } from './lot-page.tsx';

export const Lots = () => (
  <Routes>
    <Route index element={<LotList />} />
    <Route path=":lotId" element={<LotPage />} />
  </Routes>
);
