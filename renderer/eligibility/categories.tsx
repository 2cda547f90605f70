// The section categories.
const CategoryPages = () => null;
export default CategoryPages;
