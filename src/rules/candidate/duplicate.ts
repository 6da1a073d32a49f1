import { readIdNumber } from '../../model/id-number.ts';
import { foldName } from '../../model/name.ts';
import { repeatedOn } from '../../model/namesakes.ts';
import type { Person } from '../../model/plan.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * One person stands on the roster twice: certainly with the same ID number, in its old or its new form; probably with
 * the same name and birth date. Where both entries hold a slot reserve/listed-twice says it.
 */
export const duplicate = {
  id: 'candidate/duplicate',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; first: PersonRef & { line: number }; certain: boolean }>,
  ) {
    if (!repeatedOn(plan).people) return;
    const byNumber = new Map<string, Person[]>();
    const byName = new Map<string, Person[]>();
    for (const person of plan.people) {
      const alike = earlier(byNumber, numberKeys(person), person);
      const sameName = earlier(byName, nameKeys(person), person);
      // Nearly everybody is alone under the number and the name.
      if (alike.length + sameName.length === 0) continue;
      const namesakes = sameName.filter(other => other.id !== person.id && !areDifferent(other, person));
      const [first] = alike.length > 0 ? alike : namesakes;
      if (!first || [...alike, ...namesakes].some(other => isListedTwice(person, other))) continue;
      const certain = alike.length > 0;
      report(
        person.place.at(certain ? 'idNumber' : 'name'),
        {
          person: ref(person),
          first: { ...ref(first), line: first.place.locate().line },
          certain,
        },
        { subject: person.id, severity: certain ? 'error' : 'warning' },
      );
    }
  },
} satisfies Rule;

/** Under which keys an entry is looked for, and under which it can be found by later ones. */
interface Keys {
  find: string[];
  keep: string[];
}

const NONE: Keys = { find: [], keep: [] };

function numberKeys({ data }: Person): Keys {
  if (!data.idNumber) return NONE;
  const keys = [readIdNumber(data.idNumber).body];
  return { find: keys, keep: keys };
}

/** `1990-05` may be `1990-05-03` with less known, but `1990-05-04` is not. */
function nameKeys({ name, data: { birth } }: Person): Keys {
  if (birth === undefined) return NONE;
  const folded = foldName(name);
  const exact = `${folded} ${birth}`;
  const inMonth = `${folded} in ${birth.slice(0, 7)}`;
  return birth.length === 7
    ? { find: [inMonth], keep: [exact, inMonth] }
    : { find: [exact, `${folded} ${birth.slice(0, 7)}`], keep: [exact, inMonth] };
}

const NOBODY: readonly Person[] = [];

/** The earlier entries that are found, in their order; then the entry itself is kept. */
function earlier(seen: Map<string, Person[]>, { find, keep }: Keys, person: Person): Person[] {
  const found: Person[] = [];
  for (const key of find)
    for (const other of seen.get(key) ?? NOBODY) if (!found.includes(other)) found.push(other);
  for (const key of keep) {
    const own = seen.get(key);
    // The first two tell what there is to tell; a roster of namesakes must not take a square of time.
    if (!own) seen.set(key, [person]);
    else if (own.length < 2) own.push(person);
  }
  return found;
}

/** Two right and different ID numbers are two persons, whatever their name and birth date. */
function areDifferent(a: Person, b: Person): boolean {
  const [first, second] = [a, b].map(({ data }) => data.idNumber && readIdNumber(data.idNumber));
  return Boolean(first && second && first.checks && second.checks && first.body !== second.body);
}

/** What reserve/listed-twice goes by. */
function isListedTwice(a: Person, b: Person): boolean {
  if (a.slot === undefined || b.slot === undefined) return false;
  const sameNumber = a.data.idNumber !== undefined && a.data.idNumber === b.data.idNumber;
  return (
    sameNumber || a.id === b.id || (foldName(a.name) === foldName(b.name) && a.data.birth === b.data.birth)
  );
}
