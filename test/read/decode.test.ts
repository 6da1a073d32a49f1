import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decoded, decode, type Encoding } from '../../src/read/text/decode.ts';
import { character } from '../support/characters.ts';
import { runs } from '../support/runs.ts';

/** The two-byte codes of GB18030 by character, by asking the decoder for each of them. */
const GBK = new Map<string, [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (char.length === 1 && char !== '\ufffd' && !/[\ue000-\uf8ff]/.test(char)) GBK.set(char, [lead, trail]);
  }
}

const gbk = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap(char => GBK.get(char) ?? [char.codePointAt(0)!]));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const join = (...parts: (Uint8Array | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap(part => [...part]));

const PLAN = [
  '# 2026年度发展党员工作计划',
  '乡镇: 青山镇',
  '党支部:',
  '  - 名称: 第一党支部',
  '    人员:',
  '      - 姓名: 王小明',
  '        申请入党: 2024-03-05 # 周二',
  '        备注: “需要补充材料”，最晚一周内',
  '',
].join('\n');

const ENCODERS: Record<string, [(text: string) => Uint8Array, Encoding]> = {
  'UTF-8': [utf8, 'utf-8'],
  'UTF-8 with a mark': [text => join([0xef, 0xbb, 0xbf], utf8(text)), 'utf-8-bom'],
  'UTF-16LE with a mark': [text => join([0xff, 0xfe], utf16le(text)), 'utf-16le'],
  'UTF-16BE with a mark': [text => join([0xfe, 0xff], utf16be(text)), 'utf-16be'],
  'UTF-16LE without a mark': [utf16le, 'utf-16le'],
  'UTF-16BE without a mark': [utf16be, 'utf-16be'],
  GBK: [gbk, 'gb18030'],
  'GB18030 with a mark': [text => join([0x84, 0x31, 0x95, 0x33], gbk(text)), 'gb18030'],
};

function readable(bytes: Uint8Array): Decoded {
  const result = decode(bytes);
  if ('failure' in result) throw new Error(JSON.stringify(result));
  return result;
}

describe.each(Object.entries(ENCODERS))('a plan in %s', (_, [encode, encoding]) => {
  test('is read as it was written', () => {
    const expected = { text: PLAN, encoding, controls: [], crlf: false };
    expect(decode(encode(PLAN))).toEqual(expected);
  });

  test('keeps the line ends of Windows', () => {
    const text = PLAN.replaceAll('\n', '\r\n');
    expect(decode(encode(text))).toEqual({
      text,
      encoding,
      controls: [],
      crlf: true,
    });
  });

  test('of names of any common characters is read as it was written', () => {
    // Level 1 of GB 2312: the characters of nearly all names. Shorter texts may truly be valid in two encodings.
    const common = [...GBK].filter(([, [lead, trail]]) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1);
    const names = fc.array(fc.constantFrom(...common.map(([char]) => char)), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(names, { minLength: 6, maxLength: 40 }), list => {
        const text = list.map(name => `姓名: ${name.join('')}\n`).join('');
        expect(readable(encode(text))).toMatchObject({ text, encoding, controls: [] });
      }),
      runs(300),
    );
  });

  test('may be a view into a larger buffer', () => {
    const bytes = encode(PLAN);
    const larger = join([1, 2, 3], bytes, [0, 0, 0]);
    expect(readable(larger.subarray(3, 3 + bytes.length)).text).toBe(PLAN);
  });
});

describe('UTF-16 without a mark', () => {
  // Characters whose code ends in a zero byte have their NUL on the other side.
  test.each(['一一一一: 一\n', '最: 需\n', 'name: 1\n', '- 一\r\n- 最\r\n', 'abc', '1'])(
    '%j is read in either byte order',
    text => {
      expect(readable(utf16le(text))).toMatchObject({ text, encoding: 'utf-16le' });
      expect(readable(utf16be(text))).toMatchObject({ text, encoding: 'utf-16be' });
    },
  );

  test('is read with characters beyond the basic plane', () => {
    const text = '姓名: 𠮷\n'.repeat(3);
    expect(readable(utf16le(text)).text).toBe(text);
  });

  test('is taken for the byte order of Windows if nothing tells', () => {
    expect(readable(utf16le('一a'))).toMatchObject({ text: '一a', encoding: 'utf-16le' });
  });
});

describe('line ends', () => {
  test.each([
    ['a\nb\n', false],
    ['a\r\nb\r\n', true],
    ['a\rb\r', false],
    ['a\r\nb\rc\n', true],
    ['a\u2028b\u2029c', false],
    ['', false],
  ])('%j', (text, crlf) => {
    expect(decode(utf8(text))).toEqual({
      text,
      encoding: 'utf-8',
      controls: [],
      crlf,
    });
  });
});

describe('characters no text file holds', () => {
  test('are given by their offset in the text', () => {
    expect(readable(utf8('姓名\x01: 王\x1a\n\t\x7f\u0085')).controls).toEqual([2, 6, 9, 10]);
    expect(readable(gbk('姓名\x01: 王\x1a\n')).controls).toEqual([2, 6]);
  });

  test('a byte order mark is one only in mid-text, and is not counted at the start even if doubled', () => {
    expect(readable(utf8('\ufeff\ufeff甲\n\ufeff乙\n'))).toMatchObject({
      text: '甲\n\ufeff乙\n',
      encoding: 'utf-8-bom',
      controls: [2],
    });
  });

  test('a NUL is one where a mark tells the encoding', () => {
    expect(readable(utf8('\ufeffa\0b')).controls).toEqual([1]);
    expect(readable(utf16le('\ufeffa\0b')).controls).toEqual([1]);
  });

  test('a second file is not affected by the first', () => {
    for (let i = 0; i < 3; i++) expect(readable(utf8('ab\x01')).controls).toEqual([2]);
  });
});

