// Styles are read by the bundler; to TypeScript they are nothing.
declare module '*.css';
