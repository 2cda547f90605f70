// The section 年审: who is due for review, renewal of many at once, and sweeps of those who no longer qualify.
import { Route, Routes } from 'react-router';
import { ReviewList } from './review-list.tsx';
import { Sweep } from './sweep.tsx';

const Reviews = () => (
  <Routes>
    <Route index element={<ReviewList />} />
    <Route path="sweep" element={<Sweep />} />
  </Routes>
);
export default Reviews;
