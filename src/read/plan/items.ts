import type { Where } from '../../generated/types.ts';
import { NOT_UNDERSTOOD } from '../../model/condition.ts';
import { isRefused, type Place } from '../../model/place.ts';

/** Builds what is left of a list; what was wrong in it is null, and has been reported. */
export function each<T, U>(
  items: readonly (T | null)[] | undefined,
  place: Place,
  build: (item: T, place: Place) => U,
): U[] {
  const built: U[] = [];
  for (let index = 0; items !== undefined && index < items.length; index++) {
    const item = items[index]!;
    if (item !== null) built.push(build(item, place.at(index)));
  }
  return built;
}

/** The items of a list of which nothing is left, by the code and the name that are written, with what each is called. */
export function unreadIn(
  items: readonly (object | null)[] | undefined,
  place: Place,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (let index = 0; items !== undefined && index < items.length; index++) {
    if (items[index] !== null) continue;
    const [id, name] = ['id', 'name'].map(field => writtenAt(place.at(index), field));
    for (const word of [id, name]) if (word !== undefined) names.set(word, name ?? word);
  }
  return names;
}

const writtenAt = (place: Place, field: string): string | undefined =>
  place.has(field)
    ? place
        .at(field)
        .quote()
        .replace(/^["']|["']$/g, '')
        .trim()
    : undefined;

/** What stands in for a condition that was refused: without one, it would hold for everybody. */
export const lostCondition = (place: Place, field: 'where' | 'when'): Where | undefined =>
  isRefused(place, field) ? NOT_UNDERSTOOD : undefined;
