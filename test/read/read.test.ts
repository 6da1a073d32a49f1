import { describe, expect, it } from 'vitest';
import { loadPlanBytes } from '../../src/read/plan/load.ts';
import { checkPlan } from '../../src/rules/check.ts';
import { parseDay } from '../../src/values/day.ts';

const asOf = parseDay('2016-06-01')!;
const files = {
  kind: () => undefined,
  root: '/',
  list: () => [],
  same: () => false,
  read: () => {
    throw new Error('nothing else is read');
  },
};

const load = (text: string | Uint8Array) =>
  loadPlanBytes('-', 'plan.yaml', typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    files,
    asOf,
  });

async function codes(text: string): Promise<string[]> {
  const { findings } = checkPlan(await load(text), asOf);
  return findings.map(({ code, place }) => `${place.locate().line}:${place.locate().column} ${code}`);
}

const ORG = 'year: 2016\norganization: { name: 某镇党委 }\n';

describe('Chinese and English', () => {
  it('give the same plan', async () => {
    const english = await load(`
year: 2016
organization: { name: 某镇党委, superior: 某市委组织部 }
ageAsOf: 2016-12-31
quota: { total: 1, categories: [{ id: farmer, name: 农牧民, count: 1 }] }
structure:
  - { id: women, name: 女党员, where: { gender: female, age: { max: 35 } }, min: 80%, level: advisory }
candidates:
  - { id: c01, name: 王芳, gender: female, birth: 1990-05-03, education: senior-high, occupation: farmer,
      category: farmer, role: nominee, leagueMember: false, events: { activist: 2014-06-01 } }
timeline: { steps: [{ id: notice, name: 公示, kind: notice, from: 2016-06-16, duration: 5wd }] }
`);
    const chinese = await load(`
年度: 2016年
单位: { 名称: 某镇党委, 上级: 某市委组织部 }
年龄截止日: 2016年12月31日
名额: { 总数: 1名, 名额分配: [{ 代码: farmer, 名称: 农牧民, 名额: 1人 }] }
结构要求:
  - { 代码: women, 名称: 女党员, 条件: { 性别: 女, 年龄: { 以下: 35 } }, 不低于: 80%, 约束程度: 参考 }
人员名册:
  - { 编号: c01, 姓名: 王芳, 性别: 女, 出生年月: 1990.5.3, 学历: 中专, 职业: 农牧民,
      名额类别: 农牧民, 列入方式: 拟发展对象, 是否团员: 否, 经历: { 确定积极分子时间: 2014年6月1日 } }
时间安排: { 步骤: [{ 代码: notice, 名称: 公示, 类型: 公示, 起: 2016.06.16, 时长: 5个工作日 }] }
`);
    const values = (loaded: typeof english) =>
      JSON.parse(
        JSON.stringify({ ...loaded.plan, place: 0, calendar: 0 }, (key, value) =>
          key === 'place' || key === 'norms' ? undefined : value,
        ),
      );
    const [a, b] = [values(english), values(chinese)];
    // The category is linked by its id, whichever way it is written.
    b.people[0].data.category = 'farmer';
    expect(b).toEqual(a);
    expect([...english.problems.all, ...chinese.problems.all]).toEqual([]);
  });
});

describe('values', () => {
  const person = async (fields: string) =>
    (await load(`${ORG}candidates:\n  - { id: c01, name: 王芳, ${fields} }\n`)).plan!.people[0]!.data;

  it('that are not known are absent, never 0 or text', async () => {
    for (const unknown of ['无', '不详', '', '~', 'null', '""', '未知'])
      expect(
        await person(`birth: ${unknown}, branch: ${unknown}, tags: ${unknown}, leagueMember: ${unknown}`),
      ).toEqual({
        id: 'c01',
        name: '王芳',
      });
  });

  it('keep their digits', async () => {
    const { idNumber, birth } = await person('idNumber: 650000199001010019, birth: 1988.10');
    expect(idNumber).toBe('650000199001010019');
    expect(birth).toBe('1988-10');
    expect(await codes(`${ORG}candidates:\n  - { id: 007, name: 王芳 }\n`)).toEqual([
      '4:11 input/precision-lost',
    ]);
  });

  it('of full width are read', async () => {
    expect(await person('birth: １９９０年５月３日')).toMatchObject({ birth: '1990-05-03' });
    expect((await load('年度: ２０１６\n单位: { 名称: 某镇党委 }\n')).plan!.year).toBe(2016);
  });

  it('in a list are split at Chinese commas, and unknown ones left out', async () => {
    expect(await person('contacts: [张三，李四]')).toMatchObject({ contacts: ['张三', '李四'] });
    expect(await person('contacts: 张三、李四')).toMatchObject({ contacts: ['张三', '李四'] });
    expect(await person('events: { inspections: [2014-12-01, 不详] }')).toMatchObject({
      events: { inspections: ['2014-12-01'] },
    });
  });

  it('that are wrong are told and become unknown', async () => {
    const text = `${ORG}candidates:\n  - { id: c01, name: 王芳, gender: 妇, birth: 2016-02-30 }\n`;
    expect(await codes(text)).toEqual(['4:34 input/schema', '4:44 input/schema']);
    expect((await load(text)).plan!.people[0]!.data).toEqual({ id: 'c01', name: '王芳' });
  });
});

