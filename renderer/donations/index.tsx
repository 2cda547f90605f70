// The place 捐赠: the list of gifts, one gift with its receipt, recording, writing anew and importing; its other sections are read when they
// are entered.
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { SectionFrame, usePlaceBase } from '../app/section-frame.tsx';
import { DonationList } from './donation-list.tsx';
import { ImportDonations } from './import-donations.tsx';
import { ReadGift } from './read-gift.tsx';
import { RecordGift } from './record-gift.tsx';
import { WriteAnew } from './write-anew.tsx';

const Donors = lazy(() => import('../donors/index.tsx'));
const Register = lazy(() => import('./register.tsx'));
const Cash = lazy(() => import('../cash/index.tsx'));

const Donations = () => {
  const base = usePlaceBase();
  return (
    <Routes>
      <Route element={<SectionFrame place="donations" base={base} />}>
        <Route index element={<DonationList />} />
        <Route path="record" element={<RecordGift />} />
        <Route path="import" element={<ImportDonations />} />
        <Route path=":donationId" element={<ReadGift />} />
        <Route path=":donationId/anew" element={<WriteAnew />} />
        <Route path="donors/*" element={<Donors />} />
        <Route path="register/*" element={<Register />} />
        <Route path="cash/*" element={<Cash />} />
      </Route>
    </Routes>
  );
};
export default Donations;
