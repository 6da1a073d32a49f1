import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffLines, type EditedFile, writeChoice } from '../../src/office/write-choice.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { parseDay } from '../../src/values/day.ts';
import { runPlan } from '../support/io.ts';
import { memoryFiles } from '../support/memory.ts';
import { runs } from '../support/runs.ts';

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync('schemas/select-result.schema.json', 'utf8')),
);

async function json(...args: string[]) {
  const { out, code } = await runPlan(['select', ...args, '-f', 'json']);
  const result = JSON.parse(out);
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  return { code, result };
}

describe('plan select', () => {
  it('leaves the 2016 example as it is', async () => {
    const { code, result } = await json('examples/township-2016', '--resilience');
    expect(code).toBe(0);
    expect(result).toMatchObject({
      status: 'feasible',
      changes: [],
      conflict: [],
      pairs: { all: 36, safe: 32 },
    });
    expect(result.selection[1]).toEqual({
      slot: 'farmer-1',
      nominee: 'c01',
      reserves: ['c10', 'c11', 'c19'],
      changed: false,
    });
    expect(result.resilience.filter(({ safe }: { safe: boolean }) => !safe)).toEqual([
      { slot: 'farmer-4', nominee: 'c04', substitutes: [], safe: false },
    ]);
  });

  it('explains in words why five ratios that can each be met cannot be met together', async () => {
    const { out, code } = await runPlan(['select', 'examples/township-2016-conflict']);
    expect(code).toBe(1);
    expect(out).toContain('不能同时满足：“女党员”、“35岁以下青年”、“高中文化以上”');
    expect(out).toContain('把“35岁以下青年”的下限由8人降为7人');
    expect(out).toContain('供研究参考');
    const { result } = await json('examples/township-2016-conflict');
    expect(result.conflict).toEqual(['women', 'youth', 'education']);
    expect(result.additions.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(2);
  });

  it('--dry-run says why there is nothing to write', async () => {
    const stdin = `year: 2016
organization: { name: 某镇党委 }
quota: { total: 2 }
structure: [{ id: women, name: 女党员, where: { gender: female }, min: 2 }]
candidates: [{ id: c01, name: 李强, gender: male, role: nominee }, { id: c02, name: 王芳, gender: female }]
`;
    const { out, code } = await runPlan(['select', '-', '--dry-run'], { stdin });
    expect(code).toBe(1);
    expect(out).toContain('原因');
    expect(out).toMatch(/“女党员”至少要2人/);
    expect(out).not.toContain('人选没有变化');
  });

  it('says what counting alone shows', async () => {
    const stdin = `
year: 2016
organization: { name: 某镇党委 }
quota: { total: 2, categories: [{ id: farmer, name: 农牧民, count: 2 }] }
reserve: { perSlot: { min: 1, max: 3 } }
structure: [{ id: women, name: 女党员, where: { gender: female }, min: 2 }]
candidates:
  - { id: c01, name: 王芳, gender: female, category: farmer, slot: farmer-1, role: nominee, phone: "13812345678" }
  - { id: c02, name: 李强, gender: male, category: farmer, events: { activist: 2014-06-01 } }
`;
    const { out, code } = await runPlan(['select', '-'], { stdin });
    expect(code).toBe(1);
    expect(out).toContain('“女党员”至少要2人，名册中可以列入的只有1人');
    expect(out.replace(/\n {2,}/g, '')).toContain(
      '农牧民1号名额、农牧民2号名额连同储备共需4人，符合条件的只有2人：王芳、李强',
    );
    expect(out).not.toContain('13812345678');
    const english = await runPlan(['select', '-', '--lang', 'en'], { stdin });
    expect(english.out).toContain('"女党员" needs 2, the roster has 1.');
  });

  it('needs slots, and times that are numbers', async () => {
    expect((await runPlan(['select', 'examples/phased-pilot'])).code).toBe(2);
    expect((await runPlan(['select', 'examples/township-2016', '--time', 'x'])).code).toBe(2);
  });
});

const ROSTER = `# 名册
candidates:
  # 张三
  - id: c01
    name: 王芳   # 组长
    gender: female
    category: farmer
    slot: farmer-1
    role: nominee # 拟发展
    events: { activist: 2014-06-01 }
  - { id: c02, name: 李强, gender: male, category: farmer, slot: farmer-2, role: nominee, events: { activist: 2014-06-01 } }

  - 编号: c03
    姓名: 赵敏
    性别: 女
    名额类别: farmer
    经历: { 确定积极分子时间: 2014-06-01 }
`;
const PLAN = `year: 2016
organization: { name: 某镇党委 }
quota: { total: 2, categories: [{ id: farmer, name: 农牧民, count: 2 }] }
structure: [{ id: women, name: 女党员, where: { gender: female }, min: 2 }]
candidates: candidates.yaml
`;

describe('plan select --write', () => {
  let cwd = '';
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'plan-select-'));
    writeFileSync(join(cwd, 'plan.yaml'), PLAN);
    writeFileSync(join(cwd, 'candidates.yaml'), ROSTER);
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  it('changes nothing but slot and role lines, and keeps the file as it was', async () => {
    const dry = await runPlan(['select', '.', '--dry-run'], { cwd });
    expect(dry.out.split('\n').filter(line => /^[-+][^-+]/.test(line))).toEqual([
      '-  - { id: c02, name: 李强, gender: male, category: farmer, slot: farmer-2, role: nominee, events: { activist: 2014-06-01 } }',
      '+  - { id: c02, name: 李强, gender: male, category: farmer, role: reserve, events: { activist: 2014-06-01 } }',
      '+    列入方式: 拟发展对象',
      '+    名额: farmer-2',
    ]);
    expect(dry.out).toContain('第11行　李强：拟发展对象（农牧民2号名额） → 储备\n');
    expect(dry.out).toContain('赵敏：储备 → 拟发展对象（农牧民2号名额）\n');
    expect(dry.out).not.toContain('@@');
    expect(readFileSync(join(cwd, 'candidates.yaml'), 'utf8')).toBe(ROSTER);

    const { code, err } = await runPlan(['select', '.', '--write'], { cwd });
    expect(code).toBe(0);
    expect(err).toContain('candidates.yaml.bak');
    expect(readFileSync(join(cwd, 'candidates.yaml.bak'), 'utf8')).toBe(ROSTER);
    expect(readFileSync(join(cwd, 'candidates.yaml'), 'utf8')).toContain('    name: 王芳   # 组长\n');
    const again = await runPlan(['select', '.', '--write'], { cwd });
    expect(again.err).toContain('没有变化');
    expect(readdirSync(cwd).sort()).toEqual(['candidates.yaml', 'candidates.yaml.bak', 'plan.yaml']);
    expect((await runPlan(['check', '.', '--as-of', '2016-06-01'], { cwd })).out).not.toContain('女党员要求');
  });

  it('keeps Windows line ends and a mark at the beginning, and leaves other encodings alone', async () => {
    const windows = `\ufeff${ROSTER.replaceAll('\n', '\r\n')}`;
    writeFileSync(join(cwd, 'candidates.yaml'), windows);
    await runPlan(['select', '.', '--write'], { cwd });
    const after = readFileSync(join(cwd, 'candidates.yaml'), 'utf8');
    expect(after.startsWith('\ufeff# 名册\r\n')).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const utf16 = Buffer.from(`\ufeff${ROSTER}`, 'utf16le');
    writeFileSync(join(cwd, 'candidates.yaml'), utf16);
    const { code, err } = await runPlan(['select', '.', '--write'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('UTF-8');
    expect(readFileSync(join(cwd, 'candidates.yaml')).equals(utf16)).toBe(true);
  });

  it('says what to change in a table, which it does not write to', async () => {
    const table =
      '编号,姓名,性别,名额类别,名额,列入方式,确定为入党积极分子\nc01,王芳,女,farmer,farmer-1,拟发展对象,2014-06-01\nc02,李强,男,farmer,farmer-2,拟发展对象,2014-06-01\nc03,赵敏,女,farmer,,储备,2014-06-01\n';
    writeFileSync(join(cwd, '名册.csv'), table);
    writeFileSync(join(cwd, 'plan.yaml'), PLAN.replace('candidates.yaml', '名册.csv'));
    const dry = await runPlan(['select', '.', '--dry-run'], { cwd });
    expect(dry.code).toBe(0);
    expect(dry.out).toMatch(/李强：拟发展对象（农牧民2号名额） → 储备（名册\.csv.*3/);
    expect(dry.out).toContain('赵敏：储备 → 拟发展对象（农牧民2号名额）');
    expect(dry.out).toContain('名册.csv 是表格，程序不改表格');
    const { code, err } = await runPlan(['select', '.', '--write'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('名册.csv 是表格');
    expect(err).not.toContain('YAML');
    expect(readFileSync(join(cwd, '名册.csv'), 'utf8')).toBe(table);
  });

  it('writes nothing where nothing can be chosen', async () => {
    cpSync('examples/township-2016-conflict/plan.yaml', join(cwd, 'plan.yaml'));
    const before = readFileSync(join(cwd, 'plan.yaml'), 'utf8');
    expect((await runPlan(['select', '.', '--write'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'plan.yaml'), 'utf8')).toBe(before);
  });
});

describe('a choice written into a roster', () => {
  const field = fc.constantFrom(
    'gender: female',
    'birth: 1990-01-01',
    'note: "甲, 乙"',
    'tags: [甲, 乙]',
    'branch: 东村党支部',
  );
  const person = fc.record({
    flow: fc.boolean(),
    chinese: fc.boolean(),
    first: fc.constantFrom('id', 'slot', 'role'),
    extra: fc.uniqueArray(field, { maxLength: 3 }),
    role: fc.constantFrom(undefined, 'nominee', 'reserve'),
    slot: fc.boolean(),
    comment: fc.boolean(),
  });
  const written = (people: Parameters<Parameters<typeof person.map>[0]>[0][]) =>
    people
      .map(({ flow, chinese, first, extra, role, slot, comment }, index) => {
        const key = (name: string, title: string) => (chinese ? title : name);
        const fields = [
          `${key('id', '编号')}: c${index}`,
          `${key('name', '姓名')}: 人${index}`,
          ...(role ? [`${key('role', '列入方式')}: ${role}`] : []),
          ...(slot ? [`${key('slot', '名额')}: farmer-${index + 1}`] : []),
          ...extra,
        ];
        const at = fields.findIndex(text =>
          text.startsWith(key(first, { id: '编号', slot: '名额', role: '列入方式' }[first]!)),
        );
        if (at > 0) fields.unshift(...fields.splice(at, 1));
        if (flow) return `  - { ${fields.join(', ')} }${comment ? ' # 说明' : ''}`;
        return `  - ${fields.join(`${comment ? ' # 说明' : ''}\n    `)}`;
      })
      .join('\n');

  it('reads back as the choice, with everything else the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        async (people, nominated) => {
          const head =
            'year: 2016\norganization: { name: 某镇党委 }\nquota: { total: 5, categories: [{ id: farmer, name: 农牧民, count: 5 }] }\ncandidates:\n';
          const text = `${head}${written(people)}\n`;
          const read = async (plan: string) =>
            (
              await loadPlan('.', {
                files: memoryFiles({ 'plan.yaml': plan }),
                asOf: parseDay('2016-06-01')!,
              })
            ).plan!;
          const plan = await read(text);
          const chosen = {
            ...plan,
            people: plan.people.map((each, index) => {
              const { slot: _, ...rest } = each;
              return nominated[index]
                ? { ...rest, role: 'nominee' as const, slot: `farmer-${5 - index}` }
                : { ...rest, role: 'reserve' as const };
            }),
          };
          const [edited] = writeChoice(plan, chosen) as EditedFile[];
          const after = await read(edited?.after ?? text);
          const told = (each: typeof plan) =>
            each.people.map(({ id, role, slot, data: { role: _r, slot: _s, ...data } }) => [
              id,
              role,
              slot ?? '',
              data,
            ]);
          expect(told(after)).toEqual(told(chosen));
          if (!edited) return;
          const changed = diffLines(edited, () => '').filter(line => /^[-+](?![-+])/.test(line));
          for (const line of changed.filter(each => !each.includes('{')))
            expect(line).toMatch(/^[-+]\s*(- )?(role|slot|列入方式|名额)\s*:/);
          expect(edited.after.match(/# 说明/g)?.length ?? 0).toBeGreaterThanOrEqual(
            text
              .split('\n')
              .filter(line => line.includes('# 说明') && !/(role|slot|列入方式|名额)/.test(line)).length,
          );
        },
      ),
      runs(400),
    );
  });
});
