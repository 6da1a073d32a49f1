import { memoizeLast } from '../values/memo.ts';
import { readIdNumber } from './id-number.ts';
import { foldName } from './name.ts';
import type { Plan } from './plan.ts';

/** What is on a roster more than once. */
export interface Repeated {
  /** an id */
  ids: boolean;
  /** an id, a name or an ID number: somebody may be there twice. Otherwise nobody is. */
  people: boolean;
}

/** Three rules look for people who are on the roster twice; on most rosters this look is enough for all of them. */
export const repeatedOn: (plan: Plan) => Repeated = memoizeLast(({ people }) => {
  const ids = new Set<string>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  let numbered = 0;
  for (const { id, name, data } of people) {
    ids.add(id);
    names.add(foldName(name));
    if (data.idNumber === undefined) continue;
    numbered++;
    numbers.add(readIdNumber(data.idNumber).body);
  }
  const repeatsIds = ids.size < people.length;
  return { ids: repeatsIds, people: repeatsIds || names.size < people.length || numbers.size < numbered };
});
