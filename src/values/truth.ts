/**
 * Three-valued logic (Kleene): undefined is "not known". A person without a birth date is neither "35 or under" nor
 * "not 35 or under"; both are undefined, and neither is counted.
 */
export type Truth = boolean | undefined;

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** True if it is of any; else unknown if it is unknown of any. Asks no further than it must. */
export function some<T>(items: readonly T[], truthOf: (item: T) => Truth): Truth {
  let result: Truth = false;
  for (const item of items) {
    const truth = truthOf(item);
    if (truth === true) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}

/** False if it is of any; else unknown if it is unknown of any. Asks no further than it must. */
export function every<T>(items: readonly T[], truthOf: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = truthOf(item);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}
