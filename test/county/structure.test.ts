import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Folder, runIn } from '../support/examine.ts';

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

/** Counted without the code that is tested: of what is drawn. */
function expected(townships: Township[]) {
  const own = townships.filter(({ year }) => year === 2026);
  const nominees = own.flatMap(({ people }) => people.filter(({ role }) => role === 'nominee'));
  const sum = (of: (each: Township) => number) => own.reduce((all, each) => all + of(each), 0);
  const count = (people: Person[], field: keyof Person, holds: (value: string) => boolean) => ({
    have: people.filter(each => each[field] !== undefined && holds(each[field])).length,
    unknown: people.filter(each => each[field] === undefined).length,
  });
  const isWoman = (value: string) => value === 'female';
  const women = nominees.filter(({ gender }) => gender === 'female');
  const farmers = nominees.filter(({ category }) => category === 'farmer');
  const total = sum(({ farmer, office }) => farmer + office);
  const slots = sum(({ farmer }) => farmer);
  const judged = (met: boolean) => (nominees.length === 0 ? null : met);
  const [w, y, l, p] = [
    count(nominees, 'gender', isWoman),
    count(nominees, 'birth', birth => birth >= '1991'),
    count(women, 'education', own => ['college', 'postgraduate'].includes(own)),
    count(farmers, 'gender', isWoman),
  ];
  return [
    { id: 'women', ...w, whole: total, met: judged(w.have * 4 <= total) },
    { id: 'youth', ...y, whole: total, met: judged(y.have * 2 >= total) },
    { id: 'learned', ...l, whole: women.length, met: judged(l.have * 2 >= women.length) },
    { id: 'peasant', ...p, whole: slots, met: judged(Math.abs(p.have - slots * 0.45) < 1) },
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
        const found = county.findings.filter(
          ({ code }: { code: string }) => code === 'batch/structure-not-met',
        );
        expect(found.map(({ subject }: { subject: string }) => subject)).toEqual(
          expected(townships).flatMap(({ id, met }) => (met === false ? [id] : [])),
        );
      }),
      { numRuns: 40 },
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
