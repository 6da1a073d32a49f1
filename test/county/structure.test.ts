import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Folder, runIn } from '../support/examine.ts';
import { runs } from '../support/runs.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const person = fc.record({
  gender: maybe(fc.constantFrom('male', 'female')),
  birth: maybe(fc.constantFrom('1980-05-06', '1990-12-31', '1991-01-01', '2000-02-03')),
  education: maybe(fc.constantFrom('primary', 'senior-high', 'college', 'postgraduate')),
  category: fc.constantFrom('farmer', 'office'),
  role: fc.constantFrom('nominee', 'reserve'),
});
const township = fc.record({
  year: fc.constantFrom(2026, 2026, 2026, 2025),
  farmer: fc.integer({ min: 0, max: 6 }),
  office: fc.integer({ min: 0, max: 3 }),
  /** whether the plan counts something else by the county's id */
  hasOwn: fc.boolean(),
  people: fc.array(person, { maxLength: 6 }),
});
type Township = ReturnType<(typeof township)['generate']>['value'];
type Person = Township['people'][number];

const STRUCTURE = [
  { id: 'women', name: '女党员', where: { gender: 'female' }, max: '25%' },
  { id: 'youth', name: '青年', where: { age: { max: 35 } }, min: '50%' },
  { id: 'learned', name: '女大专', where: { education: { min: 'college' } }, of: 'women', min: '50%' },
  { id: 'peasant', name: '农民中女', where: { gender: 'female' }, of: 'farmer', about: '45%' },
];

const folderOf = (townships: Township[]): Folder => ({
  'county.yaml': Buffer.from(
    JSON.stringify({
      year: 2026,
      quota: { total: 5 * townships.length },
      structure: STRUCTURE,
      townships: townships.map((_, at) => ({ name: `第${at}镇`, quota: 5, path: `./t${at}/` })),
    }),
  ),
  ...Object.fromEntries(
    townships.map(({ year, farmer, office, hasOwn, people }, at) => [
      `t${at}/plan.yaml`,
      Buffer.from(
        JSON.stringify({
          year,
          organization: { name: `第${at}镇` },
          quota: {
            total: farmer + office,
            categories: [
              { id: 'farmer', name: '农民', count: farmer },
              { id: 'office', name: '机关', count: office },
            ],
          },
          structure: hasOwn ? [{ id: 'women', name: '男', where: { gender: 'male' }, min: 0 }] : [],
          candidates: people.map((data, number) => ({
            id: `c${number}`,
            name: `人员${at}-${number}`,
            ...data,
          })),
        }),
      ),
    ]),
  ),
});

/** Whether it is met in every way in which the county may still be filled in, in none, or in some only. */
function inEveryWay(ways: boolean[]): boolean | null {
  return ways.every(Boolean) ? true : ways.some(Boolean) ? null : false;
}

/**
 * Counted without the code that is tested: of what is drawn. Of each person and slot all that it may turn out to be is tried, and
 * what the county's demands come to then.
 */
