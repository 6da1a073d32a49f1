import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUsual } from '../../src/read/text/decode.ts';
import { currentUnits, unitsOf } from '../../src/read/units.ts';
import { usualText } from '../../src/read/usual.ts';

/** What the decoder of the platform and the look at each character say. */
function expected(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return isUsual(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The same bytes at each place that they can have within four: several are looked at at a time. */
function agrees(bytes: Uint8Array): void {
  for (const shift of [0, 1, 2, 3]) {
    const room = new Uint8Array(bytes.length + shift + 5).fill(0x41);
    room.set(bytes, shift);
    const text = usualText(room.subarray(shift, shift + bytes.length));
    expect(text).toBe(expected(bytes));
    if (text === undefined) continue;
    const units = unitsOf(text);
    expect(units).toBe(currentUnits());
    expect(String.fromCharCode(...units.subarray(0, text.length))).toBe(text);
    expect(units[text.length]).toBe(0);
  }
}

describe('the text of a usual file', () => {
  it('is that of the decoder, for every character', () => {
    for (
      let code = 0;
      code <= 0x10ffff;
      code += code < 0x3000 || code > 0xd7f0 ? (code > 0x10000 ? 999 : 1) : 7
    ) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const bytes = new TextEncoder().encode(`名: ${String.fromCodePoint(code)}abcd`);
      expect(usualText(bytes)).toBe(expected(bytes));
    }
  });

  it('is that of the decoder, for every two bytes and three bytes at the end', () => {
    for (let first = 0; first < 256; first++)
      for (let second = 0; second < 256; second++) {
        const bytes = Uint8Array.of(first, second);
        expect(usualText(bytes)).toBe(expected(bytes));
        for (const third of [0, 0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbd, 0xbf, 0xc0, 0xff]) {
          if (first < 0xc0) continue;
          const three = Uint8Array.of(first, second, third);
          expect(usualText(three)).toBe(expected(three));
        }
      }
  });

  it('is that of the decoder, for any bytes', () => {
    const likely = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }).map(text => new TextEncoder().encode(text)),
        fc
          .constantFrom('发展党员', 'name: ', '\n', '  - ', '“”', '，', '\t', '\r\n', 'é', '\u0085', '😀')
          .map(text => new TextEncoder().encode(text)),
        fc.uint8Array({ maxLength: 4 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(likely, parts => agrees(Buffer.concat(parts))),
      { numRuns: 3000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 9, max: 0x7f }), agrees), { numRuns: 3000 });
  });

  it('is that of the decoder, for the examples and what is left of them when they are cut', () => {
    const folder = new URL('../../examples/township-2016/', import.meta.url);
    for (const name of readdirSync(folder).filter(each => each.endsWith('.yaml'))) {
      const bytes = readFileSync(new URL(name, folder));
      agrees(bytes);
      for (let end = 0; end < 200; end++) agrees(bytes.subarray(0, end));
    }
  });

  it('needs no memory of texts that were there before', () => {
    const long = new TextEncoder().encode('长'.repeat(100_000));
    expect(usualText(long)).toBe('长'.repeat(100_000));
    expect(usualText(new TextEncoder().encode('短'))).toBe('短');
    expect(usualText(new Uint8Array())).toBe('');
    expect(unitsOf('')[0]).toBe(0);
  });
});
