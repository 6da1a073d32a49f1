import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant: of which at most a third of the letters differ, or the Chinese name of which it is a part
 * (标题 of 计划标题, 入党申请 of 递交入党申请书). Empty when there is none.
 */
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
  return best === '' ? longerName(word, known) : best;
}

/** A name that ends with the word before one that begins with it, the shortest of them. */
function longerName(word: string, known: readonly string[]): string {
  if (word.length < 2 || !/^\p{Script=Han}+$/u.test(word)) return '';
  const holding = known.filter(name => name !== word && name.includes(word));
  const rank = (name: string) => (name.endsWith(word) ? 0 : name.startsWith(word) ? 1 : 2);
  holding.sort((a, b) => rank(a) - rank(b) || a.length - b.length);
  return holding[0] ?? '';
}
