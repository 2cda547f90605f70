// The section privacy.
const Privacy = () => null;
export default Privacy;
