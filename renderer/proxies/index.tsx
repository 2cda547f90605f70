// The section institutions.
const Proxies = () => null;
export default Proxies;
