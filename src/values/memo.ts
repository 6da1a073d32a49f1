/**
 * Keeps what `work` gives for a key: a county's rosters have a few thousand different dates, and every rule asks for them again.
 * When `most` answers are kept all are dropped, so a long run needs no more memory than a short one.
 */
export function memoize<K, V>(most: number, work: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return key => {
    const answer = answers.get(key);
    if (answer !== undefined || answers.has(key)) return answer as V;
    const value = work(key);
    if (answers.size >= most) answers.clear();
    answers.set(key, value);
    return value;
  };
}

/** Makes a value when it is first asked for, so that runs that never ask start sooner. `make` must not give undefined. */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Keeps what `make` gives for the last key. Rules look at one plan after another, so one answer is enough; a WeakMap would keep
 * every plan of a batch until the next full garbage collection.
 */
export function memoizeLast<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return key => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
