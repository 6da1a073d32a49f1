import { describe, expect, it } from 'vitest';
import {
  allocateReserves,
  isContest,
  reserveNeed,
  type Shortage,
} from '../../../src/facts/reserve/allocate.ts';
import { isoOf } from '../../../src/values/day.ts';
import { checkInMemory } from '../../support/memory.ts';

interface Listed {
  id: string;
  category?: string;
  slot?: string;
  role?: 'nominee';
  activist?: string;
}

const FARMERS = { id: 'farmer', name: '农牧民', count: 2 };
const OFFICES = { id: 'office', name: '机关', count: 1 };
const RIPE = '2015-01-10';

async function planOf(people: Listed[], more: object = {}) {
  const candidates = people.map(({ activist = RIPE, ...person }) => ({
    name: '某某',
    ...person,
    events: { activist },
  }));
  const { facts } = await checkInMemory(
    {
      year: 2016,
      organization: { name: '某镇党委' },
      quota: { total: 3, categories: [FARMERS, OFFICES] },
      reserve: { perSlot: { min: 2, max: 3 } },
      timeline: [{ id: 'n', name: '推荐', kind: 'nomination', on: '2016-06-08' }],
      candidates,
      ...more,
    },
    '2016-06-01',
  );
  return facts!.plan;
}

const allocationOf = async (people: Listed[], more: object = {}) =>
  allocateReserves(await planOf(people, more));
const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id).join(' ');
const shown = ({ slots }: { slots: Shortage['slots'] }) =>
  slots.map(({ slot, nominees, reserves, listed, met }) =>
    `${slot.id}: ${ids(nominees)} | ${ids(reserves)} | ${listed} ${met ? 'met' : 'not met'}`.replace(
      / +/g,
      ' ',
    ),
  );

const farmer = (id: string, more: Partial<Listed> = {}): Listed => ({ id, category: 'farmer', ...more });
const office = (id: string, more: Partial<Listed> = {}): Listed => ({ id, category: 'office', ...more });
const farmers = (count: number, more: Partial<Listed> = {}): Listed[] =>
  Array.from({ length: count }, (_, index) => farmer(`f${index + 1}`, more));

describe('the reserves of each slot', () => {
  it('are those listed first, then people of the pool, up to what the plan allows', async () => {
    const allocation = await allocationOf([
      ...farmers(6),
      farmer('listed', { slot: 'farmer-2' }),
      office('o1'),
      office('o2', { slot: 'office-1' }),
    ]);
    expect(shown(allocation)).toEqual([
      'farmer-1: | f1 f2 f3 | 0 met',
      'farmer-2: | listed f4 f5 | 1 met',
      'office-1: | o2 o1 | 1 met',
    ]);
    expect(ids(allocation.eligible)).toBe('listed o2 f1 f2 f3 f4 f5 f6 o1');
    expect([isoOf(allocation.day), allocation.months]).toEqual(['2016-06-08', 12]);
  });

  it('are no more than needed where the plan sets no upper limit: the others stay in the pool', async () => {
    const allocation = await allocationOf([...farmers(6), farmer('listed', { slot: 'farmer-2' })], {
      reserve: { perSlot: { min: 2 } },
    });
    expect(shown(allocation).slice(0, 2)).toEqual([
      'farmer-1: | f1 f2 | 0 met',
      'farmer-2: | listed f3 | 1 met',
    ]);
    expect(allocation.eligible).toHaveLength(7);
  });

  it.each([
    [1, false],
    [2, true],
    [3, true],
    [4, false],
  ])('are %i of 2 to 3 listed: met %s', async (count, met) => {
    const [first] = (await allocationOf(farmers(count, { slot: 'farmer-1' }))).slots;
    expect([first!.reserves.length, first!.met]).toEqual([count, met]);
  });

  it('are nobody’s where the plan asks for none', async () => {
    const allocation = await allocationOf([...farmers(3), farmer('listed', { slot: 'farmer-1' })], {
      reserve: undefined,
    });
    expect(shown(allocation)[0]).toBe('farmer-1: | listed | 1 met');
    expect(shown(allocation)[1]).toBe('farmer-2: | | 0 met');
    expect(allocation.shortages).toEqual([]);
  });

  it('are the lower limit, and not met, where the upper one lies below it by mistake', async () => {
    const allocation = await allocationOf([...farmers(6)], { reserve: { perSlot: { min: 3, max: 2 } } });
    expect(shown(allocation).slice(0, 2)).toEqual([
      'farmer-1: | f1 f2 f3 | 0 not met',
      'farmer-2: | f4 f5 f6 | 0 not met',
    ]);
  });

  it('come from people of other categories where a condition lets them in', async () => {
    const allocation = await allocationOf(farmers(4), {
      quota: {
        total: 3,
        categories: [
          { ...FARMERS, count: 1 },
          { ...OFFICES, count: 2, where: { category: 'farmer' } },
        ],
      },
      reserve: { perSlot: { min: 1, max: 2 } },
    });
    expect(shown(allocation)).toEqual([
      'farmer-1: | f1 f2 | 0 met',
      'office-1: | f3 | 0 met',
      'office-2: | f4 | 0 met',
    ]);
  });

  it('are found in a pool of any size', async () => {
    const plan = await planOf(farmers(1));
    const { eligible } = allocateReserves({ ...plan, people: new Array(200_000).fill(plan.people[0]) });
    expect(eligible).toHaveLength(200_000);
  });

  it('do not come from those listed for a slot that does not exist', async () => {
    const allocation = await allocationOf([farmer('lost', { slot: 'farmer-9' }), farmer('f1')]);
    expect(ids(allocation.eligible)).toBe('f1');
    expect(allocation.ineligible).toEqual([]);
  });

  it('leave out who is not ripe, listed or in the pool, and say from which day those listed will be', async () => {
    const { ineligible, eligible } = await allocationOf([
      farmer('late', { slot: 'farmer-1', activist: '2015-06-09' }),
      farmer('month', { slot: 'farmer-1', activist: '2015-08' }),
      farmer('never', { slot: 'farmer-1', activist: '2016-06-09' }),
      farmer('pool', { activist: '2015-06-09' }),
      office('other', { slot: 'farmer-1' }),
      { id: 'unknown', slot: 'farmer-1' },
      farmer('right', { slot: 'farmer-1', activist: '2015-06-08' }),
    ]);
    expect(
      ineligible.map(({ person, slot, why, ripeOn }) => [
        person.id,
        slot.id,
        why,
        ripeOn === undefined ? undefined : isoOf(ripeOn),
      ]),
    ).toEqual([
      ['late', 'farmer-1', 'not-ripe', '2016-06-09'],
      ['month', 'farmer-1', 'not-ripe', '2016-08-31'],
      ['never', 'farmer-1', 'not-activist', undefined],
      ['other', 'farmer-1', 'category', undefined],
      ['unknown', 'farmer-1', 'unknown-category', undefined],
    ]);
    expect(ids(eligible)).toBe('right');
  });
});

