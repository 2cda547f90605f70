// The section 举报: what was reported and how it ended.
import { Route, Routes } from 'react-router';
import { ComplaintList } from './complaints/complaint-list.tsx';
import { ComplaintPage } from './complaints/complaint-page.tsx';
import { RecordComplaint } from './complaints/record-complaint.tsx';
import { ComplaintRegister } from './complaints/register.tsx';

const Complaints = () => (
  <Routes>
    <Route index element={<ComplaintList />} />
    <Route path="record" element={<RecordComplaint />} />
    <Route path="register" element={<ComplaintRegister />} />
    <Route path=":complaintId" element={<ComplaintPage />} />
  </Routes>
);
export default Complaints;
