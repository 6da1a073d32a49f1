import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';
import { bytesOf } from '../support/sheets.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-roster-coverage-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const PLAN = `schema: plan/v1
year: 2026
organization: { name: 某镇党委 }
quota: { total: 1, categories: [{ id: farmer, name: 农牧民, count: 1 }] }
candidates: r.xlsx
`;

/** Rosters of which something is missing from the plan, and of which nothing is. */
const SHEETS: [name: string, rows: unknown[][], people: boolean | 'partly'][] = [
  [
    'lost digits',
    [
      ['姓名', '身份证号'],
      ['张三', 650000199001010000],
    ],
    'partly',
  ],
  [
    'a row without a name',
    [
      ['姓名', '性别', '出生年月'],
      ['张三', '男', '1990.05'],
      [null, '女', '1991.05'],
    ],
    'partly',
  ],
  [
    'a level that may be two',
    [
      ['姓名', '学历'],
      ['张三', '大专/本科'],
    ],
    'partly',
  ],
  [
    'a month for a year',
    [
      ['姓名', '出生年月'],
      ['张三', '1990.05'],
      ['李四', 'May-90'],
    ],
    'partly',
  ],
  [
    'a column that no field has',
    [
      ['姓名', '性别', '曾用名'],
      ['张三', '男', '张山'],
    ],
    true,
  ],
  [
    'a signature',
    [
      ['姓名', '性别'],
      ['张三', '男'],
      ['审核：王某', null],
    ],
    true,
  ],
];

describe('what the coverage says of a roster in Excel', () => {
  it.each(SHEETS)('%s', async (name, sheets, people) => {
    const folder = join(cwd, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'plan.yaml'), PLAN);
    writeFileSync(join(folder, 'r.xlsx'), bytesOf({ sheets }));
    const { out } = await runPlan(['check', '.', '-f', 'json', '--as-of', '2026-06-01'], { cwd: folder });
    expect(JSON.parse(out).plans[0].checked.people).toBe(people);
  });

  it('imports the others where nobody can be made of a row', async () => {
    writeFileSync(join(cwd, 'r.csv'), '姓名,性别\n张三,男\n×,女\n');
    const { code, err } = await runPlan(['import', 'r.csv', '-o', 'out.yaml'], { cwd });
    expect([code, err]).toEqual([0, '已写入 out.yaml\n']);
  });
});
