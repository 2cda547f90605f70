// The place 捐赠: the list of gifts, one gift with its receipt, recording a gift, importing the register.
import { Route, Routes } from 'react-router';
import { DonationList } from './donation-list.tsx';
import { ImportDonations } from './import-donations.tsx';
import { ReadGift } from './read-gift.tsx';
import { RecordGift } from './record-gift.tsx';

const Donations = () => (
  <Routes>
    <Route index element={<DonationList />} />
    <Route path="record" element={<RecordGift />} />
    <Route path="import" element={<ImportDonations />} />
    <Route path=":donationId" element={<ReadGift />} />
  </Routes>
);
export default Donations;
