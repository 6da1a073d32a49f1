import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

const HEAD = 'year: 2026\norganization: { name: 某镇党委 }\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-slips-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = (...args: string[]) =>
  runPlan(['check', '.', ...args, '--lang', 'zh', '--as-of', '2026-06-01'], { cwd: folder });

/** What is told of the form of a file: code, line and words. */
async function told(text: string): Promise<string[]> {
  writeFileSync(join(folder, 'plan.yaml'), HEAD + text);
  const { out } = await check('-f', 'json');
  const findings: { code: string; line: number; message: string }[] = JSON.parse(out).plans[0].findings;
  return findings
    .filter(({ code }) => /syntax|fullwidth|unknown-key/.test(code))
    .map(({ line, message }) => `${line} ${message}`);
}

/** Slips of the hand in a list of people that begins in line 3, where each is told, and what --fix makes of it. */
const SLIPS: [name: string, text: string, expected: RegExp[], fixed?: string][] = [
  [
    'one space too many',
    'candidates:\n  - id: c1\n    name: 张三\n     gender: 男\n',
    [/^6 缩进不对：.*多了 1 个空格/],
    'candidates:\n  - id: c1\n    name: 张三\n    gender: 男\n',
  ],
  [
    'one space too few',
    'candidates:\n  - id: c1\n    name: 张三\n   gender: 男\n',
    [/^6 缩进不对：.*少了 1 个空格/],
    'candidates:\n  - id: c1\n    name: 张三\n    gender: 男\n',
  ],
  [
    'a dash out of line',
    'candidates:\n  - id: c1\n    name: 张三\n   - id: c2\n     name: 李四\n',
    [/^6 缩进不对：.*多了 1 个空格/],
    'candidates:\n  - id: c1\n    name: 张三\n  - id: c2\n    name: 李四\n',
  ],
  [
    'a dash without its space',
    'candidates:\n  -id: c1\n    name: 张三\n',
    [/^4 “-”后面缺少空格/],
    'candidates:\n  - id: c1\n    name: 张三\n',
  ],
  [
    'a full-width dash',
    'candidates:\n  － id: c1\n    name: 张三\n',
    [/^4 “－”含全角字符/],
    'candidates:\n  - id: c1\n    name: 张三\n',
  ],
  [
    'full-width brackets',
    'candidates:\n  - id: c1\n    name: 张三\n    tags: ［甲，乙］\n',
    [/^6 “［甲，乙］”含全角字符/],
    'candidates:\n  - id: c1\n    name: 张三\n    tags: [甲,乙]\n',
  ],
  [
    'no-break spaces as indentation',
    'candidates:\n  - id: c1\n\u00a0\u00a0\u00a0\u00a0name: 张三\n',
    [/^5 .*不间断空格/],
    'candidates:\n  - id: c1\n    name: 张三\n',
  ],
  [
    'a full-width space behind a colon',
    'candidates:\n  - id: c1\n    name:\u3000张三\n',
    [/^5 .*全角空格/],
    'candidates:\n  - id: c1\n    name: 张三\n',
  ],
  [
    'the dash of a second person out of line, its fields in line',
    'candidates:\n  - id: c1\n    name: 张三\n - id: c2\n    name: 李四\n    gender: 男\n',
    [/^6 缩进不对：.*少了 1 个空格/],
    'candidates:\n  - id: c1\n    name: 张三\n  - id: c2\n    name: 李四\n    gender: 男\n',
  ],
  [
    'a key of the first level with a space before it',
    ' candidates:\n  - id: c1\n    name: 张三\n',
    [/^3 缩进不对：.*多了 1 个空格/],
    'candidates:\n  - id: c1\n    name: 张三\n',
  ],
  [
    'the first field of a key level with it',
    'candidates:\n  - id: c1\n    name: 张三\n    events:\n    application: 2024-03-01\n      activist: 2024-06-01\n',
    [/^7 缩进不对：.*少了 2 个空格/],
    'candidates:\n  - id: c1\n    name: 张三\n    events:\n      application: 2024-03-01\n      activist: 2024-06-01\n',
  ],
  [
    'what Word makes of a dash',
    'candidates:\n  —id: c1\n    name: 张三\n',
    [/^4 “-”后面缺少空格/],
    'candidates:\n  - id: c1\n    name: 张三\n',
  ],
  ['a long dash', 'candidates:\n  ——姓名: 张三\n    性别: 男\n', [/^4 “-”后面缺少空格/]],
  [
    'an asterisk for a dash',
    'candidates:\n  - id: c1\n    name: 张三\n  * id: c2\n    name: 李四\n',
    [/^6 列表的各项要用“-”开头/],
    'candidates:\n  - id: c1\n    name: 张三\n  - id: c2\n    name: 李四\n',
  ],
  ['numbers for dashes', 'candidates:\n  1. id: c1\n     name: 张三\n', [/^4 列表的各项要用“-”开头/]],
  ['a tab', 'candidates:\n  - id: c1\n\tname: 张三\n    gender: 男\n', [/^5 缩进用了制表符/]],
  [
    'brackets of two widths',
    'candidates:\n  - id: c1\n    name: 张三\n    tags: [甲, 乙］\n',
    [/^6 “\[甲, 乙］”含全角字符/],
    'candidates:\n  - id: c1\n    name: 张三\n    tags: [甲, 乙]\n',
  ],
  [
    'a bracket that is left open',
    'candidates:\n  - id: c1\n    tags: [甲, 乙\n    name: 张三\n',
    [/^5 括号没有配对/],
  ],
  [
    'a quote that is left open',
    'candidates:\n  - id: c1\n    name: "张三”\n    gender: 男\nwaivers: []\n',
    [/^5 引号没有配对/],
  ],
  [
    'a key without its colon, and all that it holds',
    'candidates\n  - id: c1\n    name: 张三\n    gender: 男\n',
    [/^3 这一行缺少冒号/],
  ],
  ['a missing colon', 'candidates:\n  - id: c1\n    name 张三\n    gender: 男\n', [/^5 这一行缺少冒号/]],
  ['two colons', 'candidates:\n  - id: c1\n    name: 张三\n    note: 时间: 上午\n', [/^6 一行里有两个冒号/]],
];

describe('the commonest slips are told for what they are, at the line where they are', () => {
  it.each(SLIPS)('%s', async (_name, text, expected) => {
    const lines = await told(text);
    expect(lines).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(lines[index]).toMatch(pattern);
  });

  it.each(SLIPS.filter(([, , , fixed]) => fixed !== undefined))(
    '--fix mends %s',
    async (_name, text, _expected, fixed) => {
      writeFileSync(join(folder, 'plan.yaml'), HEAD + text);
      await check('--fix');
      expect(readFileSync(join(folder, 'plan.yaml'), 'utf8')).toBe(HEAD + fixed);
      expect(await told(fixed!)).toEqual([]);
    },
  );

  it('leaves the spaces of a block text alone', async () => {
    expect(
      await told('narrative:\n  - heading: 一\n    text: |\n      甲\n      \u3000\u3000name: 乙\n'),
    ).toEqual([]);
  });
});
