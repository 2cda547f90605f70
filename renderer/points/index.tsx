// The section 积分 of the place 领物券: for managers the volunteers, one of them, and goods for points; for everybody else one's own.
import { Route, Routes } from 'react-router';
import { useSession } from '../app/session.tsx';
import { ExchangePage } from './exchange-page.tsx';
import { OwnPoints } from './own-points.tsx';
import { VolunteerList } from './volunteer-list.tsx';
import { VolunteerPage } from './volunteer-page.tsx';

const Points = () => {
  const { may } = useSession();
  return may('points.manage') ? (
    <Routes>
      <Route index element={<VolunteerList />} />
      <Route path=":volunteerId" element={<VolunteerPage />} />
      <Route path=":volunteerId/exchange" element={<ExchangePage />} />
    </Routes>
  ) : (
    <OwnPoints />
  );
};
export default Points;
