import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { runPlan, testIo } from '../support/io.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-fix-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (...args: string[]) => runPlan([...args, '--lang', 'zh'], { cwd: folder });
const plan = () => readFileSync(join(folder, 'plan.yaml'), 'utf8');

const HABITS = `# 说明：保留
year: ２０１６ # 年度
organization: { name: 某镇党委 }
candidates:
  - id: c1
    name: 王甲
    tags: [致富，带头人]
    idNumber: 650000199005030025 # 身份证
`;
const MENDED = `# 说明：保留
year: 2016 # 年度
organization: { name: 某镇党委 }
candidates:
  - id: c1
    name: 王甲
    tags: [致富, 带头人]
    idNumber: "650000199005030025" # 身份证
`;

describe('plan check --fix', () => {
  it('mends what is certain, shows it, keeps comments and the original', async () => {
    writeFileSync(join(folder, 'plan.yaml'), HABITS);
    const { err } = await inFolder('check', '--fix');
    expect(plan()).toBe(MENDED);
    expect(readFileSync(join(folder, 'plan.yaml.bak'), 'utf8')).toBe(HABITS);
    expect(err).toContain('+ year: 2016 # 年度');
    expect(err).toContain('已改正 1 个文件，共 3 行');
    expect(err).not.toContain('650000199005030025');
    const { out } = await inFolder('check', '-f', 'json');
    const codes = JSON.parse(out).plans[0].findings.map(({ code }: { code: string }) => code);
    expect(codes.filter((code: string) => code.startsWith('input/'))).toEqual([]);
  });

  it('makes YAML of a line in full-width punctuation, and shows it once', async () => {
    const line = '  - {代码：a，名称：大专以上，条件：{文化程度：大专以上}，不低于：50%}';
    const head = 'year: 2026\norganization: { name: 某镇党委 }\nquota: { total: 4 }\nstructure:\n';
    writeFileSync(join(folder, 'plan.yaml'), `${head}${line}\n`);
    const { err } = await inFolder('check', '--fix');
    const mended = '  - {代码: a, 名称: 大专以上, 条件: {文化程度: 大专以上}, 不低于: 50%}';
    expect(plan()).toBe(`${head}${mended}\n`);
    expect(err).toContain(`plan.yaml:5\n- ${line}\n+ ${mended}\n`);
    expect(err.match(/plan\.yaml:5/g)).toHaveLength(1);
    expect(err).toContain('已改正 1 个文件，共 1 行');
  });

  it('makes UTF-8 of other encodings, and keeps an older backup', async () => {
    writeFileSync(
      join(folder, 'plan.yaml'),
      Buffer.from(`\ufeff${MENDED.replaceAll('\n', '\r\n')}`, 'utf16le'),
    );
    writeFileSync(join(folder, 'plan.yaml.bak'), 'older');
    await inFolder('check', '--fix');
    expect(plan()).toBe(MENDED.replaceAll('\n', '\r\n'));
    expect(readdirSync(folder).sort()).toEqual(['plan.yaml', 'plan.yaml.bak', 'plan.yaml.bak2']);
    expect(readFileSync(join(folder, 'plan.yaml.bak'), 'utf8')).toBe('older');
  });

  it('keeps the line ends and the mark of Windows', async () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    writeFileSync(join(folder, 'plan.yaml'), windows(HABITS));
    const { err } = await inFolder('check', '--fix');
    expect(plan()).toBe(windows(MENDED));
    expect(err).toContain('已改正 1 个文件，共 3 行');
    expect((await inFolder('check', '--fix')).err).toContain('没有可以自动改正的内容');
  });

  it('leaves a clean file alone', async () => {
    writeFileSync(join(folder, 'plan.yaml'), MENDED);
    const { err } = await inFolder('check', '--fix');
    expect(err).toContain('没有可以自动改正的内容');
    expect(readdirSync(folder)).toEqual(['plan.yaml']);
  });
});

describe('plan check --watch', () => {
  it('checks again when a file has changed', async () => {
    writeFileSync(join(folder, 'plan.yaml'), 'year: 2016\n');
    const { io, written } = testIo({ cwd: folder });
    let waits = 0;
    const changed = async () => {
      writeFileSync(join(folder, 'plan.yaml'), MENDED);
      return ++waits < 2;
    };
    await run(['check', '--watch', '--lang', 'zh'], { ...io, watch: async () => changed });
    expect(waits).toBe(2);
    expect(written.out.match(/缺少“单位”/g)).toHaveLength(1);
    expect(written.out).toContain('某镇党委');
  });

  it('writes no files', async () => {
    writeFileSync(join(folder, 'plan.yaml'), MENDED);
    expect(await inFolder('check', '--watch', '-o', 'a.txt')).toMatchObject({ code: 2 });
  });
});
