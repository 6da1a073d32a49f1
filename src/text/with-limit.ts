/** A sentence with the limit that it speaks of, where it says `{limit}`. */
export const withLimit = (sentence: string, limit: number | string | undefined): string =>
  sentence.replace('{limit}', String(limit));
