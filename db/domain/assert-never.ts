// Closes a switch over a union: a case that was forgotten does not compile, and a value from outside the types is a bug.

/** Throws: reached only when a value escaped its type. The value itself is not put in the message (it may be personal). */
export function assertNever(value: never): never {
  throw new Error(`unreachable case of type ${typeof value}`);
}
