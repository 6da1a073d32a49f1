import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible } from '../../../src/output/layout/clean.ts';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { character } from '../../support/characters.ts';

test.each([
  ['张三 👩‍👩‍👧 葛\u{e0100} 𠮷', '张三 👩‍👩‍👧 葛\u{e0100} 𠮷'],
  ['\u001b[31m红\u0007', '␛[31m红␇'],
  ['\0\u007f\r', '␀␡␍'],
  ['\u009b31m', '\\u009b31m'],
  ['\u001b]8;;https://example.org\u001b\\x', '␛]8;;https://example.org␛\\x'],
  ['\u202a\u202e张\u2066\u2069', '\\u202a\\u202e张\\u2066\\u2069'],
  ['\ufeff张\u200b三\u2028', '\\ufeff张\\u200b三\\u2028'],
  ['\ud800𠮷\udfb7', '\\ud800𠮷\\udfb7'],
  ['一\t二\n三\r\n四', '一\t二\n三\n四'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(visible(shown)).toBe(shown);
});

test('one line has neither line breaks nor tabs', () => {
  expect(visible('一\t二\n三\r\n四\r', { oneLine: true })).toBe('一 二 三 四␍');
});

test('nothing reaches the terminal but characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: character }), text => {
      const shown = visible(text, { oneLine: true });
      expect(shown).not.toMatch(/[\p{Control}\p{Surrogate}\p{Bidi_Control}]/u);
      expect(displayWidth(`${shown}|`)).toBe(displayWidth(shown) + 1);
    }),
  );
});
