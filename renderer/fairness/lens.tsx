// The section lens.
const Lens = () => null;
export default Lens;
