import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/read/problem.ts';
import { checkPlan } from '../../src/rules/check.ts';
import { selectFor } from '../../src/rules/selection.ts';
import { checkInMemory } from '../support/memory.ts';
import { runs } from '../support/runs.ts';

const FARMERS = { id: 'farmer', name: '农民', where: { occupation: ['farmer'] } };
const RIPE = { activist: '2014-06-01' };

const farmer = (id: string, gender: 'male' | 'female', more: object = {}) => ({
  id,
  name: `人${id}`,
  gender,
  occupation: 'farmer',
  events: RIPE,
  ...more,
});
const nominee = { role: 'nominee' };

/** A plan with two slots for farmers, half of them for women. */
const planWith = (candidates: object[], more: object = {}) => ({
  year: 2016,
  organization: { name: '某镇党委' },
  quota: { total: 2, categories: [{ ...FARMERS, count: 2 }] },
  structure: [{ id: 'w', name: '女党员', where: { gender: 'female' }, min: '50%' }],
  candidates,
  ...more,
});

async function selected(plan: object) {
  const checked = await checkInMemory(plan, '2016-06-01');
  const facts = checked.facts!;
  const selection = await selectFor({ ...checked, facts }, { seconds: 5 });
  const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);
  return {
    ...selection,
    told: selection.changes.map(({ slot, from, to }) => `${slot.id} ${from?.id ?? '-'} ${to.id}`),
    without: ids(selection.dropped),
    why: selection.reasons.map(({ code }) => code),
    left: selection.unmended.map(({ code }) => code),
    before: facts.plan,
  };
}

describe('nominees who are as the check wants them', () => {
  it.each<[string, object]>([
    [
      'belong to a category by its condition',
      planWith([farmer('a', 'female', nominee), farmer('b', 'male', nominee), farmer('c', 'female')]),
    ],
    [
      'have a slot that the plan names, and no category that is known',
      planWith([
        farmer('a', 'female', nominee),
        { id: 'b', name: '人b', gender: 'male', slot: 'farmer-2', events: RIPE, ...nominee },
        farmer('c', 'female'),
      ]),
    ],
    [
      'are more than the slots on purpose',
      planWith([farmer('a', 'female', nominee), farmer('b', 'male', nominee), farmer('c', 'male', nominee)], {
        quota: { total: 2, nomineesPerSlot: 1.5, categories: [{ ...FARMERS, count: 2 }] },
      }),
    ],
    [
      'are fewer than a limit',
      planWith([farmer('a', 'female', nominee), farmer('b', 'female')], {
        quota: { total: '不超过2', categories: [{ ...FARMERS, count: '不超过2' }] },
      }),
    ],
    [
      'are not ripe, which is waived',
      planWith(
        [
          farmer('a', 'female', nominee),
          farmer('b', 'male', { ...nominee, events: { activist: '2016-05-01' } }),
          farmer('c', 'male'),
        ],
        {
          waivers: [
            {
              rule: 'period/activist-too-short',
              subject: 'b',
              reason: '特批',
              approvedBy: '县委组织部',
              until: '2016-12-31',
            },
          ],
        },
      ),
    ],
  ])('stay: they %s', async (_, plan) => {
    const { status, told, without, plan: chosen, before } = await selected(plan);
    expect({ status, told, without }).toEqual({ status: 'feasible', told: [], without: [] });
    expect(chosen).toBe(before);
  });
});

describe('nominees whom the check objects to', () => {
  it.each<[string, string, object]>([
    ['period/activist-too-short', 'are not ripe by then', { events: { activist: '2016-05-01' } }],
    [
      'candidate/underage',
      'applied as minors',
      { birth: '1999-01-01', events: { application: '2014-01-01', ...RIPE } },
    ],
    ['period/leaving-soon', 'leave', { events: { ...RIPE, leaving: '2017-01-15' } }],
  ])('are exchanged (%s), and not for others who %s', async (code, _, unfit) => {
    const people = [
      farmer('a', 'female', nominee),
      farmer('b', 'male', { ...nominee, ...unfit }),
      farmer('c', 'male', unfit),
      farmer('d', 'male'),
    ];
    const { told, why, left } = await selected(
      planWith(people, { rules: { severity: { 'period/leaving-soon': 'error' } } }),
    );
    expect(told).toEqual(['farmer-2 b d']);
    expect(why).toEqual([code]);
    // Who applied as a minor did so, nominated or not.
    expect(left.filter(each => each !== 'candidate/underage')).toEqual([]);
  });

  it('stay where they are decided, and the error is told', async () => {
    const unripe = { ...nominee, fixed: true, events: { activist: '2016-05-01' } };
    const { told, why, left } = await selected(
      planWith([farmer('a', 'female', nominee), farmer('b', 'male', unripe), farmer('c', 'male')]),
    );
    expect({ told, why, left }).toEqual({ told: [], why: [], left: ['period/activist-too-short'] });
  });

  it('stay where they are decided, and nobody else is left out for them', async () => {
    const unripe = { ...nominee, fixed: true, events: { activist: '2016-05-01' } };
    const people = [
      farmer('a', 'female', nominee),
      farmer('b', 'male', unripe),
      farmer('c', 'male', nominee),
    ];
    const { told, without, why } = await selected(
      planWith(people, { quota: { total: 2, nomineesPerSlot: 1.5, categories: [{ ...FARMERS, count: 2 }] } }),
    );
    expect({ told, without, why }).toEqual({ told: [], without: [], why: [] });
  });

  it('are named where no slot is left for them', async () => {
    const { told, without, why } = await selected(
      planWith([farmer('a', 'male', nominee), farmer('b', 'male', nominee), farmer('c', 'female', nominee)]),
    );
    expect(told).toEqual(['farmer-2 b c']);
    expect(without).toEqual([]);
    expect(why).toContain('quota/over-total');
    const placed = await selected(
      planWith([farmer('a', 'female', nominee), farmer('b', 'male', nominee), farmer('c', 'male', nominee)]),
    );
    expect({ told: placed.told, without: placed.without }).toEqual({ told: [], without: ['c'] });
  });
});

