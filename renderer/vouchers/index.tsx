// The place 领物券: the batches with their figures, one batch with its vouchers and papers, issuing a new one.
import { Route, Routes } from 'react-router';
import { BatchList } from './batch-list.tsx';
import { BatchPage } from './batch-page.tsx';
import { NewBatch } from './new-batch.tsx';
import './vouchers.css';

const Vouchers = () => (
  <Routes>
    <Route index element={<BatchList />} />
    <Route path="new" element={<NewBatch />} />
    <Route path=":batchId" element={<BatchPage />} />
  </Routes>
);
export default Vouchers;
