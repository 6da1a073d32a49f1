import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';
import { some } from '../support/runs.ts';

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

/** Every command that takes a plan; `X` is the plan. */
const COMMANDS = [
  'check X',
  'report X',
  'report X --statistics',
  'schedule X',
  'checklist X',
  'checklist X --by slot',
  'notice X',
  'document X',
  'select X',
  'select X --format json',
  'batch X',
  'explain reserve/too-few X',
  ...['record', 'filing', 'pre-review', 'vote', 'archive', 'training', 'roster', 'letter'].map(
    kind => `paper ${kind} X`,
  ),
];
/** What these write is the same to the byte, but for the UIDs of a calendar: where there is no code they tell the plan by its file. */
const FILES = [
  'schedule X -o out.ics',
  'schedule X -o out.md',
  'checklist X -o out.html',
  'document X -o out.docx',
  'notice X -o out.docx',
  'paper record X -o out.docx',
  'checklist X -o out.xlsx',
  'export X -o out.xlsx',
];

describe('every command takes a workbook where it takes a folder', () => {
  beforeAll(async () => {
    cpSync(join(process.cwd(), 'examples/township-2016'), join(cwd, '乙镇'), { recursive: true });
    await plan('export', '乙镇', '--workbook', '--personal', '-o', '乙镇.xlsx');
  });

  /** Without places, and the line breaks that their length decides. */
  const bare = (text: string) =>
    text
      .replaceAll('乙镇.xlsx', '乙镇')
      .replace(/(乙镇\s+|（)?\[[^\]]*\]\s*[A-Z]+\d+\b/g, '')
      .replace(/乙镇\/[a-z]+\.yaml:\d+(:\d+)?/g, '')
      .replace(/\s+/g, '')
      // Remedies name a field as the file has it: the example by its English key, the workbook by its column.
      .replaceAll(/“(止|责任单位)”栏写/g, '$1:')
      .replaceAll('to:', '止:')
      .replaceAll('owner:', '责任单位:');

  it.each(some(COMMANDS, 6))('plan %s', async command => {
    const [folder, workbook] = await Promise.all(
      ['乙镇', '乙镇.xlsx'].map(path =>
        plan(...command.split(' ').map(word => (word === 'X' ? path : word)), '--as-of', '2016-06-01'),
      ),
    );
    expect(workbook!.code).toBe(folder!.code);
    expect(workbook!.code).toBeLessThan(2);
    expect(bare(workbook!.out)).toBe(bare(folder!.out));
  });

  it.each(some(FILES, 4))('plan %s', async command => {
    const written: Buffer[] = [];
    for (const path of ['乙镇', '乙镇.xlsx']) {
      const words = command.split(' ').map(word => (word === 'X' ? path : word));
      const { code, err } = await plan(...words, '--force', '--as-of', '2016-06-01');
      expect([code, err.includes('已写入')]).toEqual([0, true]);
      written.push(readFileSync(join(cwd, words.at(-1)!)));
    }
    const [folder, workbook] = written.map(bytes => bytes.toString('latin1').replace(/^UID:.*$/gm, 'UID:'));
    expect(workbook === folder).toBe(true);
  });

  it('says which of a YAML plan it cannot hold', async () => {
    writeFileSync(
      join(cwd, '注.yaml'),
      [
        '# yaml-language-server: $schema=plan.json',
        '年度: 2016 # 按县里文件',
        '单位: { 名称: 某镇党委 }',
        'timeline:',
        "  - { id: n, name: 公示, kind: notice, from: '2016-06-16（周五）', duration: 5wd }",
        '人员:',
        '  - { 编号: c1, 姓名: 张三, 已交材料: {} }',
      ].join('\n'),
    );
    const { err } = await plan('export', '注.yaml', '--workbook', '-o', '注.xlsx');
    expect(err).toContain('YAML 中的注释（# 后的文字，1 处）没有写入工作簿');
    expect(err).toContain('已交材料都写的是一项没有（{}），工作簿里没有这种写法');
    const { out } = await plan('check', '注.xlsx', '--as-of', '2016-06-01');
    expect(out).toContain('2016年6月16日是星期四，不是星期五');
  });
});
