// The place 困难家庭: the list of households (masked), one household, importing a roster.
import { Route, Routes } from 'react-router';
import { HouseholdList } from './household-list.tsx';
import { HouseholdPage } from './household-page.tsx';
import { ImportRoster } from './import-roster.tsx';

const People = () => (
  <Routes>
    <Route index element={<HouseholdList />} />
    <Route path="import" element={<ImportRoster />} />
    <Route path=":householdId" element={<HouseholdPage />} />
  </Routes>
);
export default People;
