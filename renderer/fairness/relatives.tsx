// The section 近亲属备案: who of the staff is related to which household, filing one, the report.
import { Route, Routes } from 'react-router';
import { FileRelative } from './relatives/file-relative.tsx';
import { RelativeList } from './relatives/relative-list.tsx';
import { RelativesReport } from './relatives/report.tsx';

const Relatives = () => (
  <Routes>
    <Route index element={<RelativeList />} />
    <Route path="file" element={<FileRelative />} />
    <Route path="report" element={<RelativesReport />} />
  </Routes>
);
export default Relatives;
