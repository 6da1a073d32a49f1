import { memoizeLast } from '../values/memo.ts';
import { readIdNumber } from './id-number.ts';
import { foldName } from './name.ts';
import type { Person, Plan } from './plan.ts';

/** What tells whose an entry on a roster is. All of it is only compared, so digests may stand for the texts. */
export interface Identity {
  /** what the old and the new form of somebody's ID number have in common; empty where there is none */
  number: string;
  /** whether the check digit is the right one; nothing else tells that a number was mistyped */
  numberChecks: boolean;
  /** the folded name with the birth date, or with its month; empty without a birth */
  alike: string;
  /** the folded name with the month of birth; empty without a birth, or where the day is needed */
  alikeByMonth: string;
}

/** Whether two entries are one person: `certain` by the ID number, `suspected` by name and birth. */
export type Sameness = 'certain' | 'suspected' | 'other';

/**
 * Whether two entries are one person, on one roster or on two. Two right and different ID numbers are two people, whatever else
 * is alike; where one is mistyped it proves nothing. `1990-05` may be `1990-05-03` with less known.
 */
export function areSamePerson(a: Identity, b: Identity): Sameness {
  if (a.number !== '' && a.number === b.number) return 'certain';
  if (a.number !== '' && b.number !== '' && a.numberChecks && b.numberChecks) return 'other';
  if (a.alike === '' || b.alike === '') return 'other';
  const isAlike = a.alike === b.alike || a.alike === b.alikeByMonth || a.alikeByMonth === b.alike;
  return isAlike ? 'suspected' : 'other';
}

/** Whose an entry is, by its ID number, its name and its birth. */
export function identityOf({ name, data: { birth, idNumber } }: Person): Identity {
  const { body: number, checks: numberChecks } = idNumber ? readIdNumber(idNumber) : NO_NUMBER;
  const withBirth = (date: string | undefined) => (date === undefined ? '' : `${foldName(name)} ${date}`);
  return { number, numberChecks, alike: withBirth(birth), alikeByMonth: withBirth(birth?.slice(0, 7)) };
}

const NO_NUMBER = { body: '', checks: false };

/**
 * The entries that were added under a key: the first of each kind, since a roster of namesakes must not take a square of time.
 * Entries of a kind answer alike to whatever comes later.
 */
export class FirstOfKind<Entry> {
  private readonly byKey = new Map<string, Map<string, Entry>>();

  add(key: string, kind: string, entry: Entry): void {
    const kinds = this.byKey.get(key);
    if (!kinds) this.byKey.set(key, new Map([[kind, entry]]));
    else if (!kinds.has(kind)) kinds.set(kind, entry);
  }

  /** In the order in which they were added. */
  under(key: string): Iterable<Entry> {
    return this.byKey.get(key)?.values() ?? [];
  }
}

/**
 * Whether two entries on one roster are probably one person though one of them has no birth date: name, gender and the day of becoming an
 * activist are alike, and no two right ID numbers tell them apart.
 */
function areAlikeWithoutBirth(a: Entry, b: Entry): boolean {
  if (a.identity.alike !== '' && b.identity.alike !== '') return false;
  if (a.identity.numberChecks && b.identity.numberChecks) return false;
  const [first, second] = [a.person, b.person];
  const [activist, other] = [first.dates.activist, second.dates.activist];
  return (
    first.data.gender !== undefined &&
    first.data.gender === second.data.gender &&
    activist !== undefined &&
    other !== undefined &&
    activist.first <= other.last &&
    other.first <= activist.last &&
    foldName(first.name) === foldName(second.name)
  );
}

/** Somebody on the roster with the earlier entries of the same person, or of the same id. */
export interface Repeat {
  person: Person;
  /** at least one, in the order of the roster; of many alike only some */
  earlier: { person: Person; sameness: Sameness; withoutBirth: boolean }[];
}

/** Who is on the roster again. */
export const repeatsOn: (plan: Plan) => readonly Repeat[] = memoizeLast(plan => {
  const repeats: Repeat[] = [];
  if (!repeatedOn(plan).people) return repeats;
  const seen = new FirstOfKind<Entry>();
  for (const [index, person] of plan.people.entries()) {
    const entry = { index, person, identity: identityOf(person) };
    const { number, numberChecks, alike, alikeByMonth } = entry.identity;
    const keys = [`id ${person.id}`];
    if (number !== '') keys.push(`number ${number}`);
    if (alikeByMonth !== '') keys.push(`name ${alikeByMonth}`);
    const { gender } = person.data;
    if (gender !== undefined && person.dates.activist) keys.push(`${gender} ${foldName(person.name)}`);
    const found = new Set(keys.flatMap(key => [...seen.under(key)]));
    const earlier = [...found]
      .map(other => {
        const sameness = areSamePerson(other.identity, entry.identity);
        const withoutBirth = sameness === 'other' && areAlikeWithoutBirth(other, entry);
        return { ...other, sameness: withoutBirth ? ('suspected' as const) : sameness, withoutBirth };
      })
      .filter(other => other.person.id === person.id || other.sameness !== 'other')
      .sort((a, b) => a.index - b.index);
    if (earlier.length > 0) repeats.push({ person, earlier });
    const kind = `${numberChecks} ${person.slot !== undefined} ${alike} ${person.dates.activist?.first}`;
    for (const key of keys) seen.add(key, kind, entry);
  }
  return repeats;
});

interface Entry {
  index: number;
  person: Person;
  identity: Identity;
}

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
