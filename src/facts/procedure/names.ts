import type { Person } from '../../model/plan.ts';

/** The names in a list of contacts or introducers. Those that could not be read are null: the others keep their numbers. */
export type Names = readonly (string | null)[];

/** What a list is that is not there. */
export const NOBODY: Names = [];

/** A name that cannot stand in a list: it stands there before (`repeated`), or it is the person's own (`self`). */
export interface WrongName {
  /** its number in the list, from 0 */
  index: number;
  name: string;
  why: 'repeated' | 'self';
}

export function countNames(list: Names): number {
  let count = 0;
  for (const name of list) if (name !== null) count++;
  return count;
}

/** The number in the list of the first name that is one too many; undefined where there are no more than `most`. */
export function indexBeyond(list: Names, most: number): number | undefined {
  let count = 0;
  for (let index = 0; index < list.length; index++) if (list[index] !== null && ++count > most) return index;
  return undefined;
}

/** The names that stand twice in a list, and the person's own. */
export function wrongNames({ name: own }: Person, list: Names): readonly WrongName[] {
  let wrong: WrongName[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const name = list[index]!;
    if (name === null) continue;
    const why = name === own ? 'self' : list.indexOf(name) < index ? 'repeated' : undefined;
    if (!why) continue;
    wrong ??= [];
    wrong.push({ index, name, why });
  }
  return wrong ?? NONE;
}

const NONE: readonly WrongName[] = [];
