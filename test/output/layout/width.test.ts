import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { displayWidth, graphemes, padEnd, padStart } from '../../../src/output/layout/width.ts';
import { character } from '../../support/characters.ts';
import { runs } from '../../support/runs.ts';

describe('display width', () => {
  test.each([
    ['', 0],
    ['plan.yaml:12:5', 14],
    ['发展党员', 8],
    ['２０１６年（上）。', 18],
    ['张\u3000三', 6],
    ['㛃', 2],
    ['𠮷', 2],
    ['\u{30000}', 2],
    ['a𠮷㛃b', 6],
    ['葛\u{e0100}城', 4],
    ['e\u0301', 1],
    ['，\ufe00', 2],
    ['\u0301', 0],
    ['😀', 2],
    ['👩‍👩‍👧', 2],
    ['👩‍❤️‍👨', 2],
    ['🏳️‍🌈', 2],
    ['👍🏽', 2],
    ['☝🏽', 2],
    ['🇨🇳🇨🇳', 4],
    ['1️⃣', 2],
    ['❤️', 2],
    ['❤', 1],
    ['⌚', 2],
    ['🫠', 2],
    ['\ud800', 1],
    ['a\u200bb', 2],
    ['\u001b[31m错误\u001b[39m', 4],
    ['\u001b[1;38;5;208m𠮷\u001b[0m', 2],
    ['\u001b', 0],
    ['a\tb\u0007', 2],
  ])('%j takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test.each([...'·“”‘’…—①─→×é'])('%s is ambiguous', text => {
    expect(displayWidth(text)).toBe(1);
    expect(displayWidth(text, { ambiguous: 1 })).toBe(1);
    expect(displayWidth(text, { ambiguous: 2 })).toBe(2);
    expect(displayWidth(`${text}𠮷`, { ambiguous: 2 })).toBe(4);
  });

  test.each(['中文', 'abc', '😀', '👩‍👩‍👧', 'e\u0301', '1️⃣'])('%s is not', text => {
    expect(displayWidth(text, { ambiguous: 2 })).toBe(displayWidth(text));
  });

  test('is found without the segmenter for plain text', () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    displayWidth('“发展对象”2016-06-04——㛃，A&B ① ……');
    graphemes('第1号：a/b.yaml');
    expect(segment).not.toHaveBeenCalled();
    displayWidth('𠮷');
    expect(segment).toHaveBeenCalled();
    segment.mockRestore();
  });

  test('of parts adds up to that of the whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(1 as const, 2 as const),
        (text, ambiguous) => {
          const parts = graphemes(text).map(part => displayWidth(part, { ambiguous }));
          expect(parts.every(width => width <= 2)).toBe(true);
          expect(parts.reduce((sum, width) => sum + width, 0)).toBe(displayWidth(text, { ambiguous }));
        },
      ),
    );
  });
});

describe('graphemes', () => {
  test('are never cut, in long text either', () => {
    const unit = ['中', '👩‍👩‍👧', '葛\u{e0100}', '🇨🇳', 'e\u0301', '1️⃣', '𠮷'];
    for (let shift = 0; shift < 30; shift++) {
      const all = [...'x'.repeat(shift), ...Array.from({ length: 200 }, () => unit).flat()];
      expect(graphemes(all.join(''))).toEqual(all);
    }
  });

  test('of a very long line are found', () => {
    expect(graphemes(`${'中'.repeat(200_000)}😀`)).toHaveLength(200_001);
  });

  test('joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 50 }), text => {
        expect(graphemes(text).join('')).toBe(text);
      }),
      runs(100),
    );
  });
});

test('padding counts columns', () => {
  expect(padEnd('张三', 6)).toBe('张三  ');
  expect(padStart('张三', 6)).toBe('  张三');
  expect(padEnd('欧阳娜娜', 6)).toBe('欧阳娜娜');
  expect(padEnd('\u001b[1m𠮷\u001b[22m', 3)).toBe('\u001b[1m𠮷\u001b[22m ');
  expect(padEnd('“”', 4)).toBe('“”  ');
  expect(padStart('“”', 4, { ambiguous: 2 })).toBe('“”');
});
