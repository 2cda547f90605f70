// The shape an English file must have: every key of the Chinese one, each with a text of its own.
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
