import { describe, expect, it } from 'vitest';
import { assessStructure } from '../../../src/facts/structure/assess.ts';
import { checkInMemory } from '../../support/memory.ts';

type Person = { gender?: 'female' | 'male'; category?: string; slot?: string; birth?: string; role?: string };

const WOMEN = { id: 'women', name: '女党员', where: { gender: 'female' } };
const YOUNG = { id: 'young', name: '35岁以下', where: { age: { max: 35 } } };
const woman: Person = { gender: 'female' };
const man: Person = { gender: 'male' };

async function statesOf(structure: object[], people: Person[], more: object = {}) {
  const candidates = people.map((person, index) => ({
    id: `c${index + 1}`,
    name: '某某',
    role: 'nominee',
    ...person,
  }));
  const plan = {
    year: 2016,
    organization: { name: '某镇党委' },
    quota: {
      total: 9,
      categories: [
        { id: 'farmer', name: '农牧民', count: 6 },
        { id: 'office', name: '机关', count: 3 },
      ],
    },
    structure,
    candidates,
    ...more,
  };
  return assessStructure((await checkInMemory(plan, '2016-06-01')).facts!.plan);
}

describe('the share of women among nine', () => {
  const of = async (women: number, men: number, demand: object) => {
    const people = [...Array(women).fill(woman), ...Array(men).fill(man)];
    const [{ met, short, over, whole }] = (await statesOf([{ ...WOMEN, ...demand }], people)) as [
      Awaited<ReturnType<typeof statesOf>>[0],
    ];
    return { met, short, over, whole };
  };

  it.each<[number, object, { met: boolean; short: number; over: number }]>([
    // 45 % of 9 is 4.05
    [3, { about: '45%' }, { met: false, short: 1, over: 0 }],
    [4, { about: '45%' }, { met: true, short: 0, over: 0 }],
    [5, { about: '45%' }, { met: true, short: 0, over: 0 }],
    [7, { about: '45%' }, { met: false, short: 0, over: 2 }],
    [4, { min: '45%' }, { met: false, short: 1, over: 0 }],
    [5, { min: '45%' }, { met: true, short: 0, over: 0 }],
    [9, { min: '45%' }, { met: true, short: 0, over: 0 }],
    [4, { max: '45%' }, { met: true, short: 0, over: 0 }],
    [5, { max: '45%' }, { met: false, short: 0, over: 1 }],
    [3, { exactly: 3 }, { met: true, short: 0, over: 0 }],
    [2, { exactly: 3 }, { met: false, short: 1, over: 0 }],
  ])('with %i of them, %o', async (women, demand, state) => {
    expect(await of(women, 9 - women, demand)).toEqual({ ...state, whole: 9 });
  });

  it('is taken of the quota, however many have been named so far', async () => {
    expect(await of(2, 2, { min: '45%' })).toEqual({ met: false, short: 3, over: 0, whole: 9 });
  });

  it('widens 左右 by the tolerance that the plan sets', async () => {
    const people = [...Array(3).fill(woman), ...Array(6).fill(man)];
    const settings = { rules: { settings: { aboutTolerance: 1 } } };
    const [state] = await statesOf([{ ...WOMEN, about: '45%' }], people, settings);
    expect([state!.accepted, state!.met]).toEqual([{ min: 3, max: 6 }, true]);
  });

  it('is not judged where nobody has been named, and is of the nominees where there is no quota', async () => {
    const [none] = await statesOf([{ ...WOMEN, min: '45%' }], [{ ...woman, role: 'reserve' }]);
    expect([none!.met, none!.whole, none!.counted]).toEqual([undefined, 9, []]);
    const [free] = await statesOf([{ ...WOMEN, min: '45%' }], [woman, woman, man, man], { quota: undefined });
    expect([free!.met, free!.whole, free!.accepted!.min]).toEqual([true, 4, 2]);
    const [ofNothing] = await statesOf([{ ...WOMEN, min: '45%', of: 'farmer' }], [woman, man], {
      quota: undefined,
    });
    expect([ofNothing!.met, ofNothing!.whole]).toEqual([undefined, undefined]);
  });

  it('counts nobody of whom it is not known', async () => {
    const [state] = await statesOf(
      [{ ...YOUNG, min: 2 }],
      [{ birth: '1981-12-31' }, { birth: '1981-01-01' }, { birth: '1980-12-31' }, {}],
    );
    expect(state!.counted.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(state!.unknown.map(({ id }) => id)).toEqual(['c4']);
  });
});

describe('a share within', () => {
  it('a category is of its slots: who stands in them, and who belongs to it and has no slot yet', async () => {
    const [state] = await statesOf(
      [{ ...WOMEN, min: '50%', of: 'farmer' }],
      [
        { ...woman, category: 'farmer' },
        { ...woman, category: 'office' },
        // belongs elsewhere, but stands in a slot of the category, and the other way round
        { ...woman, category: 'office', slot: 'farmer-6' },
        { ...woman, category: 'farmer', slot: 'office-1' },
        { ...man, category: 'farmer' },
      ],
    );
    expect([state!.whole, state!.accepted, state!.short]).toEqual([6, { min: 3 }, 1]);
    expect(state!.counted.map(({ id }) => id)).toEqual(['c1', 'c3']);
  });

  it('another requirement is of the people who meet that one, wherever it stands in the list', async () => {
    const [young, , ofYoung] = await statesOf(
      [
        { ...YOUNG, min: 1 },
        { ...WOMEN, min: 1 },
        { ...YOUNG, id: 'young-women', min: '50%', of: 'women' },
      ],
      [
        { ...woman, birth: '1990-01-01' },
        { ...woman, birth: '1970-01-01' },
        { ...woman, birth: '1971-01-01' },
        { ...man, birth: '1990-01-01' },
      ],
    );
    expect(young!.counted.map(({ id }) => id)).toEqual(['c1', 'c4']);
    expect([ofYoung!.whole, ofYoung!.accepted, ofYoung!.met]).toEqual([3, { min: 2 }, false]);
    expect(ofYoung!.counted.map(({ id }) => id)).toEqual(['c1']);
  });

  it.each<[string, object, number]>([
    ['the heads that the plan states', { about: '45%', planned: 5 }, 5],
    ['else the fewest that its share allows', { min: '45%' }, 5],
    ['even none, where the plan states so', { about: '45%', planned: 0 }, 0],
  ])('another requirement is, while nobody has been named, of %s', async (_, demand, whole) => {
    const structure = [
      { ...WOMEN, ...demand },
      { ...YOUNG, min: '50%', of: 'women' },
    ];
    expect((await statesOf(structure, []))[1]!.whole).toBe(whole);
  });

  it.each(['women', 'nobody'])(
    '%s, itself or a name that is unknown, is of nothing that is known',
    async of => {
      const [state] = await statesOf([{ ...WOMEN, min: '45%', of }], [woman, man, man]);
      expect([state!.whole, state!.met, state!.short, state!.obstacle]).toEqual([
        undefined,
        undefined,
        0,
        { why: 'base-unknown' },
      ]);
    },
  );
});
