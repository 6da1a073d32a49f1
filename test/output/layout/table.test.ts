import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../../../src/output/layout/clean.ts';
import { type TableOptions, table } from '../../../src/output/layout/table.ts';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { runs } from '../../support/runs.ts';
import { mixed } from './texts.ts';

const LONG =
  '青山镇李家村上沙下沙两个自然村与东方红林场及其所属各生产队退休职工联合成立的功能型流动党员党支部委员会下设第一党小组暨志愿服务队';
const PLAN: Pick<TableOptions, 'head' | 'rows' | 'columns'> = {
  head: ['序', '党支部', '日期', '名额', '出处'],
  columns: [{ align: 'right' }, {}, {}, { align: 'right' }, {}],
  rows: [
    ['1', LONG, '2016-06-04', '3', 'examples/2016/plan.yaml:12:5'],
    ['2', '机关党支部', '2016-11-30', '12', 'candidates.yaml:3:1'],
    'rule',
    [
      '3',
      '𠮷㛃公司 A&B Co., Ltd. 👩‍👩‍👧',
      '2016-12',
      '100',
      '“规定”……：培养考察期不满一年，不得确定为发展对象。',
    ],
  ],
};

const width = (text: string, ambiguous: 1 | 2 = 1): number =>
  Math.max(...text.split('\n').map(line => displayWidth(line, { ambiguous })));

/** The text between two columns of the screen, over all lines. */
function strip(text: string, from: number, to: number, ambiguous: 1 | 2 = 1): string {
  let found = '';
  for (const line of text.split('\n')) {
    let column = 0;
    for (const { segment } of new Intl.Segmenter().segment(line)) {
      if (column >= from && column < to) found += segment;
      column += displayWidth(segment, { ambiguous });
    }
  }
  return found;
}

test('a table that fits has its natural widths', () => {
  expect(
    table({
      head: ['姓名', '确定日期', '名额'],
      columns: [{}, {}, { align: 'right' }],
      rows: [['张三', '2016-06-04', '3'], 'rule', ['欧阳娜娜', '', '12']],
      width: 80,
    }),
  ).toBe(
    [
      '姓名      确定日期    名额',
      '──────────────────────────',
      '张三      2016-06-04     3',
      '──────────────────────────',
      '欧阳娜娜                12',
    ].join('\n'),
  );
});

describe.each([80, 60, 40])('in %i columns', columns => {
  const drawn = table({ ...PLAN, width: columns });

  test('a plan fits', () => {
    expect(displayWidth(LONG)).toBeGreaterThan(120);
    expect(width(drawn)).toBe(columns);
  });

  test('dates are whole', () => {
    expect(drawn).toMatch(/ 2016-06-04 /);
    expect(drawn).toMatch(/ 2016-11-30 /);
  });

  test('every cell is complete and under its head', () => {
    const [head, rule, ...body] = drawn.split('\n');
    expect(rule).toBe('─'.repeat(columns));
    const from = displayWidth(head!.slice(0, head!.indexOf('党')));
    const to = displayWidth(head!.slice(0, head!.indexOf('日')));
    const names = strip(body.filter(line => !line.startsWith('─')).join('\n'), from, to);
    expect(names.replace(/ /g, '')).toBe(`${LONG}机关党支部𠮷㛃公司A&BCo.,Ltd.👩‍👩‍👧`);
  });

  test('ambiguous characters two columns wide fit, too', () => {
    const wide = table({ ...PLAN, width: columns, ambiguous: 2 });
    expect(width(wide, 2)).toBe(columns);
    expect(wide).toContain(`\n${'-'.repeat(columns)}\n`);
    expect(wide).not.toContain('─');
  });
});

test('rules are ASCII on request', () => {
  expect(table({ head: ['甲', '乙'], rows: [['1', '2']], width: 80, ascii: true })).toBe(
    '甲  乙\n------\n1   2',
  );
});

test('styles are put on every line, on the text alone', () => {
  const red = (line: string) => `\u001b[31m${line}\u001b[39m`;
  const drawn = table({
    head: [{ text: '姓名', style: line => `\u001b[1m${line}\u001b[22m` }, '说明'],
    rows: [[{ text: '欧阳娜娜', style: red }, '无']],
    width: 8,
  });
  expect(drawn).toBe(
    [
      '\u001b[1m姓名\u001b[22m  说明',
      '──────────',
      '\u001b[31m欧阳\u001b[39m  无',
      '\u001b[31m娜娜\u001b[39m',
    ].join('\n'),
  );
});

describe('columns', () => {
  test('shrink from the widest, and not below their least width', () => {
    const rows = [['张三'.repeat(20), '李四'.repeat(10), '王五']];
    expect(table({ head: [], rows, width: 40 }).split('\n')[0]).toBe(
      `${'张三'.repeat(4)}  ${'李四'.repeat(4)}  王五`,
    );
    expect(table({ head: [], rows, columns: [{ min: 24 }], width: 40 }).split('\n')[0]).toBe(
      `${'张三'.repeat(6)}  ${'李四'.repeat(2)}  王五`,
    );
    expect(width(table({ head: [], rows, columns: [{}, { min: 40 }], width: 20 }))).toBe(52);
  });

  test('of one column show wide characters whole', () => {
    expect(table({ head: [], rows: [['张三', '1']], columns: [{ min: 1 }], width: 4 })).toBe('张  1\n三');
  });
});

describe('cells', () => {
  test('may be missing, empty, or of several lines', () => {
    expect(table({ head: ['甲', '乙'], rows: [['1\n2'], ['', '3'], ['4', '5', '6']], width: 80 })).toBe(
      ['甲  乙', '─────────', '1', '2', '    3', '4   5   6'].join('\n'),
    );
    expect(table({ head: [], rows: [], width: 80 })).toBe('');
    expect(table({ head: [], rows: [['一']], width: 80 })).toBe('一');
  });

  test('show what hides in them', () => {
    const drawn = table({
      head: ['姓名', '号'],
      rows: [
        ['张\u001b[2J\u202e三\t男', '1'],
        ['\ue000', '2'],
      ],
      width: 80,
    });
    expect(drawn.split('\n').slice(2)).toEqual(['张␛[2J\\u202e三 男  1', `\ue000${' '.repeat(18)}2`]);
  });
});

test('tables of many rows are one table', () => {
  const rows = Array.from({ length: 350 }, (_, index) => [`第${index}号`, '同意']);
  const drawn = table({ head: ['名称', '意见'], rows, width: 80 }).split('\n');
  expect(drawn).toHaveLength(352);
  expect(drawn.filter(line => line.startsWith('─'))).toHaveLength(1);
  expect(drawn[251]).toBe('第249号  同意');
});

test('any table fits and is complete', () => {
  const row = fc.array(mixed, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 30, max: 100 }),
      fc.constantFrom(1 as const, 2 as const),
      (rows, columns, ambiguous) => {
        const drawn = table({ head: ['甲', '乙'], rows, width: columns, ambiguous });
        expect(width(drawn, ambiguous)).toBeLessThanOrEqual(columns);
        const sorted = (text: string) => [...text.replace(/[\s─-]/g, '')].sort().join('');
        expect(sorted(drawn)).toBe(
          sorted(
            `甲乙${rows
              .flat()
              .map(text => visible(text))
              .join('')}`,
          ),
        );
      },
    ),
    runs(80),
  );
});
