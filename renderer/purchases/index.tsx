// The section 采购: the list by month and source with its total, recording one, one paper.
import { Route, Routes } from 'react-router';
import { PurchaseList } from './purchase-list.tsx';
import { ReadPurchase } from './read-purchase.tsx';
import { RecordPurchase } from './record-purchase.tsx';

const Purchases = () => (
  <Routes>
    <Route index element={<PurchaseList />} />
    <Route path="record" element={<RecordPurchase />} />
    <Route path=":purchaseId" element={<ReadPurchase />} />
  </Routes>
);
export default Purchases;
