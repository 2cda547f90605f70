// The section checks.
const Checks = () => null;
export default Checks;
