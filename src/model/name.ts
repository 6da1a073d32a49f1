/**
 * · U+00B7 in the names of Uyghurs, Kazakhs and others is typed in as many ways as there are keyboards. A class of characters for
 * a pattern.
 */
export const NAME_DOT = '[·•‧・･∙⋅．.。]';
/** What may stand between the characters of a name that is set apart (`张　三`), seen or unseen, on one line. */
export const NAME_GAP = '[\\t \\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u202f\\u205f\\u2060\\u3000\\ufeff]';

const DOTS = new RegExp(NAME_DOT, 'g');
const GAPS = new RegExp(`${NAME_GAP}|\\s`, 'g');

/**
 * A name by which people are compared: all kinds of dots are one, and neither spaces nor the width of letters count. For
 * comparison only: what is shown is what was written.
 */
export const foldName = (name: string): string =>
  PLAIN.test(name) ? name : name.replace(DOTS, '·').normalize('NFKC').replace(GAPS, '').replace(DOTS, '·');

/** Nearly all names are Han characters and nothing else. */
const PLAIN = /^[\u4e00-\u9fff]+$/;

/**
 * The parts by which somebody with a name like 阿依古丽·买买提 is called: what stands before the first dot, two characters or more, and
 * what stands behind a dot where it is long enough to be nothing else. Of a name in letters none, since they are parts of words.
 *
 * @param name with one kind of dot, and no gaps
 */
export function partsOfName(name: string): string[] {
  const parts = name.split('·');
  if (parts.length < 2) return [];
  return parts.filter((part, index) => HAN.test(part) && part.length >= (index === 0 ? 2 : 3));
}

const HAN = /^\p{Script=Han}+$/u;
