/**
 * Three-valued logic (Kleene): undefined is "not known". A person without a birth date is neither "35 or under" nor
 * "not 35 or under"; both are undefined, and neither is counted.
 */
export type Truth = boolean | undefined;

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** True if any is true; else unknown if any is unknown. */
export function some(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}

/** False if any is false; else unknown if any is unknown. */
export function every(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}