describe('files that are not text', () => {
  const zip = (entry: string) =>
    join([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0], utf8(`[Content_Types].xml\0\0${entry}\0\0`), [0xff, 0x91, 0]);

  test.each([
    ['excel', zip('xl/workbook.xml')],
    ['excel', join([0x50, 0x4b, 3, 4])],
    ['word', zip('word/document.xml')],
    ['old-excel-or-word', join([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Array(504).fill(0))],
    ['archive', join([0x50, 0x4b, 3, 4], utf8('柳溪乡/plan.yaml and what it holds'))],
    ['archive', join(utf8('Rar!'), [0x1a, 7, 0])],
    ['pdf', utf8('%PDF-1.7\n')],
    ['image', join([0xff, 0xd8, 0xff, 0xe0], utf8('JFIF'))],
    ['image', join([0x89], utf8('PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x03\0\x08\x02\0\0\0'))],
    ['binary', new Uint8Array(512)],
    ['binary', utf8(`${PLAN}\0`)],
    ['binary', utf8(`${PLAN}\0${PLAN}\0`)],
    ['binary', join(gbk(PLAN), [0])],
    ['binary', join(gbk(PLAN), [0, 0], gbk(PLAN), [0, 0])],
    ['binary', join(utf8(PLAN), new Array(4096).fill(0))],
    ['binary', utf16le(PLAN).subarray(1)],
    // Each of these would also be valid UTF-16.
    ['binary', utf8('name\0:xx')],
    ['binary', join(utf8('a'.repeat(120)), [0xe9, 0x0a, 0, 0x3a])],
    ['binary', utf16le('name: abc\0def, ghi')],
    ['binary', new Uint8Array(Uint16Array.from({ length: 60 }, (_, i) => (i % 7) + 1).buffer)],
  ])('look like %s', (looksLike, bytes) => {
    expect(decode(bytes)).toEqual({ failure: 'binary', looksLike });
  });
});

describe('files in no one encoding', () => {
  /** PLAN in an encoding, with these bytes put in before its fourth line. */
  const ruined = (encode: (text: string) => Uint8Array, bytes: number[]): Uint8Array => {
    const lines = PLAN.split('\n');
    const before = `${lines.slice(0, 3).join('\n')}\n`;
    return join(encode(before), bytes, encode(lines.slice(3).join('\n')));
  };

  test('a damaged UTF-8 file is not taken for GB18030', () => {
    // Half a character, as a program that cuts after so many bytes leaves it; runs of an even number of bytes are
    // valid GB18030, so the whole file would be read, with every name in it a different one.
    const bytes = join(utf8('支部: 青山\n姓名: 小明\n备注: '), [0xe7, 0x8e], utf8('\n'));
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toContain('小明');
    expect(decode(bytes)).toEqual({ failure: 'undecodable', encoding: 'utf-8', line: 3 });
    expect(decode(ruined(utf8, [0xe7, 0x8e]))).toEqual({
      failure: 'undecodable',
      encoding: 'utf-8',
      line: 4,
    });
  });

  test('a GBK line put into a UTF-8 file is found', () => {
    const bytes = join(
      utf8('姓名: 王小明\r\n支部: 第一党支部\r\n'),
      gbk('备注: 材料\r\n'),
      utf8('村: 上河村\r\n'),
    );
    expect(decode(bytes)).toEqual({ failure: 'undecodable', encoding: 'utf-8', line: 3 });
  });

  test('a damaged GBK file', () => {
    expect(decode(ruined(gbk, [0xff]))).toEqual({ failure: 'undecodable', encoding: 'gb18030', line: 4 });
    const cut = gbk(PLAN.trimEnd()).subarray(0, -3);
    expect(decode(cut)).toEqual({ failure: 'undecodable', encoding: 'gb18030', line: 8 });
  });

  test('a file that belies its mark', () => {
    const mark = [0xef, 0xbb, 0xbf];
    expect(decode(join(mark, gbk(PLAN)))).toEqual({ failure: 'undecodable', encoding: 'utf-8-bom', line: 1 });
    const cut = join([0xff, 0xfe], utf16le(PLAN).subarray(0, -1));
    expect(decode(cut)).toEqual({ failure: 'undecodable', encoding: 'utf-16le', line: 8 });
  });

  test('does not spoil the reading of the next file', () => {
    decode(ruined(utf8, [0xe7, 0x8e]));
    expect(readable(utf8(PLAN)).text).toBe(PLAN);
    decode(ruined(gbk, [0xff]));
    expect(readable(gbk(PLAN)).text).toBe(PLAN);
  });
});

test('any valid UTF-8 text without NUL is read as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: character }), raw => {
      const text = raw.replace(/[\0\ufeff]/g, '');
      fc.pre(!text.startsWith('PK\x03\x04'));
      expect(readable(utf8(text))).toMatchObject({ text, encoding: 'utf-8' });
    }),
  );
});

test('no bytes make it throw, and the offsets it gives lie in the text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), bytes => {
      const result = decode(bytes);
      if ('failure' in result) return;
      for (const offset of result.controls) expect(offset).toBeLessThan(result.text.length);
    }),
    runs(2000),
  );
});
