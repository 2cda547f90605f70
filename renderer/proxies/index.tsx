// The section 代领: standing proxies, institutions with their residents, who collected in a month.
import { Route, Routes } from 'react-router';
import { AddProxy } from './add-proxy.tsx';
import { Collections } from './collections.tsx';
import { AddInstitution, ChangeInstitution } from './institution-form.tsx';
import { InstitutionList } from './institution-list.tsx';
import { Roster } from './roster.tsx';
import { StandingList } from './standing-list.tsx';

const Proxies = () => (
  <Routes>
    <Route index element={<StandingList />} />
    <Route path="add" element={<AddProxy />} />
    <Route path="month" element={<Collections />} />
    <Route path="homes" element={<InstitutionList />} />
    <Route path="homes/add" element={<AddInstitution />} />
    <Route path="homes/:institutionId" element={<Roster />} />
    <Route path="homes/:institutionId/change" element={<ChangeInstitution />} />
  </Routes>
);
export default Proxies;
