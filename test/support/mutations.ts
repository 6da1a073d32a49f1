import { SHAPES } from '../../src/generated/shapes.ts';
import { gb18030, utf8, utf16 } from './encode.ts';
import type { Random } from './random.ts';

/** Lines of a file as they are changed: without their ends. */
type Lines = string[];

/** A change to the text of a plan's file; `others` are the lines of all other files, to copy from. */
type Mutation = (lines: Lines, random: Random, others: readonly string[]) => Lines;

const synonyms = new Map<string, string[]>();
const keys = new Set<string>();
const values = new Set<string>();
for (const shape of SHAPES.map(text => JSON.parse(text)) as {
  keys?: Record<string, string>;
  props?: Record<string, number>;
  values?: Record<string, string>;
}[]) {
  for (const [chinese, name] of Object.entries(shape.keys ?? {})) {
    synonyms.set(name, [...(synonyms.get(name) ?? []), chinese]);
    synonyms.set(chinese, [...(synonyms.get(chinese) ?? []), name]);
    keys.add(chinese);
  }
  for (const name of Object.keys(shape.props ?? {})) keys.add(name);
  for (const [spelling, value] of Object.entries(shape.values ?? {})) values.add(spelling).add(value);
}
const KEYS = [...keys];

/** What stands where a value stands: of every type, at its limits, and what people write instead. */
const VALUES = [
  ...[
    '0',
    '1',
    '-1',
    '9',
    '10000',
    '10001',
    '1000000',
    '1000001',
    '1e9',
    '0x1F',
    '0o17',
    '1_000',
    '.5',
    '-0',
  ],
  ...[
    '999999999999999',
    '99999999999999999999',
    '３',
    '９人',
    '3名',
    '三',
    '1.3',
    '07',
    '+86',
    '.inf',
    '.nan',
  ],
  ...['45%', '0%', '100%', '101%', '33.3333%', '33.33333%', '80％', '八成', '1/3', '4.5', '45 %'],
  ...['2016-06-01', '2016-02-30', '2016-2-3', '2016.06.04', '2016年6月4日', '2016年6月', '2016-06', '2016'],
  ...[
    '2016-06-04（周六）',
    '2016-06-04 (周日)',
    '0000-00-00',
    '9999-12-31',
    '1899-12-31',
    '2100-02-29',
    '6月4日',
  ],
  ...[
    '２０１６-０６-０１',
    '2016/06/01',
    '01/06/2016',
    '20160601',
    '42522',
    '2026-05-10',
    '2026-05-11',
    '去年',
  ],
  ...[
    '无',
    '不详',
    '待定',
    '暂无',
    '~',
    'null',
    '""',
    "''",
    '[]',
    '{}',
    '[[]]',
    '[~]',
    '是',
    '否',
    'true',
    'yes',
  ],
  ...['5wd', '10d', '0d', '9999wd', '5个工作日', '10天', '[x]', '[notice+2wd]', '[notice, notice]', '不存在'],
  ...['farmer', 'farmer-1', 'farmer-999', 'slot-1', 'c01', 'women', '__proto__', 'constructor', 'toString'],
  ...[
    '古丽',
    '买买提·艾力',
    '欧阳𠮷',
    '张 三',
    '张三（13812345678）',
    '13812345678',
    '138 1234 5678',
    '+8613812345678',
  ],
  ...[
    '65000019900503002X',
    '"65000019900503002X"',
    '650000199005030021',
    '650000900503002',
    '１３８１２３４５６７８',
  ],
  ...[
    '{ age: { max: 35 } }',
    '{ min: 1, max: 0 }',
    '{ not: 汉族 }',
    '{ any: [] }',
    '{ all: [{}] }',
    '{ any: [{ any: [] }] }',
  ],
  ...[
    '{ gender: female }',
    '{ on: 2016-06-01, entitled: 0, present: 5, inFavour: 9 }',
    '{ from: 2016-06-09, to: 2016-06-01 }',
  ],
  ...[
    '{ start: 2016-06-03, end: 2016-06-01, hours: 0 }',
    '[2016-06-01, 2015-06-01]',
    '[张三，李四]',
    '张三、李四',
  ],
  ...[
    '2014-06-01、2015-06-01',
    '👨‍👩‍👧',
    '\u202eabc',
    '\\u0000',
    '"\\u001b[31m"',
    '"\\ud842"',
    '某\u3000镇',
    'a\u00a0b',
    '长'.repeat(300),
  ],
  ...['plan.yaml', '../../etc/passwd', 'candidates.yaml', 'common', '/dev/null', '.'],
];

