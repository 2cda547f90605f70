// The place 领物券: the batches with their figures, one batch with its vouchers and papers, issuing a new one;
// its other sections are read when they are entered.
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { SectionFrame, usePlaceBase } from '../app/section-frame.tsx';
import { BatchList } from './batch-list.tsx';
import { BatchPage } from './batch-page.tsx';
import { NewBatch } from './new-batch.tsx';
import { Outstanding } from './outstanding.tsx';
import { VoucherPage } from './voucher-page.tsx';
import './vouchers.css';

const Packages = lazy(() => import('./packages.tsx'));
const Cards = lazy(() => import('../cards/index.tsx'));
const Limits = lazy(() => import('../limits/index.tsx'));
const Deliveries = lazy(() => import('../delivery/index.tsx'));
const Shifts = lazy(() => import('../shift/index.tsx'));
const Points = lazy(() => import('../points/index.tsx'));

const Vouchers = () => {
  const base = usePlaceBase();
  return (
    <Routes>
      <Route element={<SectionFrame place="vouchers" base={base} />}>
        <Route index element={<BatchList />} />
        <Route path="new" element={<NewBatch />} />
        <Route path="packages/*" element={<Packages />} />
        <Route path="limits/*" element={<Limits />} />
        <Route path="deliveries" element={<Deliveries />} />
        <Route path="shifts" element={<Shifts />} />
        <Route path="points/*" element={<Points />} />
        <Route path="outstanding" element={<Outstanding />} />
        <Route path="voucher/:voucherId" element={<VoucherPage />} />
        <Route path="cards" element={<Cards />} />
        <Route path=":batchId" element={<BatchPage />} />
      </Route>
    </Routes>
  );
};
export default Vouchers;
