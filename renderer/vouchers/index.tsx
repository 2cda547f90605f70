// The place 领物券: the batches with their figures, one batch with its vouchers and papers, issuing a new one;
// its other sections are read when they are entered.
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { SectionFrame, usePlaceBase } from '../app/section-frame.tsx';
import { BatchList } from './batch-list.tsx';
import { BatchPage } from './batch-page.tsx';
import { NewBatch } from './new-batch.tsx';
import './vouchers.css';

const Packages = lazy(() => import('./packages.tsx'));
const Limits = lazy(() => import('../limits/index.tsx'));

const Vouchers = () => {
  const base = usePlaceBase();
  return (
    <Routes>
      <Route element={<SectionFrame place="vouchers" base={base} />}>
        <Route index element={<BatchList />} />
        <Route path="new" element={<NewBatch />} />
        <Route path="packages/*" element={<Packages />} />
        <Route path="limits/*" element={<Limits />} />
        <Route path=":batchId" element={<BatchPage />} />
      </Route>
    </Routes>
  );
};
export default Vouchers;