it('counts who has no slot in the category that the check places them in', async () => {
  const { facts } = await checkInMemory(
    planWith([farmer('a', 'female', nominee), farmer('b', 'male', nominee)], {
      structure: [{ id: 'w', name: '女党员', where: { gender: 'female' }, min: '50%', of: 'farmer' }],
    }),
    '2016-06-01',
  );
  expect(facts!.structure[0]).toMatchObject({ met: true, short: 0 });
});

describe('any plan', () => {
  /** So that most of a plan is in order, as plans are. */
  const often = <T>(times: number, value: T): T[] => Array.from({ length: times }, () => value);
  const person = fc.record({
    gender: fc.constantFrom('male', 'female', undefined),
    occupation: fc.constantFrom('farmer', 'farmer', 'farmer', 'teacher', 'teacher', undefined),
    category: fc.constantFrom(...often(6, undefined), 'farmer', 'school'),
    slot: fc.constantFrom(...often(8, undefined), 'farmer-1', 'farmer-2', 'school-1'),
    role: fc.constantFrom('nominee', 'reserve'),
    fixed: fc.constantFrom(undefined, undefined, undefined, true),
    activist: fc.constantFrom(...often(6, '2014-06-01'), '2016-05-01', undefined),
    leaving: fc.constantFrom(undefined, undefined, undefined, '2017-01-15'),
    birth: fc.constantFrom(...often(8, '1990-01-01'), '2001-01-01', undefined),
  });
  const count = (heads: number) => fc.constantFrom<number | string>(heads, heads, heads, `不超过${heads}`);
  const plans = fc
    .record({
      farmers: count(2),
      teachers: count(1),
      nomineesPerSlot: fc.constantFrom(undefined, undefined, 1.5),
      reserve: fc.constantFrom(undefined, { perSlot: { min: 1, max: 2 } }),
      amount: fc.constantFrom('50%', '30%', 1, 2),
      comparator: fc.constantFrom('min', 'min', 'max', 'about'),
      of: fc.constantFrom(undefined, 'farmer'),
      people: fc.array(person, { minLength: 4, maxLength: 8 }),
    })
    .map(({ farmers, teachers, nomineesPerSlot, reserve, amount, comparator, of, people }) => ({
      year: 2016,
      organization: { name: '某镇党委' },
      quota: {
        total: 3,
        ...(nomineesPerSlot && { nomineesPerSlot }),
        categories: [
          { ...FARMERS, count: farmers },
          { id: 'school', name: '学校', count: teachers, where: { occupation: ['teacher'] } },
        ],
      },
      ...(reserve && { reserve }),
      structure: [
        { id: 'w', name: '女党员', where: { gender: 'female' }, [comparator]: amount, ...(of && { of }) },
      ],
      candidates: people.map(({ activist, leaving, ...own }, index) => ({
        id: `c${index}`,
        name: `人${index}`,
        ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
        events: { ...(activist && { activist }), ...(leaving && { leaving }) },
      })),
    }));
  const MENDED = [
    'period/activist-too-short',
    'period/leaving-soon',
    'quota/over-total',
    'quota/unfilled',
    'quota/wrong-category',
    'reserve/cannot-be-assigned',
    'reserve/too-few',
    'structure/not-met',
  ];

  it('is changed only for a reason, and then the check finds no fault with the choice but what was told', async () => {
    const seen = { stands: 0, changed: 0 };
    await fc.assert(
      fc.asyncProperty(plans, async plan => {
        const { status, told, without, why, unmended, plan: chosen, before } = await selected(plan);
        if (status !== 'feasible') return;
        const isChanged = told.length + without.length > 0;
        seen[isChanged ? 'changed' : 'stands']++;
        if (isChanged) expect(why.length).toBeGreaterThan(0);
        const { findings } = checkPlan({ path: '.', plan: chosen!, problems: new Problems() }, before.asOf);
        const errors = findings.filter(({ severity }) => severity === 'error');
        expect(unmended).toEqual(expect.arrayContaining(errors));
        const decided = new Set(chosen!.people.filter(({ data }) => data.fixed).map(({ id }) => id));
        const faults = errors.filter(({ code, subject }) => MENDED.includes(code) && !decided.has(subject));
        expect(faults.map(({ code, subject }) => `${code} ${subject}`)).toEqual([]);
      }),
      runs(400),
    );
    expect(Math.min(seen.stands, seen.changed)).toBeGreaterThan(0);
  });
});
