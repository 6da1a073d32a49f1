/**
 * `work`, but what it gave for a key is kept for the next time: a county's rosters have few thousand different dates, and
 * every rule asks for them again. At most `most` answers are kept, then all are forgotten: nothing grows for ever.
 */
export function memoize<K, V>(
  most: number,
  work: (key: K) => V,
  keyToKeep = (key: K, _value: V): K => key,
): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as V;
    const value = work(key);
    if (known.size >= most) known.clear();
    known.set(keyToKeep(key, value), value);
    return value;
  };
}

/** Made when it is first asked for: what few runs need must not lengthen the start of all. `make` must not give undefined. */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Of a text that is cut from a file V8 keeps the file, unless the text is shorter than this: then it is a copy. */
const CUT = 13;

/** The same text as a copy of its own: what is kept must not keep the file that it was cut from. */
export const apart = (text: string): string =>
  text.length < CUT ? text : (JSON.parse(JSON.stringify(text)) as string);

/**
 * Works something out once for what was asked about last. Rules look at one plan after another, so the last one is enough;
 * a WeakMap would keep every plan of a batch in memory until the next full collection of garbage.
 */
export function memoizeLast<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return key => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
