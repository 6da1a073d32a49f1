import { distance } from 'fastest-levenshtein';

/** The known word that was probably meant; empty when none is near enough (a third of the letters may differ). */
export function nearest(word: string, known: readonly string[]): string {
  let best = '';
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    // So many letters differ at least.
    if (Math.abs(word.length - candidate.length) >= least) continue;
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < least && far < candidate.length) {
      least = far;
      best = candidate;
    }
  }
  return best;
}