function expected(townships: Township[]) {
  const own = townships.filter(({ year }) => year === 2026);
  const nominees = own.flatMap(({ people }) => people.filter(({ role }) => role === 'nominee'));
  const sum = (of: (each: Township) => number) => own.reduce((all, each) => all + of(each), 0);
  const total = sum(({ farmer, office }) => farmer + office);
  const slots = sum(({ farmer }) => farmer);
  const vacancies = (each: Township, has: (person: Person) => boolean, slotsOf: number) =>
    Math.max(0, slotsOf - each.people.filter(person => person.role === 'nominee' && has(person)).length);
  const vacant = sum(each => vacancies(each, () => true, each.farmer + each.office));
  const vacantFarmers = sum(each => vacancies(each, ({ category }) => category === 'farmer', each.farmer));
  const farmers = nominees.filter(({ category }) => category === 'farmer');
  const isWoman = ({ gender }: Person) => gender && gender === 'female';
  const isYoung = ({ birth }: Person) => birth && birth >= '1991';
  const isLearned = ({ education }: Person) => education && ['college', 'postgraduate'].includes(education);
  type Truth = boolean | '' | undefined;
  const known = (people: Person[], of: (person: Person) => Truth) => people.filter(each => of(each)).length;
  const open = (people: Person[], of: (person: Person) => Truth) =>
    people.filter(each => of(each) === undefined).length;
  /** what heads of a fixed whole may come to */
  const upTo = (heads: number, more: number) => Array.from({ length: more + 1 }, (_, at) => heads + at);
  const judged = (ways: boolean[]) => (nominees.length === 0 ? null : inEveryWay(ways));
  const simple = (
    people: Person[],
    of: (person: Person) => Truth,
    free: number,
    met: (heads: number) => boolean,
  ) => ({
    have: known(people, of),
    unknown: open(people, of),
    vacant: free,
    met: judged(upTo(known(people, of), open(people, of) + free).map(met)),
  });
  const women = nominees.filter(isWoman);
  /** women who are learned, and all women, in every way */
  let pairs = new Set(['0 0']);
  const come = (ways: [women: boolean, learned: boolean][]) => {
    const next = new Set<string>();
    for (const pair of pairs)
      for (const [woman, learned] of ways) {
        const [heads, whole] = pair.split(' ').map(Number) as [number, number];
        next.add(`${heads + (woman && learned ? 1 : 0)} ${whole + (woman ? 1 : 0)}`);
      }
    pairs = next;
  };
  const either = (truth: Truth): boolean[] => (truth === undefined ? [true, false] : [Boolean(truth)]);
  for (const person of nominees)
    come(
      either(isWoman(person)).flatMap(woman =>
        either(isLearned(person)).map(learned => [woman, learned] as [boolean, boolean]),
      ),
    );
  for (let at = 0; at < vacant; at++)
    come([
      [true, true],
      [true, false],
      [false, false],
    ]);
  const learned = [...pairs].map(pair => {
    const [heads, whole] = pair.split(' ').map(Number) as [number, number];
    return heads * 2 >= whole;
  });
  return [
    { id: 'women', ...simple(nominees, isWoman, vacant, heads => heads * 4 <= total), whole: total },
    { id: 'youth', ...simple(nominees, isYoung, vacant, heads => heads * 2 >= total), whole: total },
    {
      id: 'learned',
      have: known(women, isLearned),
      unknown: open(women, isLearned) + nominees.filter(each => isWoman(each) === undefined).length,
      vacant,
      whole: women.length,
      met: judged(learned),
    },
    {
      id: 'peasant',
      ...simple(farmers, isWoman, vacantFarmers, heads => Math.abs(heads - slots * 0.45) < 1),
      whole: slots,
    },
  ];
}

const AS_OF = ['--as-of', '2026-06-01', '--no-cache'];

