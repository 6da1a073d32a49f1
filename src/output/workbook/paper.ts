import type { Sheet } from './model.ts';

/** What the width of a page of A4 holds at nine points of the usual eleven, in characters. */
export const ROOM = { portrait: 86, landscape: 130 } as const;

/** A little smaller type is better than another page. */
const SLACK = 0.1;

/** On how many pages beside each other a sheet is printed, so that its type is never smaller than about nine points. */
export function pagesAcross({ columns, printArea, landscape }: Sheet): number {
  const last = /:([A-Z]+)\d+$/.exec(printArea ?? '')?.[1];
  const printed = last === undefined ? columns : columns.slice(0, columnNumber(last));
  const room = ROOM[landscape ? 'landscape' : 'portrait'];
  return Math.max(1, Math.ceil(printed.reduce((sum, width) => sum + width, 0) / room - SLACK));
}

/** `A` is 1, `AA` is 27. */
const columnNumber = (name: string): number =>
  [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
