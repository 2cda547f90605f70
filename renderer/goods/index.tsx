// The place 物资: the list of goods, one kind with its lots, adding a kind, importing a catalogue.
import { Route, Routes } from 'react-router';
import { AddGoods } from './add-goods.tsx';
import { GoodsList } from './goods-list.tsx';
import { ImportGoods } from './import-goods.tsx';
import { ItemLots } from './item-lots.tsx';

const Goods = () => (
  <Routes>
    <Route index element={<GoodsList />} />
    <Route path="add" element={<AddGoods />} />
    <Route path="import" element={<ImportGoods />} />
    <Route path=":itemId" element={<ItemLots />} />
  </Routes>
);
export default Goods;
