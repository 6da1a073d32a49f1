/**
 * `work`, but what it gave for a key is kept for the next time: a county's rosters have few thousand different dates, and
 * every rule asks for them again. At most `most` answers are kept, then all are forgotten: nothing grows for ever.
 */
export function remembering<K, V>(most: number, work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as V;
    const value = work(key);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}

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
