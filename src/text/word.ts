/** The word for a key that comes from data (a system's error code, a rule's group); undefined where there is none. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;
