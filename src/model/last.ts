/**
 * Works something out once for what was asked about last. Rules look at one plan after another, so the last one is enough;
 * a WeakMap would keep every plan of a batch in memory until the next full collection of garbage.
 */
export function forLast<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return key => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
