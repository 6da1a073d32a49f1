import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-workbook-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const plan = (...args: string[]) => runPlan(args, { cwd });

describe('a plan in one workbook', () => {
  it('is made, checked, printed, and turned into YAML', async () => {
    const made = await plan('init', '计划.xlsx', '--yes', '--name', '某镇党委', '--year', '2016');
    expect(made).toMatchObject({ code: 0, err: '已写入 计划.xlsx\n' });
    const again = await plan('init', '计划.xlsx', '--yes');
    expect(again.code).toBe(2);

    const checked = await plan('check', '计划.xlsx', '-f', 'json');
    expect(checked.code).toBe(0);
    const [own] = JSON.parse(checked.out).plans;
    expect(own).toMatchObject({ organization: '某镇党委', year: 2016 });
    expect(own.findings.filter(({ code }: { code: string }) => code.startsWith('input/'))).toEqual([]);
    const folder = await plan('check', '.', '-f', 'json');
    expect(JSON.parse(folder.out).plans[0].findings).toEqual(own.findings);

    expect((await plan('document', '计划.xlsx', '-o', '工作计划.html')).code).toBe(0);
    expect((await plan('import', '计划.xlsx')).code).toBe(0);
    const yaml = await plan('check', 'plan.yaml', '-f', 'json');
    const told = (text: string) =>
      JSON.parse(text).plans[0].findings.map(({ code, subject, args }: Record<string, unknown>) => ({
        code,
        subject,
        args,
      }));
    expect(told(yaml.out)).toEqual(told(checked.out));
  });

  it('leaves ID numbers out unless they are asked for, and says so', async () => {
    const example = join(process.cwd(), 'examples/township-2016-broken');
    const without = await plan('export', example, '--workbook', '-o', '甲.xlsx');
    expect(without.code).toBe(0);
    expect(without.err).toContain('身份号码和电话没有写入');
    const whole = await plan('export', example, '--workbook', '--personal', '-o', '乙.xlsx');
    expect(whole.err).not.toContain('身份号码和电话没有写入');
  });

  it('is not written into by the choice of nominees', async () => {
    const example = join(process.cwd(), 'examples/township-2016-conflict');
    await plan('export', example, '--workbook', '-o', '丙.xlsx');
    const before = readFileSync(join(cwd, '丙.xlsx'));
    const { code, err } = await plan('select', '丙.xlsx', '--write');
    expect(code).not.toBe(0);
    expect(err).not.toContain('改动');
    expect(readFileSync(join(cwd, '丙.xlsx')).equals(before)).toBe(true);
    expect(existsSync(join(cwd, '丙.xlsx.bak'))).toBe(false);
  });
});
