// The section reviews.
const Reviews = () => null;
export default Reviews;
