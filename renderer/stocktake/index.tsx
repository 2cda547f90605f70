// The section 盘点: the stocktakes, a new one, one being counted or reviewed.
import { Route, Routes } from 'react-router';
import { OpenStocktake } from './open-stocktake.tsx';
import { StocktakeList } from './stocktake-list.tsx';
import { StocktakePage } from './stocktake-page.tsx';
import './stocktake.css';

const Stocktakes = () => (
  <Routes>
    <Route index element={<StocktakeList />} />
    <Route path="new" element={<OpenStocktake />} />
    <Route path=":stocktakeId" element={<StocktakePage />} />
  </Routes>
);
export default Stocktakes;