describe('the form of a file', () => {
  it('names both places of a field given twice', async () => {
    const { problems } = await load(`${ORG}年度: 2017\n`);
    expect(problems.all).toMatchObject([
      { code: 'input/duplicate-key', args: { key: '年度', firstLine: 1, firstColumn: 1 } },
    ]);
  });

  it.each([
    ['a tab', 'year: 2016\norganization:\n\tname: 某镇党委\n', ['3:1 input/syntax']],
    ['nothing', '# 只有注释\n', ['1:1 input/syntax']],
    ['an unknown alias', `${ORG}quota: *q\n`, undefined],
    ['a tag', `${ORG}quota: !int 9\n`, undefined],
    ['a map as a key', `${ORG}? { a: 1 }\n: 2\n`, undefined],
    ['a list', '- 1\n- 2\n', ['1:1 input/schema']],
    ['deep nesting', `${ORG}narrative: ${'['.repeat(10_000)}`, undefined],
    ['deep lists', `${ORG}narrative: ${'- '.repeat(10_000)}x`, undefined],
    ['an alias bomb', bomb(), undefined],
    ['a key over a thousand characters', `${'a'.repeat(2000)}: 1\n`, undefined],
  ])('with %s is told and not read', async (_name, text, expected) => {
    const found = await codes(text);
    if (expected) expect(found).toEqual(expected);
    else expect(found.some(code => /input\/(syntax|schema|unknown-key)/.test(code))).toBe(true);
  });

  it('with keys of JavaScript objects is only a file with unknown keys', async () => {
    expect(await codes(`${ORG}__proto__: { year: 1 }\nconstructor: 2\ntoString: 3\n`)).toEqual([
      '3:1 input/unknown-key',
      '4:1 input/unknown-key',
      '5:1 input/unknown-key',
    ]);
  });

  it('with 50,000 keys and a mistake is answered all the same', async () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1\n`).join('');
    expect(await codes(`${keys}x: [1\n`)).toHaveLength(1);
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 10; level++)
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  return `${lines.join('\n')}\n`;
}

describe('papers that are in', () => {
  it.each([
    ['是', true],
    ['"已交"', true],
    ['√', true],
    ['未交', false],
    ['不适用', 'na'],
    ['2016年6月4日', '2016-06-04'],
  ])('%s', async (written, value) => {
    const { plan, problems } = await load(
      `${ORG}candidates: [{ id: c01, name: 王芳, materials: { application: ${written} } }]`,
    );
    expect(problems.all).toEqual([]);
    expect(plan!.people[0]!.data.materials).toEqual({ application: value });
  });
});

describe('a full-width colon within brackets', () => {
  it('is read before a known field, with a note', async () => {
    expect(await codes('year: 2016\norganization: { name： 某镇党委, superior: 某市委 }\n')).toEqual([
      '2:21 input/fullwidth-punctuation',
    ]);
    const { plan } = await load('year: 2016\norganization: { 名称：某镇党委 }\n');
    expect(plan!.organization.name).toBe('某镇党委');
  });

  it('is left alone elsewhere', async () => {
    const { plan } = await load('year: 2016\norganization: { name: 某镇：党委 }\n');
    expect(plan!.organization.name).toBe('某镇：党委');
    expect((await codes('year: 2016\norganization: { 甲：乙 }\n')).length).toBeGreaterThan(0);
  });
});
