/**
 * `work`, but what it gave for a key is kept for the next time: a county's rosters have few thousand different dates, and
 * every rule asks for them again. At most `most` answers are kept, then all are forgotten: nothing grows for ever.
 */
export function remembering<K, V>(
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
export function lazily<Value extends object>(make: () => Value): () => Value {
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
  text.length < CUT ? text : Buffer.from(text, 'utf16le').toString('utf16le');

/** A text, and what was answered about it so far: each question has a place of its own. */
export interface KnownText {
  readonly text: string;
  readonly answers: unknown[];
}

/** Texts longer than this are not kept: what is kept takes some megabytes at most. */
const LONGEST_KEPT = 1000;
const MOST_KEPT = 1000;

const kept = remembering(
  MOST_KEPT,
  (text: string): KnownText => ({ text: apart(text), answers: [] }),
  (_, { text }) => text,
);

/**
 * The text with the answers that were given before: the townships of a county copy most of theirs from one another, and from
 * last year's. Looked up once for all that is asked of it.
 */
export const knownText = (text: string): KnownText =>
  text.length > LONGEST_KEPT ? { text, answers: [] } : kept(text);

let questions = 0;

/** `work` as a question that is answered once for each text that is known. */
export function ofTexts<V extends NonNullable<unknown>>(work: (text: string) => V): (known: KnownText) => V {
  const question = questions++;
  return ({ text, answers }) => {
    const before = answers[question] as V | undefined;
    if (before !== undefined) return before;
    const answer = work(text);
    answers[question] = answer;
    return answer;
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
