import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import bundled from '../../src/generated/schemas.json' with { type: 'json' };
import { examplesOf } from '../../src/output/explain/examples.ts';
import { explainable } from '../../src/output/explain/page.ts';
import { settingsYaml } from '../../src/output/explain/settings.ts';
import { displayWidth } from '../../src/output/layout/width.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { checkPlan } from '../../src/rules/check.ts';
import { planRules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { parseDay } from '../../src/values/day.ts';
import { runPlan } from '../support/io.ts';
import { checkInMemory, memoryFiles } from '../support/memory.ts';
import { thorough } from '../support/runs.ts';

async function codesIn(contents: Record<string, string>): Promise<string[]> {
  const day = parseDay('2016-06-01')!;
  const loaded = await loadPlan('.', { files: memoryFiles(contents), asOf: day });
  return checkPlan(loaded, day).findings.map(({ code }) => code);
}

/** Of like cases one, each by turns as `index` goes on; in a long run all. */
const byTurns = <T>(cases: readonly T[], index: number): T[] =>
  cases.filter((_, at) => thorough || at === index % cases.length);
const sidesOf = (id: string) => Object.keys(examplesOf(id, 'en')) as ('bad' | 'good')[];

describe('plan explain', () => {
  it.each(explainable().map((code, index) => [code, byTurns(['zh', 'en'] as const, index)] as const))(
    '%s, in %s, within 80 columns',
    async (code, languages) => {
      for (const lang of languages) {
        const { code: exit, out } = await runPlan(['explain', code, '--lang', lang]);
        expect(exit).toBe(0);
        expect(out.startsWith(code)).toBe(true);
        expect(out).not.toMatch(/undefined|NaN|\[object/);
        // Examples are shown as they are written; everything else is wrapped.
        const wrapped = out.split('\n').filter(line => !line.startsWith('    '));
        expect(wrapped.filter(line => displayWidth(line) > 80)).toEqual([]);
      }
    },
  );

  it('shows how a ratio works out with the numbers of a plan', async () => {
    const { out } = await runPlan(['explain', 'structure/not-met', 'examples/township-2016']);
    expect(out).toContain('女党员：45%左右；9 × 45% = 4.05，须4至5人；计划5人；现有5人（55.6%）');
    expect(out).toContain('35岁以下青年：不低于80%；9 × 80% = 7.2，须至少8人；计划8人；现有8人（88.9%）');
  });

  it.each([
    ['{ perSlot: { min: 2, max: 3 } }', '须2至3人'],
    ['{ perSlot: { min: 2, max: 3 }, includesNominee: true }', '须1至2人'],
    ['{ perSlot: { min: 2 } }', '须至少2人'],
    ['{ perSlot: { min: 2 }, includesNominee: true }', '须至少1人'],
  ])('shows how many reserves %s asks for', async (reserve, asked) => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    const nominee = '{ id: c01, name: 王芳, role: nominee }';
    const file = `year: 2016\norganization: { name: 某镇党委 }\nquota: { total: 1 }\nreserve: ${reserve}\ncandidates: [${nominee}]\n`;
    writeFileSync(join(folder, 'plan.yaml'), file);
    const { out } = await runPlan(['explain', 'reserve/too-few', folder]);
    expect(out).toContain(`1号名额：储备0人，${asked}\n`);
  });

  it('shows how a period works out with the dates of the nominees', async () => {
    const explained = async (code: string) =>
      (await runPlan(['explain', code, 'examples/township-2016', '--as-of', '2016-06-01'])).out.replace(
        /\n {2}(?=\S)/g,
        '',
      );
    expect(await explained('period/talk-late')).toContain(
      '阿依古丽：“递交入党申请书”2013年6月13日，加1个月，“谈话”最迟2013年7月13日；实际2013年6月27日',
    );
    expect(await explained('period/activist-too-short')).toContain(
      '加12个月，确定人选最早2015年3月10日；计划2016年6月8日',
    );
    expect(await explained('period/oath-late')).not.toContain('代入本计划');
  });

  it('shows the examples that run as tests, and what each text in force said', async () => {
    const { out } = await runPlan(['explain', 'timeline/notice-too-short']);
    expect(out).toContain('错误的例子');
    expect(out).toContain('正确的例子');
    expect(out).toContain('2014-05-28起：5个工作日');
    expect(out).toMatch(/2026-05-11起：5个工作日.*第十三条/s);
    expect(out).not.toContain('# expect');
  });

  it.each([
    ['notice-too-short', ['timeline/notice-too-short', 'period/notice-too-short']],
    ['timeline/notice', ['timeline/notice-too-short']],
    ['unfilled', ['quota/unfilled']],
    ['privacy/', ['privacy/id-number-exposed', 'privacy/phone-exposed']],
    ['公示时间', ['timeline/notice-too-short', 'period/notice-too-short']],
    ['法定节假日', ['timeline/public-holiday']],
  ])('finds %s by prefix, name or words of the title', async (words, codes) => {
    const { code, out } = await runPlan(['explain', words]);
    expect(code).toBe(0);
    if (codes.length === 1) expect(out.startsWith(codes[0]!)).toBe(true);
    else for (const each of codes) expect(out).toMatch(new RegExp(`^  ${each} `, 'm'));
  });

  it('words of the other language, and what is nothing, are no codes', async () => {
    expect((await runPlan(['explain', 'public holiday', '--lang', 'en'])).out).toContain(
      'timeline/public-holiday',
    );
    const { code, err } = await runPlan(['explain', 'timeline/notice-too-shrot']);
    expect(code).toBe(2);
    expect(err).toContain('timeline/notice-too-short');
  });

  it('shows examples in the keys of the language', async () => {
    const zh = (await runPlan(['explain', 'structure/not-met'])).out;
    expect(zh).toContain('年度: 2016');
    expect(zh).not.toMatch(/^ {4}\w+: /m);
    expect((await runPlan(['explain', 'structure/not-met', '--lang', 'en'])).out).toContain('year: 2016');
  });

  it.each(planRules.map(({ id }, index) => [id, byTurns(sidesOf(id), index)] as const))(
    '%s: the examples in Chinese keys are found the same',
    async (id, sides) => {
      for (const side of sides) {
        const [contents, original] = (['zh', 'en'] as const).map(keys =>
          Object.fromEntries(examplesOf(id, keys)[side]!.map(({ name, text }) => [name, text])),
        );
        expect(await codesIn(contents!), `${id} ${side}`).toEqual(await codesIn(original!));
      }
    },
  );

  it('cites on the page of a rule what its findings cite', async () => {
    for (const rule of planRules as readonly Rule[])
      for (const file of examplesOf(rule.id, 'en').bad ?? []) {
        if (file.name !== 'plan.yaml') continue;
        const { findings } = await checkInMemory(file.text, '2026-06-01');
        for (const { code, norm } of findings)
          if (code === rule.id)
            expect([rule.norm, ...(rule.alsoCites ?? []), 'plan-consistency'], rule.id).toContain(norm.id);
      }
  });

  it('shows no settings for what is found of several plans', async () => {
    expect((await runPlan(['explain', 'quota/over-total'])).out).toContain('\n设置\n');
    expect((await runPlan(['explain', 'batch/growth'])).out).not.toContain('\n设置\n');
  });

  it('shows the settings that a rule reads, in the keys of the language', async () => {
    const zh = (await runPlan(['explain', 'branch/inactive'])).out;
    expect(zh).toContain('        支部预警: [{ 年数: 2, 颜色: 黄色 }, { 年数: 3, 颜色: 红色 }]\n');
    const en = (await runPlan(['explain', 'branch/inactive', '--lang', 'en'])).out;
    expect(en).toContain(
      '        branchInactive: [{ years: 2, colour: yellow }, { years: 3, colour: red }]\n',
    );
  });

  it('every setting is read by a rule that declares it', () => {
    const declared = planRules.flatMap((rule: Rule) => [...(rule.settings ?? [])]);
    expect(new Set(declared)).toEqual(new Set(Object.keys(bundled.$defs.settings.properties)));
  });

  it('no rule reads a setting that it does not declare', async () => {
    const { facts } = await checkInMemory(
      readFileSync('test/fixtures/period/notice-too-short/bad.after-the-revision/plan.yaml', 'utf8'),
      '2026-06-01',
    );
    for (const rule of planRules as readonly Rule[]) {
      const read = new Set<string>();
      const settings = new Proxy({}, { get: (_, name) => void read.add(String(name)) });
      rule.check({ ...facts!, plan: { ...facts!.plan, settings } }, () => {});
      for (const name of read) expect(rule.settings ?? [], rule.id).toContain(name);
    }
  });

  it.each(planRules.map((rule, index) => [rule.id, rule, byTurns(['zh', 'en'] as const, index)] as const))(
    '%s: the lines to paste are read without a fault',
    async (_, rule, languages) => {
      for (const keys of languages) {
        const text = `year: 2016\norganization: { name: 某镇党委 }\n${settingsYaml(rule, keys, 'inspect')}\n`;
        const { findings } = await checkInMemory(text, '2016-06-01');
        expect(findings.filter(({ code }) => code.startsWith('input/'))).toEqual([]);
      }
    },
  );

  it('lists every rule and norm', async () => {
    const { out } = await runPlan(['explain']);
    expect(explainable().filter(code => !out.includes(code))).toEqual([]);
  });

  it('suggests the code that was meant', async () => {
    const { code, err } = await runPlan(['explain', 'quota/sum-missmatch']);
    expect(code).toBe(2);
    expect(err).toContain('quota/sum-mismatch');
  });

  it.each([
    ['zh', 'src/rules/README.zh.md'],
    ['en', 'src/rules/README.md'],
  ])('is what the reference in %s was made from (npm run docs)', async (lang, file) => {
    const { out } = await runPlan(['explain', '--format', 'markdown', '--lang', lang]);
    expect(readFileSync(file, 'utf8') === out, `${file} is stale: npm run docs`).toBe(true);
  });

  it('speaks of no id in Chinese, and of no share of nobody', async () => {
    const plan = {
      year: 2016,
      organization: { name: '某镇党委' },
      quota: { total: 2, categories: [{ id: 'farmer', name: '农牧民', count: 2 }] },
      structure: [
        { id: 'farmers', name: '农牧民妇女', where: { gender: 'female' }, of: 'farmer', min: '50%' },
        { id: 'young', name: '其中35岁以下', where: { age: { max: 35 } }, of: 'farmers', min: '50%' },
      ],
      candidates: [],
    };
    const [zh, en] = await Promise.all(
      ['zh', 'en'].map(async lang => {
        const { out } = await runPlan(['explain', 'structure/not-met', '-', '--lang', lang], {
          stdin: JSON.stringify(plan),
        });
        return out.replace(/\n\s*/g, '');
      }),
    );
    expect(zh).toContain('现有0人');
    expect(`${zh}${en}`).not.toMatch(/（）|\(\)/);
    expect(zh).not.toContain('inspect');
    expect(zh).toContain('对象: 人员、名额或步骤的代码');
  });
});
