import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rosters } from '../../src/county/duplicates.ts';
import { keysOf, namesOf, type PersonKey } from '../../src/county/people.ts';
import type { BatchRow } from '../../src/county/row.ts';
import { keptOf } from '../../src/county/rows.ts';
import type { Person, Plan } from '../../src/model/plan.ts';
import { Gate } from '../../src/output/gate.ts';
import { Pseudonyms } from '../../src/read/plan/pseudonyms.ts';
import { dayOf } from '../../src/values/day.ts';
import { runs } from '../support/runs.ts';

const place = { locate: () => ({ file: 'a', line: 1, column: 1 }) };
const keyOf = (fields: Partial<Person['data']> & { name: string }, pseudonyms?: Pseudonyms): PersonKey => {
  const person = { id: 'c01', name: fields.name, role: 'nominee', data: fields, place } as unknown as Person;
  const gate = new Gate(pseudonyms ? [pseudonyms] : []);
  const plan = { people: [person] } as unknown as Plan;
  return keysOf(plan, text => `digest of ${text}`, gate, pseudonyms !== undefined)[0]!;
};

describe('by what somebody is found elsewhere', () => {
  it('is the ID number, and name and birth date where the day is known', () => {
    expect(namesOf(keyOf({ name: '王芳' }))).toEqual([]);
    expect(namesOf(keyOf({ name: '王芳', birth: '1990-05' }))).toEqual([]);
    expect(namesOf(keyOf({ name: '王芳', birth: '1990-05-03' }))).toEqual(['王芳 1990-05-03']);
    expect(
      namesOf(keyOf({ name: '王芳', birth: '1990-05-03', idNumber: '110101199005030029' })),
    ).toHaveLength(2);
  });

  it('is the name on the roster where a pseudonym is shown, and no text that shows it', () => {
    const [shown] = namesOf(keyOf({ name: '王芳', birth: '1990-05-03' }, new Pseudonyms()));
    expect(shown).toBe('digest of 王芳 1990-05-03');
  });

  it('is the same for the old and the new form of an ID number, and not the number', () => {
    const [old] = namesOf(keyOf({ name: '王芳', idNumber: '110101900503002' }));
    expect(namesOf(keyOf({ name: '李丽', idNumber: '110101199005030029' }))).toEqual([old]);
    expect(old).toMatch(/^# digest of /);
  });
});

const person = fc
  .record({
    name: fc.constantFrom('甲', '乙', '丙', '丁'),
    number: fc.constantFrom('', '', '1', '2'),
    isRight: fc.boolean(),
    leaving: fc.boolean(),
  })
  // Without a number there is none that could be right.
  .map(({ isRight, ...fields }) => ({ ...fields, numberChecks: isRight && fields.number !== '' }));
const rosters = fc.array(fc.uniqueArray(person, { maxLength: 4, selector: ({ name }) => name }), {
  maxLength: 6,
});

type Somebody = Pick<PersonKey, 'name' | 'number' | 'numberChecks' | 'leaving'>;

/** Whether people alike by name and birth may be one: two right numbers that differ are two people. */
const mayBeOne = (one: Somebody, other: Somebody): boolean =>
  one.number === '' || other.number === '' || !one.numberChecks || !other.numberChecks;

const rowsOf = (all: Somebody[][]): BatchRow[] =>
  all.map((people, index) => ({
    index,
    result: { path: `p${index}`, verdict: 'pass', counts: { error: 0, warning: 0, info: 0 }, findings: [] },
    people: people.map(({ name, number, numberChecks, leaving }, at) => ({
      id: `c${at}`,
      name,
      alike: `${name} 1990-05-03`,
      number,
      numberChecks,
      leaving,
      file: `p${index}`,
      line: at + 1,
      column: 1,
    })),
  }));

const hashesOf = (row: BatchRow) => keptOf(row).names;

describe('people on two rosters', () => {
  it.each([
    ['650000199001010019', '650000199001010039', true],
    ['650000199001010019', '650000199001010035', false],
    ['650000199001010019', undefined, true],
  ])('with %s and %s', (one, other, isTold) => {
    const rows = [one, other].map((idNumber, index): BatchRow => {
      const [row] = rowsOf([[]]);
      const fields = { name: '王芳', birth: '1990-01-01', ...(idNumber !== undefined && { idNumber }) };
      return { ...row!, index, people: [keyOf(fields)] };
    });
    const index = new Rosters();
    for (const row of rows) index.add(row.index, hashesOf(row));
    const found = [...index.findings(rows, dayOf(2026, 5, 6)!).values()].flat();
    expect(found.map(({ severity }) => severity)).toEqual(isTold ? ['warning', 'warning'] : []);
  });

  it('are told at both, and only those who may be one person', () => {
    fc.assert(
      fc.property(rosters, all => {
        const rows = rowsOf(all);
        const index = new Rosters();
        for (const row of rows) index.add(row.index, hashesOf(row));
        const found = index.findings(rows, dayOf(2026, 5, 6)!);
        const told = new Set(
          [...found].flatMap(([plan, findings]) => findings.map(({ subject }) => `${plan} ${subject}`)),
        );
        for (const row of rows)
          for (const own of row.people) {
            const mayBeIn = (others: readonly BatchRow[]) =>
              others.some(({ people }) =>
                people.some(
                  other =>
                    (own.number !== '' && own.number === other.number) ||
                    (own.alike === other.alike && mayBeOne(own, other)),
                ),
              );
            const isTold = told.has(`${row.index} ${own.id}`);
            // Of three the first is held against each of the others: nobody is told for nothing, and nobody later is left out.
            if (isTold) expect(mayBeIn(rows.filter(({ index }) => index !== row.index))).toBe(true);
            else expect(mayBeIn(rows.slice(0, row.index))).toBe(false);
          }
        const pairs = [...found.values()].flat().length;
        expect(pairs % 2).toBe(0);
        const [one, other] = all;
        if (all.length === 2 && one!.length === 1 && other!.length === 1) {
          const same = one![0]!.number !== '' && one![0]!.number === other![0]!.number;
          const alike = one![0]!.name === other![0]!.name && mayBeOne(one![0]!, other![0]!);
          expect(pairs).toBe(same || alike ? 2 : 0);
        }
      }),
      runs(500),
    );
  });
});
