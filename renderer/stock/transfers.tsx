// The section 调拨: all transfers, a new one, one paper.
import { Route, Routes } from 'react-router';
import { NewTransfer } from './new-transfer.tsx';
import { ReadTransfer } from './read-transfer.tsx';
import { TransferList } from './transfer-list.tsx';

export const Transfers = () => (
  <Routes>
    <Route index element={<TransferList />} />
    <Route path="new" element={<NewTransfer />} />
    <Route path=":transferId" element={<ReadTransfer />} />
  </Routes>
);
