import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../../src/output/layout/frame.ts';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { runs } from '../../support/runs.ts';
import { mixed } from './texts.ts';

const lines = (...all: string[]) => all.join('\n');

/** What stands above the carets, by display width. */
function marked(frame: string, ambiguous: 1 | 2 = 1): string {
  const all = frame.split('\n');
  const carets = all.findIndex(line => /^ +\| *\^+$/.test(line));
  const from = all[carets]!.indexOf('^');
  const to = all[carets]!.length;
  let found = '';
  let column = 0;
  for (const { segment } of new Intl.Segmenter().segment(all[carets - 1]!)) {
    if (column >= from && column < to) found += segment;
    column += displayWidth(segment, { ambiguous });
  }
  return found;
}

describe('a frame', () => {
  test('underlines the place by display width', () => {
    expect(codeFrame('# 计划\n\nquota:\n  总数: 九\n', { line: 4, column: 7 })).toBe(
      lines('  3 | quota:', '> 4 |   总数: 九', '    |         ^^'),
    );
  });

  test('shows lines on both sides, numbers aligned', () => {
    const source = Array.from({ length: 12 }, (_, index) => `行${index + 1}`).join('\r\n');
    expect(codeFrame(source, { line: 9, column: 2, endColumn: 3 }, { context: 2 })).toBe(
      lines('   7 | 行7', '   8 | 行8', '>  9 | 行9', '     |   ^', '  10 | 行10', '  11 | 行11'),
    );
    expect(codeFrame(source, { line: 9, column: 1 }, { context: 0 })).toBe(lines('> 9 | 行9', '    | ^^'));
  });

  test('marks a range, on its first line only', () => {
    expect(marked(codeFrame('名称: 第一党支部', { line: 1, column: 5, endLine: 1, endColumn: 10 }))).toBe(
      '第一党支部',
    );
    expect(marked(codeFrame('a: 张三\n  李四', { line: 1, column: 4, endLine: 2, endColumn: 3 }))).toBe(
      '张三',
    );
  });

  test('expands tabs', () => {
    expect(codeFrame('\t张\t三', { line: 1, column: 4 })).toBe(
      lines('> 1 |     张    三', '    |           ^^'),
    );
  });

  test('never splits characters', () => {
    expect(marked(codeFrame('a𠮷b', { line: 1, column: 3 }))).toBe('𠮷');
    expect(marked(codeFrame('a👩‍👩‍👧b', { line: 1, column: 4, endColumn: 5 }))).toBe('👩‍👩‍👧');
    expect(marked(codeFrame('e\u0301f', { line: 1, column: 3 }))).toBe('f');
  });

  test('shows what hides', () => {
    const source = '姓名: "\u202e张\u001b[2J三\u0007\0"';
    const frame = codeFrame(source, { line: 1, column: 12, endColumn: 13 });
    expect(frame).toContain('姓名: "\\u202e张␛[2J三␇␀"');
    expect(marked(frame)).toBe('三');
    expect(marked(codeFrame(source, { line: 1, column: 5 }))).toBe('"');
    expect(marked(codeFrame(source, { line: 1, column: 6 }))).toBe('\\u202e');
  });

  test('marks the ends of lines', () => {
    expect(codeFrame('a:\nb', { line: 1, column: 3 }, { context: 0 })).toBe(lines('> 1 | a:', '    |   ^'));
    expect(codeFrame('a:\n', { line: 2, column: 1 })).toBe(lines('  1 | a:', '> 2 |', '    | ^'));
    expect(codeFrame('', { line: 1, column: 1 })).toBe(lines('> 1 |', '    | ^'));
  });

  test('takes the nearest place for one outside', () => {
    expect(codeFrame('张三', { line: 9, column: 99 })).toBe(lines('> 1 | 张三', '    |     ^'));
    expect(codeFrame('张三', { line: 0, column: 0 })).toBe(lines('> 1 | 张三', '    | ^^'));
  });
});

describe('a long line', () => {
  const source = `备注: ${'张三李四'.repeat(30)}重复${'，王五'.repeat(40)}`;

  test('is cut around the place', () => {
    const at = source.indexOf('重复') + 1;
    const frame = codeFrame(`${source}\n${source}`, { line: 1, column: at, endColumn: at + 2 });
    expect(marked(frame)).toBe('重复');
    expect(frame).toMatch(/^> 1 \| ….*李四重复，王五.*…$/m);
    expect(frame).toMatch(/^ {2}2 \| 备注: .*…$/m);
  });

  test('is shown from its beginning if the place is there', () => {
    const frame = codeFrame(source, { line: 1, column: 5 });
    expect(frame).toMatch(/^> 1 \| 备注: 张三.*…$/m);
    expect(marked(frame)).toBe('张');
  });

  test('is cut within the place if that alone is too long', () => {
    const frame = codeFrame(source, { line: 1, column: 5, endColumn: 100 }, { width: 60 });
    expect(frame).toMatch(/^> 1 \| 备注: 张三.*…$/m);
    expect(marked(frame)).toMatch(/^张三李四.*…$/);
    expect(frame.split('\n').map(line => displayWidth(line))).toEqual([59, 59]);
  });
});

test('any frame fits, and has its carets under the place', () => {
  const long = fc
    .array(mixed, { minLength: 1, maxLength: 8 })
    .map(parts => parts.join('').replace(/[\n\r]/g, ''));
  fc.assert(
    fc.property(
      fc.array(long, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      fc.nat(12),
      fc.integer({ min: 30, max: 100 }),
      fc.constantFrom(1 as const, 2 as const),
      (all, atLine, atColumn, length, width, ambiguous) => {
        const line = atLine % all.length;
        const text = all[line]!;
        const column = atColumn % (text.length + 1);
        const place = { line: line + 1, column: column + 1, endColumn: column + 1 + length };
        const frame = codeFrame(all.join('\n'), place, { width, ambiguous });
        for (const shown of frame.split('\n')) {
          expect(displayWidth(shown, { ambiguous })).toBeLessThanOrEqual(width);
        }
        const wanted = text.slice(column, column + Math.max(length, 1));
        if (/^[\p{Script=Han}a-z0-9]+$/u.test(wanted) && displayWidth(wanted) < width / 3) {
          expect(marked(frame, ambiguous)).toContain(wanted);
        }
      },
    ),
    runs(500),
  );
});
