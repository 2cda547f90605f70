// The section 捐赠人: the list, one donor with what became of the gifts, doubles, letters.
import { Route, Routes } from 'react-router';
import { BulkLetters } from './bulk-letters.tsx';
import { ChangeDonor, NewDonor } from './donor-form.tsx';
import { DonorList } from './donor-list.tsx';
import { DonorPage } from './donor-page.tsx';
import { Duplicates } from './duplicates.tsx';

const Donors = () => (
  <Routes>
    <Route index element={<DonorList />} />
    <Route path="add" element={<NewDonor />} />
    <Route path="duplicates" element={<Duplicates />} />
    <Route path="letters" element={<BulkLetters />} />
    <Route path=":donorId" element={<DonorPage />} />
    <Route path=":donorId/change" element={<ChangeDonor />} />
  </Routes>
);
export default Donors;
