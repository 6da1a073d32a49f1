import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

const PACK = 'examples/county-norms/某县规范.yaml';

describe('plan check --packs-test', () => {
  it('passes the examples of a right pack', async () => {
    for (const lang of ['zh', 'en']) {
      const { code, out } = await runPlan(['check', '--packs-test', PACK, '--lang', lang]);
      expect(code, out).toBe(0);
      expect(out.trimEnd().split('\n')).toHaveLength(5);
    }
  });

  it('fails an example that is not judged as it says', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'plan-'));
    writeFileSync(
      join(cwd, 'pack.yaml'),
      readFileSync(PACK, 'utf8').replace('duration: 7wd', 'duration: 6wd'),
    );
    const { code, out } = await runPlan(['check', '--packs-test', 'pack.yaml'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('未通过  公示七个工作日，够了；不应发现：timeline/notice-too-short');
  });

  it('refuses a pack that loosens a regulation, and one without examples', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'plan-'));
    writeFileSync(join(cwd, 'loose.yaml'), '名称: 某县规范\n规范: [{ 项目: cultivation, 数值: 6 }]\n');
    expect(await runPlan(['check', '--packs-test', 'loose.yaml'], { cwd })).toMatchObject({ code: 2 });
    writeFileSync(join(cwd, 'untested.yaml'), '名称: 某县规范\n规范: [{ 项目: cultivation, 数值: 18 }]\n');
    expect(await runPlan(['check', '--packs-test', 'untested.yaml'], { cwd })).toMatchObject({ code: 1 });
    expect(await runPlan(['check', '--packs-test', 'nowhere.yaml'], { cwd })).toMatchObject({ code: 2 });
  });
});

describe('a plan with a pack', () => {
  it('cites the pack as the source of what it finds', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'plan-'));
    writeFileSync(join(cwd, '规范.yaml'), readFileSync(PACK));
    writeFileSync(
      join(cwd, 'plan.yaml'),
      `year: 2016
organization: { name: 某镇党委 }
rules: { packs: [规范.yaml] }
timeline: [{ id: notice, name: 公示, kind: notice, from: 2016-06-16, duration: 6wd, owner: 镇组织办 }]
`,
    );
    const { out } = await runPlan(['check', '-f', 'json'], { cwd });
    const [finding] = JSON.parse(out).plans[0].findings;
    expect(finding).toMatchObject({
      code: 'timeline/notice-too-short',
      severity: 'warning',
      args: { have: 6, need: 7 },
      source: {
        document: '《某县发展党员工作规范》（某组发〔2016〕3号）',
        article: '第五条',
        effective: '2016-01-01',
      },
    });
  });
});
