import { expect, it } from 'vitest';
import { checkFiles } from '../../src/library/core.ts';

const PLAN = `year: 2016
organization: { name: 某镇党委 }
quota:
  total: 1
  categories:
    - { id: farmer, name: 农牧民, count: 1, where: WHERE }
materials:
  - { id: application, name: 入党申请书 }
  - { id: league, name: 团组织推优表, when: WHEN }
reserve: { perSlot: 1 }
candidates:
  - { id: c01, name: 王芳, gender: female, birth: BIRTH, slot: farmer-1, role: nominee, materials: { application: 2015-03-01 } }
  - { id: c02, name: 李红, gender: female, role: reserve }
`;

async function planOf(parts: { WHERE?: string; WHEN?: string; BIRTH?: string } = {}) {
  const words = { WHERE: '{ gender: male }', WHEN: '{ age: { max: 28 } }', BIRTH: '1970-05-03', ...parts };
  const text = PLAN.replace(/WHERE|WHEN|BIRTH/g, word => words[word as keyof typeof words]);
  const files = [{ path: 'plan.yaml', bytes: new TextEncoder().encode(text) }];
  const { plans } = await checkFiles(files, { asOf: '2016-06-01' });
  return plans[0]!;
}

it.each([
  ['of a paper holds for nobody and for everybody', { WHEN: '{ agee: { max: 28 } }' }, '/materials/1/when'],
  ['of a paper with a wrong value', { WHEN: '{ age: { max: 二十八点五 } }' }, '/materials/1/when/age/max'],
  ['of a category', { WHERE: '{ gendre: male }' }, '/quota/categories/0/where'],
])(
  'a condition that was not understood, %s: it is told, and nothing follows from it',
  async (_, parts, path) => {
    const { findings, checked } = await planOf(parts);
    expect(findings.find(({ code }) => code.startsWith('input/'))?.path).toBe(path);
    expect(Object.values(checked!)).toContain('partly');
    // Read as if there were none, it would ask everybody for the paper.
    expect(findings.filter(({ code, subject }) => code === 'materials/missing' && subject === 'c01')).toEqual(
      [],
    );
  },
);

it('a condition that nobody wrote holds for everybody', async () => {
  const { findings } = await planOf({ WHEN: '~' });
  expect(findings.map(({ code }) => code)).toContain('materials/missing');
});

it.each([
  ['input/schema', { BIRTH: '1990-02-30' }, '/candidates/0/birth'],
  ['input/fullwidth-punctuation', { BIRTH: '１９９０-05-03' }, '/candidates/0/birth'],
  ['input/duplicate-key', { BIRTH: '1990-05-03, gender: male' }, '/candidates/0/gender'],
  ['input/precision-lost', { BIRTH: '1990-05-03, idNumber: 650000199005030021' }, '/candidates/0/idNumber'],
  ['input/fullwidth-punctuation', { BIRTH: '1990-05-03, note： 无误' }, '/candidates/0'],
])('what reading finds says where in the data: %s of %j', async (code, parts, path) => {
  const { findings } = await planOf(parts);
  expect(findings.filter(finding => finding.code === code).map(finding => finding.path)).toContain(path);
});

it('未定 is as unknown as 待定', async () => {
  for (const word of ['未定', '待定']) {
    const { findings } = await planOf({ BIRTH: word });
    expect(findings.filter(({ code }) => code === 'input/schema')).toEqual([]);
  }
});

it('a lag of no days is refused where it stands', async () => {
  const steps = (lag: string) =>
    `year: 2016\norganization: { name: 某镇党委 }\ntimeline:\n  - { id: a, name: 甲, on: 2016-05-05 }\n  - { id: b, name: 乙, duration: 5wd, after: [a${lag}] }\n`;
  const codesOf = async (lag: string) => {
    const files = [{ path: 'plan.yaml', bytes: new TextEncoder().encode(steps(lag)) }];
    const { plans } = await checkFiles(files, { asOf: '2016-06-01' });
    return plans[0]!.findings.filter(({ code }) => code === 'input/schema').map(({ path }) => path);
  };
  expect(await codesOf('+2wd')).toEqual([]);
  for (const lag of ['+0wd', '+0d', '+00d']) expect(await codesOf(lag)).toEqual(['/timeline/1/after/0']);
});

it('why a plan could not be checked cannot be switched off', async () => {
  const text =
    'year: 2016\norganization: { name: 某镇党委 }\ncandidates: 没有.yaml\nrules: { severity: { input/unreadable: off } }\n';
  const { plans } = await checkFiles([{ path: 'plan.yaml', bytes: new TextEncoder().encode(text) }], {
    asOf: '2016-06-01',
  });
  expect(plans[0]!.verdict).toBe('unreadable');
  expect(plans[0]!.findings.map(({ code }) => code)).toContain('input/unreadable');
});

it.each(['单位', '组织', '填报单位', '单位名称'])('the unit may be called %s', async key => {
  const text = `年度: 2016\n${key}: { 名称: 某镇党委 }\n`;
  const { plans } = await checkFiles([{ path: 'plan.yaml', bytes: new TextEncoder().encode(text) }], {
    asOf: '2016-06-01',
  });
  expect(plans[0]!.organization).toBe('某镇党委');
  expect(plans[0]!.findings.filter(({ code }) => code.startsWith('input/'))).toEqual([]);
});
