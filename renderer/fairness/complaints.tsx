// The section complaints.
const Complaints = () => null;
export default Complaints;
