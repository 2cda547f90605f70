// The place 物资: the catalogue with one kind of goods, adding and importing; its other sections are read when they are entered.
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { SectionFrame, usePlaceBase } from '../app/section-frame.tsx';
import { AddGoods } from './add-goods.tsx';
import { ChangeGoods } from './change-goods.tsx';
import { GoodsList } from './goods-list.tsx';
import { ImportGoods } from './import-goods.tsx';
import { ItemLots } from './item-lots.tsx';

const stock = () => import('../stock/index.tsx');
const Lots = lazy(async () => ({ default: (await stock()).Lots }));
const Transfers = lazy(async () => ({ default: (await stock()).Transfers }));
const StockCard = lazy(async () => ({ default: (await stock()).StockCard }));
const Places = lazy(async () => ({ default: (await stock()).Places }));
const Stocktake = lazy(() => import('../stocktake/index.tsx'));
const Losses = lazy(() => import('../losses/index.tsx'));
const Purchases = lazy(() => import('../purchases/index.tsx'));
const Labels = lazy(() => import('./labels.tsx'));
const Rules = lazy(() => import('./rules.tsx'));

const Goods = () => {
  const base = usePlaceBase();
  return (
    <Routes>
      <Route element={<SectionFrame place="goods" base={base} />}>
        <Route index element={<GoodsList />} />
        <Route path="add" element={<AddGoods />} />
        <Route path="import" element={<ImportGoods />} />
        <Route path=":itemId" element={<ItemLots />} />
        <Route path=":itemId/change" element={<ChangeGoods />} />
        <Route path="lots/*" element={<Lots />} />
        <Route path="transfers/*" element={<Transfers />} />
        <Route path="stocktake/*" element={<Stocktake />} />
        <Route path="losses/*" element={<Losses />} />
        <Route path="purchases/*" element={<Purchases />} />
        <Route path="card/*" element={<StockCard />} />
        <Route path="labels/*" element={<Labels />} />
        <Route path="rules/*" element={<Rules />} />
        <Route path="places/*" element={<Places />} />
      </Route>
    </Routes>
  );
};
export default Goods;
