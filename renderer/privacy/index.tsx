// The section 公示与隐私: lists on the wall, rosters taken out, notice and consent, files due for erasure, who looked at what, and how much
// of each kind of data is seen where.
import { Route, Routes } from 'react-router';
import { ConsentHousehold } from './consent-household.tsx';
import { ConsentList } from './consent-list.tsx';
import { Due } from './due.tsx';
import { ExportRoster } from './export-roster.tsx';
import { FieldClasses } from './field-classes.tsx';
import { PublicList } from './public-list.tsx';
import { Records } from './records.tsx';
import { PrivacyFrame } from './tabs.tsx';

const Privacy = () => (
  <Routes>
    <Route element={<PrivacyFrame />}>
      <Route index element={<PublicList />} />
      <Route path="export" element={<ExportRoster />} />
      <Route path="consents" element={<ConsentList />} />
      <Route path="consents/:householdId" element={<ConsentHousehold />} />
      <Route path="due" element={<Due />} />
      <Route path="records" element={<Records />} />
      <Route path="fields" element={<FieldClasses />} />
    </Route>
  </Routes>
);
export default Privacy;
