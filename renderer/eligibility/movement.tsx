// The section movement.
const Movement = () => null;
export default Movement;
