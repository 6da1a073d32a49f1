import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { longestWord, wrap, wrapHanging } from '../../../src/output/layout/wrap.ts';
import { runs } from '../../support/runs.ts';
import { mixed } from './texts.ts';

const START = /^[、，。：；！？）】》」』”’％…—,.:;!?)\]}%]/;
const END = /[（【《「『“‘([{]$/;
const ambiguity = fc.constantFrom(1 as const, 2 as const);

describe('Chinese', () => {
  test('breaks between any two characters', () => {
    expect(wrap('培养考察期不满一年', 8)).toEqual(['培养考察', '期不满一', '年']);
    expect(wrap('培养考察期不满一年', 7)).toEqual(['培养考', '察期不', '满一年']);
    expect(wrap('𠮷㛃葛\u{e0100}𠮷', 4)).toEqual(['𠮷㛃', '葛\u{e0100}𠮷']);
  });

  test.each([...'、，。：；！？）】》」』”’％…—·,.:;!?)]}%'])('never begins a line with %s', mark => {
    expect(wrap(`一二三四${mark}五`, 8)).toEqual(['一二三', `四${mark}五`]);
    expect(wrap(`一二三四 ${mark} 五`, 8)[1]).toBe(`四 ${mark} 五`);
  });

  test.each([...'（【《「『“‘([{'])('never ends a line with %s', mark => {
    const [first, ...rest] = wrap(`一二三${mark}四五六`, 8);
    expect(first).toBe('一二三');
    expect(rest.join('')).toBe(`${mark}四五六`);
  });

  test('keeps rows of marks together', () => {
    expect(wrap('一二三四……五', 9)).toEqual(['一二三', '四……五']);
    expect(wrap('一二“甲”“乙”', 8)).toEqual(['一二“甲”', '“乙”']);
    expect(wrap('！！！！ ！！', 8)).toEqual(['！！！！', '！！']);
  });

  test('breaks at ambiguous marks by the width they have', () => {
    expect(wrap('“一”二三', 8)).toEqual(['“一”二三']);
    expect(wrap('“一”二三', 8, { ambiguous: 2 })).toEqual(['“一”二', '三']);
  });
});

describe('words', () => {
  test.each(['2016-06-04', 'plan.yaml:12:5', 'a/b/c.yaml', '45.25%', 'don’t', '1,000'])(
    '%s stays whole',
    word => {
      const text = `最晚一周内把材料交到${word}去`;
      for (let columns = displayWidth(word); columns < 30; columns++) {
        expect(wrap(text, columns).some(line => line.includes(word))).toBe(true);
      }
    },
  );

  test('longer than the line are broken, behind joints if possible', () => {
    expect(wrap('见 examples/2016/plan.yaml:12:5。', 12)).toEqual([
      '见',
      'examples/',
      '2016/plan.',
      'yaml:12:5。',
    ]);
    expect(wrap('abcdefghijklm', 5)).toEqual(['abcde', 'fghij', 'klm']);
    expect(wrap('abcdefgh）', 8)).toEqual(['abcdefg', 'h）']);
  });

  test('break at spaces, which go there and only there', () => {
    expect(wrap('one  two   three', 8)).toEqual(['one  two', 'three']);
    expect(wrap('  - one two', 7)).toEqual(['  - one', 'two']);
    expect(wrap('姓名　张三　', 6)).toEqual(['姓名', '张三']);
    expect(wrap('a\tb', 9)).toEqual(['a b']);
  });
});

test('line breaks are kept', () => {
  expect(wrap('', 10)).toEqual(['']);
  expect(wrap('一\n\n二三四\n', 4)).toEqual(['一', '', '二三', '四', '']);
});

describe('any text', () => {
  const bare = (text: string) => text.replace(/\s/g, '');

  test('is complete, and in lines that fit', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 1, max: 40 }), ambiguity, (text, columns, ambiguous) => {
        const lines = wrap(text, columns, { ambiguous });
        expect(bare(lines.join(''))).toBe(bare(text));
        for (const line of lines) {
          expect(displayWidth(line, { ambiguous })).toBeLessThanOrEqual(Math.max(columns, 2));
        }
        const loose = lines.filter(line => line === '' || line !== line.replace(/[ \u3000]+$/, ''));
        expect(loose.length).toBeLessThanOrEqual(text.split('\n').length);
      }),
      runs(1000),
    );
  });

  test('has its marks on the right side of breaks', () => {
    const rowOfMarks = /(?:[^\p{L}\p{N}]\s*){5}/u;
    fc.assert(
      fc.property(
        mixed.filter(text => !rowOfMarks.test(text) && !text.includes('\n')),
        fc.integer({ min: 16, max: 40 }),
        ambiguity,
        (text, columns, ambiguous) => {
          const lines = wrap(text, columns, { ambiguous });
          for (const line of lines.slice(1)) expect(line).not.toMatch(START);
          for (const line of lines.slice(0, -1)) expect(line).not.toMatch(END);
        },
      ),
      runs(1000),
    );
  });

  test('has no word broken in as many columns as its longest word takes', () => {
    fc.assert(
      fc.property(mixed, ambiguity, (text, ambiguous) => {
        const longest = longestWord(text, { ambiguous });
        const words = wrap(text, Math.max(1, longest), { ambiguous })
          .join('\n')
          .match(/[a-z0-9/.:-]+/g);
        expect(words).toEqual(text.match(/[a-z0-9/.:-]+/g));
      }),
    );
  });
});

test('hostile lines are wrapped', () => {
  const spaces = ' '.repeat(200_000);
  expect(wrap(`一${spaces}二`, 10)).toEqual(['一', '二']);
  expect(wrap(`一${spaces}。`, 10).join('')).toMatch(/^一 *。$/);
  expect(wrap('a'.repeat(200_000), 10)).toHaveLength(20_000);
});

describe('hanging indent', () => {
  test('is as wide as what it hangs from', () => {
    expect(wrapHanging('  错误 ', '培养考察期\n不满一年', 15)).toBe(
      ['  错误 培养考察', '       期', '       不满一年'].join('\n'),
    );
    expect(wrapHanging('\u001b[31m错误\u001b[39m ', '培养考察', 9)).toBe(
      '\u001b[31m错误\u001b[39m 培养\n     考察',
    );
  });

  test('leaves empty lines empty', () => {
    expect(wrapHanging('- ', '一\n\n二', 10)).toBe('- 一\n\n  二');
  });

  test('loses nothing where there is no room', () => {
    expect(wrapHanging('examples/plan.yaml ', '张三', 10)).toBe(`examples/plan.yaml 张\n${' '.repeat(19)}三`);
  });
});
