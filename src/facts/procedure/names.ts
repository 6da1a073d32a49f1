import { foldName } from '../../model/name.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { isAtLeast, stageOn } from '../../model/stage.ts';
import type { Day } from '../../values/day.ts';
import { memoizeLast } from '../../values/memo.ts';

/** The names in a list of contacts or introducers. Those that could not be read are null: the others keep their numbers. */
export type Names = readonly (string | null)[];

/** What a list is that is not there. */
export const NOBODY: Names = [];

/**
 * A name that cannot stand in a list: it stands there before (`repeated`), it is the person's own (`self`), or the roster has
 * somebody of this name who is no full member yet (`not-full`).
 */
export interface WrongName {
  /** its number in the list, from 0 */
  index: number;
  name: string;
  why: 'repeated' | 'self' | 'not-full';
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

/** The names that stand twice in a list, the person's own, and those of people who were no full members on a day. */
export function wrongNames(plan: Plan, { name: own }: Person, list: Names, day: Day): readonly WrongName[] {
  let wrong: WrongName[] | undefined;
  const ownName = foldName(own);
  for (let index = 0; index < list.length; index++) {
    const name = list[index]!;
    if (name === null) continue;
    const folded = foldName(name);
    const why =
      folded === ownName
        ? 'self'
        : list.findIndex(other => other !== null && foldName(other) === folded) < index
          ? 'repeated'
          : isNotFull(plan, folded, day)
            ? 'not-full'
            : undefined;
    if (!why) continue;
    wrong ??= [];
    wrong.push({ index, name, why });
  }
  return wrong ?? NONE;
}

const NONE: readonly WrongName[] = [];

/** Whether everybody of this folded name on the roster was certainly no full member on a day. */
function isNotFull(plan: Plan, name: string, day: Day): boolean {
  const people = byName(plan).get(name);
  return (
    people?.every(person => {
      const stage = stageOn(person, day);
      return stage !== undefined && !isAtLeast(stage, 'full');
    }) ?? false
  );
}

/** By their folded names. */
const byName = memoizeLast((plan: Plan): ReadonlyMap<string, Person[]> => {
  const found = new Map<string, Person[]>();
  for (const person of plan.people) {
    const name = foldName(person.name);
    const same = found.get(name);
    if (same) same.push(person);
    else found.set(name, [person]);
  }
  return found;
});