const SNIPPETS = [
  ...[
    ':',
    '：',
    ': ',
    '- ',
    '? ',
    '  ',
    '\t',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '，',
    '、',
    '；',
    '#',
    ' #',
    '|',
    '>',
    '|2-',
  ],
  ...[
    '&a ',
    '*a',
    '!x ',
    '!!str ',
    '!!int ',
    '<<: *a',
    '--- ',
    '...',
    '%YAML 1.1',
    '@',
    '`',
    '\\',
    '""',
    "''",
    '（',
    '）',
  ],
  ...[
    '\u3000',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\0',
    '\u007f',
    '\u202e',
    '\u001b[31m',
    '𠮷',
    '％',
    '。',
    '“',
    '”',
    '0',
    '９',
  ],
];

const FULL_WIDTH: Record<string, string> = {
  ':': '：',
  ',': '，',
  '%': '％',
  '-': '－',
  '.': '．',
  ' ': '\u3000',
  '"': '“',
  '[': '［',
  '(': '（',
};

const FIELD = /^(\s*(?:- +)?)([^\s:#[\]{},"'][^:#[\]{},"']*?)(\s*:\s+)(\S.*)$/;
const indentOf = (line: string): number => /^ */.exec(line)![0].length;

/** The lines from `at` that belong together: itself and what is indented more. */
function blockAt(lines: Lines, at: number): number {
  const indent = indentOf(lines[at]!);
  let end = at + 1;
  while (end < lines.length && (lines[end]!.trim() === '' || indentOf(lines[end]!) > indent)) end++;
  return end - at;
}

/** A line that matches, looked for from a random one on. */
function lineLike(lines: Lines, random: Random, pattern: RegExp): number | undefined {
  const start = random.below(lines.length);
  for (let step = 0; step < lines.length; step++) {
    const at = (start + step) % lines.length;
    if (pattern.test(lines[at]!)) return at;
  }
  return undefined;
}

/** Changes one field's line, given its indentation and dash, key, colon and value. */
const atField =
  (
    change: (parts: [lead: string, key: string, colon: string, value: string], random: Random) => string[],
  ): Mutation =>
  (lines, random) => {
    const at = lineLike(lines, random, FIELD);
    if (at === undefined) return lines;
    const [, lead = '', key = '', colon = '', value = ''] = FIELD.exec(lines[at]!)!;
    return lines.toSpliced(at, 1, ...change([lead, key, colon, value], random));
  };

/** Replaces one of the matches in the whole text. */
function replaceOne(lines: Lines, random: Random, pattern: RegExp, by: (match: string) => string): Lines {
  const at = lineLike(lines, random, new RegExp(pattern, pattern.flags.replace('g', '')));
  if (at === undefined) return lines;
  const line = lines[at]!;
  const match = random.pick([...line.matchAll(pattern)]);
  return lines.with(
    at,
    line.slice(0, match.index) + by(match[0]) + line.slice(match.index + match[0].length),
  );
}

/** Every kind of change, by name. */
export const MUTATIONS: Record<string, Mutation> = {
  'another value': atField(([lead, key, colon], random) => [lead + key + colon + random.pick(VALUES)]),
  'a value within brackets': (lines, random) =>
    replaceOne(lines, random, /(?<=[[{,:] ?)[^\s[\]{},:]+(?= ?[,\]}])/g, () => random.pick(VALUES)),
  'a known value': atField(([lead, key, colon], random) => [lead + key + colon + random.pick([...values])]),
  'another key': atField(([lead, , colon, value], random) => [lead + random.pick(KEYS) + colon + value]),
  'the key in the other language': (lines, random) =>
    replaceOne(lines, random, /[\p{L}]+(?=:)/gu, key => random.pick(synonyms.get(key) ?? [key])),
  'a slip in a key': atField(([lead, key, colon, value], random) => {
    const at = random.below(key.length);
    return [
      lead + key.slice(0, at) + random.pick(['', 'x', '：', ' ', '的']) + key.slice(at + 1) + colon + value,
    ];
  }),
  'another number': (lines, random) =>
    replaceOne(lines, random, /\d+/g, number =>
      random.pick([
        String(Number(number) + 1),
        String(Number(number) - 1),
        `${number}0`,
        '0',
        '',
        number.padStart(3, '0'),
      ]),
    ),
  'another day': (lines, random) =>
    replaceOne(lines, random, /\d{4}-\d{2}-\d{2}/g, () => {
      const two = (number: number) => String(number).padStart(2, '0');
      const [year, month, day] = [2010 + random.below(20), 1 + random.below(12), 1 + random.below(31)];
      return random.pick([
        `${year}-${two(month)}-${two(day)}`,
        `${year}.${month}.${day}`,
        `${year}年${month}月${day}日`,
        `${year}-${two(month)}`,
      ]);
    }),
  'full-width punctuation': (lines, random) =>
    replaceOne(lines, random, /[:,%\-. "[(]/g, char => FULL_WIDTH[char] ?? char),
  'full-width digits': (lines, random) =>
    replaceOne(lines, random, /\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  quotes: atField(([lead, key, colon, value], random) => {
    const quote = random.pick(['"', "'"]);
    return [lead + key + colon + random.pick([quote + value + quote, quote + value, value + quote])];
  }),
  'a block of text': atField(([lead, key, colon, value], random) => [
    lead + key + colon + random.pick(['|', '>', '|-', '>+', '|2', '>-']),
    ' '.repeat(indentOf(lead) + random.below(5)) + value,
  ]),
  'an anchor': atField(([lead, key, colon, value], random) => [
    `${lead}${key}${colon}${random.pick(['&a ', '*a ', '!!str ', '!x ', '! '])}${value}`,
  ]),
  'an alias': atField(([lead, key, colon], random) => [
    `${lead}${key}${colon}${random.pick(['*a', '*id001', '{ <<: *a }'])}`,
  ]),
  'a merge key': (lines, random) => {
    const at = random.below(lines.length);
    return lines.toSpliced(
      at,
      0,
      `${' '.repeat(indentOf(lines[at]!))}<<: ${random.pick(['*a', '{ min: 1 }', '[*a, *b]'])}`,
    );
  },
  indent: (lines, random) => {
    const at = random.below(lines.length);
    return lines.with(at, ' '.repeat(1 + random.below(4)) + lines[at]!);
  },
  'indent a block': (lines, random) => {
    const at = random.below(lines.length);
    const size = blockAt(lines, at);
    const by = random.pick([' ', '  ', '    ', '\t']);
    return lines.map((line, index) => (index >= at && index < at + size ? by + line : line));
  },
  outdent: (lines, random) => {
    const at = random.below(lines.length);
    return lines.with(at, lines[at]!.replace(/^ {1,2}/, ''));
  },
  'remove a block': (lines, random) => {
    const at = random.below(lines.length);
    return lines.toSpliced(at, blockAt(lines, at));
  },
  'remove a line': (lines, random) => lines.toSpliced(random.below(lines.length), 1),
  'double a block': (lines, random) => {
    const at = random.below(lines.length);
    return lines.toSpliced(at, 0, ...lines.slice(at, at + blockAt(lines, at)));
  },
  'move a block': (lines, random) => {
    const at = random.below(lines.length);
    const size = blockAt(lines, at);
    const rest = lines.toSpliced(at, size);
    return rest.toSpliced(random.below(rest.length + 1), 0, ...lines.slice(at, at + size));
  },
  'a line of another file': (lines, random, others) =>
    lines.toSpliced(random.below(lines.length + 1), 0, ...(others.length > 0 ? [random.pick(others)] : [])),
  'a mark too many': (lines, random) => {
    const at = random.below(lines.length);
    const column = random.below(lines[at]!.length + 1);
    return lines.with(
      at,
      lines[at]!.slice(0, column) + random.pick(SNIPPETS) + lines[at]!.slice(column + random.below(3)),
    );
  },
  'a second document': (lines, random) =>
    lines.toSpliced(random.below(lines.length + 1), 0, random.pick(['---', '...', '--- # 第二份'])),
  'cut off': (lines, random) => {
    const at = random.below(lines.length);
    return [...lines.slice(0, at), lines[at]!.slice(0, random.below(lines[at]!.length + 1))];
  },
};
const NAMES = Object.keys(MUTATIONS);

/** Makes one to four changes to a text. */
export function mutateText(text: string, random: Random, others: readonly string[]): string {
  let lines = text.split(/\r\n|\n/);
  for (let count = 1 + random.below(4); count > 0 && lines.length > 0; count--)
    lines = MUTATIONS[random.pick(NAMES)]!(lines, random, others);
  return lines.join('\n');
}

/** The text as one or another program would save it; mostly UTF-8. */
export function encode(text: string, random: Random): Uint8Array {
  switch (random.below(40)) {
    case 0:
      return gb18030(text);
    case 1:
      return utf16(`\ufeff${text}`, random.pick(['le', 'be']));
    case 2:
      return utf16(text, random.pick(['le', 'be']));
    case 3:
      return utf8(`\ufeff${text}`);
    case 4:
      return utf8(text.replaceAll('\n', '\r\n'));
    case 5:
      return utf8(text.replaceAll('\n', '\r'));
    case 6:
      return damaged(utf8(text), random);
    case 7:
      return damaged(gb18030(text), random);
    default:
      return utf8(text);
  }
}

/** A byte changed, taken out or put in, or the end cut off. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = random.below(bytes.length);
  switch (random.below(4)) {
    case 0:
      return bytes.with(at, random.below(256));
    case 1:
      return bytes.slice(0, at);
    case 2:
      return Uint8Array.of(...bytes.slice(0, at), ...bytes.slice(at + 1));
    default:
      return Uint8Array.of(...bytes.slice(0, at), random.below(256), ...bytes.slice(at));
  }
}
