/** A stretch of text that is read in one direction. */
export interface Stretch {
  text: string;
  /** from the right to the left: Uyghur, Kazakh and others that are written in Arabic letters */
  isRightToLeft: boolean;
}

/** Letters of Hebrew, Arabic and their neighbours with all their forms, which the Unicode standard keeps together. */
const LETTER = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc';

/**
 * A name and what may stand within one. A comma between two names is not part of either: it would turn their order round in
 * a Chinese list.
 */
const NAME = new RegExp(`[${LETTER}](?:[${LETTER} ·.'’-]*[${LETTER}])?`, 'gu');

/** A text as stretches of one direction each. Chinese and Latin text is one stretch. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  const add = (part: string, isRightToLeft: boolean) =>
    part !== '' && stretches.push({ text: part, isRightToLeft });
  for (const match of text.matchAll(NAME)) {
    add(text.slice(end, match.index), false);
    add(match[0], true);
    end = match.index + match[0].length;
  }
  add(text.slice(end), false);
  return stretches;
}

/** Whether all of a text that has a direction is read from the right: a paragraph of it begins there. */
export const isRightToLeft = (text: string): boolean => {
  const stretches = stretchesOf(text);
  return (
    stretches.some(each => each.isRightToLeft) &&
    stretches.every(each => each.isRightToLeft || !/\p{L}/u.test(each.text))
  );
};
