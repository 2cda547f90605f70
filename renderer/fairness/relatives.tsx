// The section relatives.
const Relatives = () => null;
export default Relatives;
