import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { readRoster } from '../../../src/read/roster/read-roster.ts';
import { textIn } from '../../../src/read/roster/tree.ts';
import { parseDay } from '../../../src/values/day.ts';

const HEAD = ['姓名', '性别', '出生年月', '民族'];

function read(sheets: Record<string, string[][]>, sheet?: string) {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet([HEAD, ...rows]), name);
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
  const { people, notes } = readRoster('名册.xlsx', bytes, {
    asOf: parseDay('2026-01-05')!,
    ...(sheet !== undefined && { sheet }),
  });
  return {
    people: people.map(({ sheet: of, node }) => `${of} ${textIn(node, 'name')}`),
    told: notes.map(({ kind, count, from }) => `${kind} ${count} ${from}`.trim()),
  };
}

const [zhang, li, wang] = [
  ['张三', '男', '1990.05', '汉族'],
  ['李四', '女', '1991.06', '汉族'],
  ['王五', '女', '1992.07', '汉族'],
] as const;
const rows = (...people: (readonly string[])[]) => people.map(person => [...person]);

it.each([
  [
    'a sheet that repeats the others',
    { 东村: rows(zhang), 西村: rows(li), 汇总: rows(zhang, li) },
    ['东村 张三', '西村 李四'],
    ['summary-sheet 2'],
  ],
  [
    'a sheet that stands before them and has one more',
    { 全镇汇总表: rows(zhang, wang), 东村: rows(zhang) },
    ['全镇汇总表 王五', '东村 张三'],
    ['summary-sheet 1'],
  ],
  [
    'a sheet that says something else of one',
    { 东村: rows(zhang, li), 汇总: rows(zhang, ['李四', '女', '1991.06', '回族']) },
    ['东村 张三', '东村 李四'],
    ['summary-sheet 2', 'summary-differs 1 李四'],
  ],
  [
    'a namesake who is another person',
    { 东村: rows(zhang), 汇总: rows(['张三', '女', '1980.01', '汉族']) },
    ['东村 张三', '汇总 张三'],
    [],
  ],
  ['a sheet of that name alone', { 汇总: rows(zhang) }, ['汇总 张三'], []],
  [
    'two sheets that are no summary',
    { 东村: rows(zhang), 西村: rows(zhang) },
    ['东村 张三', '西村 张三'],
    [],
  ],
])('%s', (_, sheets, people, told) => {
  expect(read(sheets)).toEqual({ people, told });
});

it('a summary that is asked for is read', () => {
  expect(read({ 东村: rows(zhang), 汇总: rows(zhang, li) }, '汇总').people).toEqual([
    '汇总 张三',
    '汇总 李四',
  ]);
});