describe('nominees', () => {
  it('keep their slots; those without one go to the open slots of their category, and the rest to none', async () => {
    const nominee = { role: 'nominee' } as const;
    const allocation = await allocationOf([
      farmer('a', nominee),
      farmer('b', { ...nominee, slot: 'farmer-1' }),
      farmer('c', { ...nominee, slot: 'farmer-1' }),
      farmer('d', nominee),
      office('e', { ...nominee, slot: 'office-7' }),
    ]);
    expect(shown(allocation)).toEqual([
      'farmer-1: b c | | 0 not met',
      'farmer-2: a | | 0 not met',
      'office-1: | | 0 not met',
    ]);
    expect(allocation.eligible).toEqual([]);
  });
});

describe('what a slot needs', () => {
  it.each<[object, number, number, number | undefined]>([
    [{ perSlot: { min: 2, max: 3 } }, 1, 2, 3],
    [{ perSlot: { min: 2, max: 3 }, includesNominee: true }, 0, 2, 3],
    [{ perSlot: { min: 2, max: 3 }, includesNominee: true }, 1, 1, 2],
    // Of two nominees for a slot one will be developed; the other is no reserve of the same slot.
    [{ perSlot: { min: 2, max: 3 }, includesNominee: true }, 2, 1, 2],
    [{ perSlot: { min: 0, max: 0 }, includesNominee: true }, 1, 0, 0],
    [{ perSlot: { min: 2 } }, 1, 2, undefined],
    [{ perSlot: { min: 2 }, includesNominee: true }, 1, 1, undefined],
  ])('%o with %i nominees: %i to %s', async (reserve, nominees, min, max) => {
    const need = reserveNeed(await planOf([], { reserve }), nominees);
    expect(need).toEqual({ min, max: max ?? Number.MAX_SAFE_INTEGER });
  });

  it('is nothing without a demand', async () => {
    const need = reserveNeed(await planOf([], { reserve: undefined }), 1);
    expect(need).toEqual({ min: 0, max: Number.MAX_SAFE_INTEGER });
  });

  it('is less by the nominee where that one counts: the tool assigns as many fewer', async () => {
    const people = [...farmers(4), farmer('n', { role: 'nominee', slot: 'farmer-1' })];
    const includesNominee = { reserve: { perSlot: { min: 2, max: 2 }, includesNominee: true } };
    expect(shown(await allocationOf(people, includesNominee)).slice(0, 2)).toEqual([
      'farmer-1: n | f1 | 0 met',
      'farmer-2: | f2 f3 | 0 met',
    ]);
  });
});

describe('slots that cannot all have their reserves', () => {
  const contests = async (people: Listed[]) => {
    const { shortages } = await allocationOf(people);
    return shortages.map(shortage => [
      shortage.slots.map(({ slot }) => slot.id).join(' '),
      ids(shortage.people),
      shortage.needed,
      isContest(shortage),
    ]);
  };

  it('compete where several want the same people', async () => {
    expect(await contests([...farmers(3), office('o1'), office('o2')])).toEqual([
      ['farmer-1 farmer-2', 'f1 f2 f3', 4, true],
    ]);
  });

  it('do not compete alone, nor for nobody: there are simply too few', async () => {
    expect(await contests([...farmers(4), office('o1')])).toEqual([['office-1', 'o1', 2, false]]);
    expect(await contests([office('o1'), office('o2')])).toEqual([['farmer-1 farmer-2', '', 4, false]]);
  });

  it('need less for what they have', async () => {
    expect(
      await contests([farmer('l', { slot: 'farmer-1' }), ...farmers(2), office('o1'), office('o2')]),
    ).toEqual([['farmer-1 farmer-2', 'f1 f2', 3, true]]);
  });
});