describe("the county's structure on random counties", () => {
  it('is that of an independent count', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(township, { minLength: 1, maxLength: 5 }), async townships => {
        const folder = folderOf(townships);
        const { county } = JSON.parse((await runIn(folder, ['batch', '.', '-f', 'json', ...AS_OF])).out);
        expect(county.structure).toMatchObject(expected(townships));
        const subjects = (code: string) =>
          county.findings.flatMap((each: { code: string; subject: string }) =>
            each.code === `batch/structure-${code}` ? [each.subject] : [],
          );
        const of = (outcome: boolean | null) =>
          expected(townships).flatMap(({ id, met }) => (met === outcome ? [id] : []));
        expect(subjects('not-met')).toEqual(of(false));
        expect(subjects('undecided')).toEqual(county.nominees === 0 ? [] : of(null));
      }),
      runs(40),
    );
  });

  it.each([
    ['no-base', '基数', { of: 'nosuch', min: '50%' }],
    ['no-base', '基数', { of: 'self', min: '50%' }],
    ['no-integer', '没有哪个人数', { exactly: '33%' }],
  ])('tells of what cannot be computed, and never as met: %s %s', async (obstacle, said, demand) => {
    const people: Person[] = [
      { gender: 'female', birth: '1991-01-01', education: 'college', category: 'farmer', role: 'nominee' },
    ];
    const folder = folderOf([{ year: 2026, farmer: 4, office: 0, hasOwn: false, people }]);
    const file = JSON.parse(String(folder['county.yaml']));
    file.structure = [{ id: 'self', name: '妇女', where: { gender: 'female' }, ...demand }];
    folder['county.yaml'] = Buffer.from(JSON.stringify(file));
    const { county } = JSON.parse((await runIn(folder, ['batch', '.', '-f', 'json', ...AS_OF])).out);
    expect(county.structure).toMatchObject([{ id: 'self', met: false, obstacle }]);
    expect(county.findings[0].message).toContain(said);
    const { out } = await runIn(folder, ['batch', '.', '--lang', 'zh', ...AS_OF]);
    expect(out).toContain(obstacle === 'no-base' ? '基数不存在' : '没有这样的整数');
  });

  it('is not judged where nobody is a nominee yet', async () => {
    const folder = folderOf([{ year: 2026, farmer: 4, office: 0, hasOwn: false, people: [] }]);
    const { out } = await runIn(folder, ['batch', '.', '--lang', 'zh', ...AS_OF]);
    expect(out).toContain('没有人选，未核对');
    expect(out).not.toContain('达到');
  });
});

interface Quota {
  total: unknown;
  categories: [farmer: { count: unknown }];
}
const FARMERS = { of: 'farmer' };

describe("the county's structure where a plan does not say how many slots there are", () => {
  const people: Person[] = [
    { gender: 'female', birth: '1991-01-01', education: 'college', category: 'farmer', role: 'nominee' },
  ];
  const county = async (change: (quota: Quota) => void, demand: object) => {
    const full: Township = { year: 2026, farmer: 1, office: 0, hasOwn: false, people };
    const folder = folderOf([full, { ...full, people: [] }]);
    const file = JSON.parse(String(folder['county.yaml']));
    file.structure = [{ id: 'women', name: '妇女', where: { gender: 'female' }, ...demand }];
    folder['county.yaml'] = Buffer.from(JSON.stringify(file));
    const plan = JSON.parse(String(folder['t1/plan.yaml']));
    change(plan.quota);
    folder['t1/plan.yaml'] = Buffer.from(JSON.stringify(plan));
    const { out } = await runIn(folder, ['batch', '.', '-f', 'json', '--lang', 'zh', ...AS_OF]);
    return JSON.parse(out).county;
  };

  it.each<[name: string, change: (quota: Quota) => void, of: object]>([
    ['its total is pending', quota => Object.assign(quota, { total: '不详' }), {}],
    [
      'the category is pending',
      ({ categories: [farmer] }) => Object.assign(farmer, { count: '不详' }),
      FARMERS,
    ],
    [
      'the category was not read',
      ({ categories: [farmer] }) => Object.assign(farmer, { count: '两三' }),
      FARMERS,
    ],
  ])('is not judged: %s', async (_name, change, of) => {
    const share = await county(change, { min: '100%', ...of });
    expect(share.structure).toMatchObject([{ have: 1, vacant: null, met: null, obstacle: 'total-unknown' }]);
    expect(share.findings).toMatchObject([
      { code: 'batch/structure-undecided', message: expect.stringContaining('名额数没有写明') },
    ]);
    // A number of heads that is reached is reached whatever is still to come; too many may still come.
    expect((await county(change, { min: 1, ...of })).structure).toMatchObject([{ have: 1, met: true }]);
    expect((await county(change, { max: 1, ...of })).structure).toMatchObject([{ have: 1, met: null }]);
    expect((await county(change, { max: 0, ...of })).structure).toMatchObject([{ have: 1, met: false }]);
  });
});
