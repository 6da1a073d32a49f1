import { lazy } from '../values/memo.ts';

/** How a text is damaged: by copying, by filters of websites, by wrong encodings, by slips of the hand. */
export type DamageKind =
  | 'mojibake'
  | 'missing'
  | 'empty'
  | 'year'
  | 'mask'
  | 'doubled'
  | 'words'
  | 'numbering'
  | 'unbalanced';

export interface Damage {
  kind: DamageKind;
  start: number;
  end: number;
}

/**
 * Function words written twice. Many pairs are sound where two words meet (为了|了解, 目的|的, 存在|在, 对|对象,
 * 和|和田地区), so each has the characters before and behind which it is left alone.
 */
const DOUBLED = [
  '(?<![成作认以行称视])为为(?!民)',
  '(?<![目标])的的(?![确士])',
  '了了(?![解然之结断却])',
  '(?<![温缓总饱共柔随平祥])和和(?![田静硕布平谐气睦美政顺龙林解好])',
  '(?<![实现存内外潜所])在在(?![校职岗册编任外乡读建家场位])',
  '(?<![参赠给授赋])与与(?!会)',
  '(?<![普涉波顾触提危])及及(?![时格早])',
  '(?<![相绝反面])对对(?![象口方策手应照外比立付待])',
  '(?<![合归兼吞])并并(?![举重存列入轨肩购])',
  '将将(?![军士领要来近才])',
  '把把(?![关握手脉柄])',
  '是是(?![否非])',
].join('|');

/** Words that are written twice by a slip; not those of which two may meet (党组织|组织生活, 党支部|支部委员会). */
const WORDS =
  '进行|加强|坚持|要求|认真|做好|严格|发展|提高|积极|按照|工作|确保|落实|实施|开展|通过|以及|制定|完善|健全|优化|推进|我镇|我乡|我县';

const HAN = '\\p{Script=Han}';

/** What is found by one is left alone by those behind it. */
const patterns = lazy((): readonly [DamageKind, RegExp][] => [
  // UTF-8 taken for GBK or Latin, memory never written to, bytes that no decoder could read
  ['mojibake', /锟斤拷|锟斤|斤拷|烫烫烫+|屯屯屯+|\ufffd+|ï»¿|â€|[ÃÂ][\u0080-\u00bf]/gu],
  // 党章 and 党员 are what filters take out.
  ['missing', new RegExp(`中国共产(?!党|主义|国际)${HAN}?`, 'gu')],
  // 党的十八大 loses all but the ten.
  ['missing', /党的十(?=[、，,。])/gu],
  ['empty', /《\s*》|“\s*”|〔\s*〕/gu],
  ['year', /(?<!\d)(?:20|19|二〇|二○|二零)[*＊×XxＸｘ]{2}(?![\d*＊])年?/gu],
  ['year', /(?<![\dA-Za-z])(?:20|19)(?:[*＊×XxＸｘ]\d|\d[*＊×XxＸｘ])年/gu],
  ['year', /(?<![\dA-Za-z*＊×Ｘｘ])[*＊×XxＸｘ]{2,4}年/gu],
  // Not within numbers: 138****0000 hides on purpose.
  ['mask', /(?<![\dA-Za-z*＊×Ｘｘ])(?:[*＊]{2,}|×{2,}|[XxＸｘ]{2,})(?![\dA-Za-z*＊×Ｘｘ])/gu],
  ['mask', /(?<![\d*＊])[*＊](?=[省市县区旗州镇乡村])/gu],
  ['doubled', new RegExp(DOUBLED, 'gu')],
  ['doubled', /(?<=[一二三四五六七八九])中中(?=全会)/gu],
  ['words', new RegExp(`(${WORDS})\\1`, 'gu')],
]);

/** Surnames that most people have, among them none that ends the name of a place or an office. */
const SURNAME = /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕]$/;
const hanFirst = lazy(() => new RegExp(`^${HAN}`, 'u'));

/** `联系人李××，` keeps somebody's name back on purpose; `李××县` does not. */
const isMaskedName = (text: string, { kind, start, end }: Damage): boolean =>
  kind === 'mask' &&
  SURNAME.test(text.slice(Math.max(0, start - 1), start)) &&
  !hanFirst().test(text.slice(end, end + 2));

/** Whether there is anything in a text that the patterns could take offence at: of most texts this one look is enough. */
const SUSPECT =
  /锟斤|斤拷|烫烫|屯屯|[\ufffdïâÃÂ*＊×xXＸｘ]|中国共产(?!党)|党的十[、，,。]|《\s*》|“\s*”|〔\s*〕/u;
/** The same of doubled words, in two looks: a pair of such words is rare, and the back reference costs most. */
const PAIR = /[为的了和在与及对并将把是]{2}/u;
const TWINS = /([为的了和在与及对并将把是])\1/u;
const REPEATED = new RegExp(`中中全会|(${WORDS})\\1`, 'u');
const mayHoldDamagedWords = (text: string): boolean =>
  SUSPECT.test(text) || (PAIR.test(text) && TWINS.test(text)) || REPEATED.test(text);

/** Every damaged spot of a text, from left to right. */
export function damageIn(text: string): Damage[] {
  const found = mayHoldDamagedWords(text) ? damagedWords(text) : [];
  if (text.includes('\n')) found.push(...repeatedNumbers(text));
  if (BRACKET.test(text))
    for (const start of unbalanced(text)) found.push({ kind: 'unbalanced', start, end: start + 1 });
  return found.sort((a, b) => a.start - b.start);
}

function damagedWords(text: string): Damage[] {
  const found: Damage[] = [];
  const taken = new Set<number>();
  for (const [kind, pattern] of patterns())
    for (const { index: start, 0: words } of text.matchAll(pattern)) {
      const damage = { kind, start, end: start + words.length };
      const offsets = Array.from(words, (_, at) => start + at);
      if (offsets.some(offset => taken.has(offset)) || isMaskedName(text, damage)) continue;
      for (const offset of offsets) taken.add(offset);
      found.push(damage);
    }
  return found;
}

/** The numbers with which paragraphs begin, by their levels: 一、（一）1.（1） */
const NUMBERS: readonly RegExp[] = [
  /^\s*([一二三四五六七八九十]{1,3})、/,
  /^\s*[（(]([一二三四五六七八九十]{1,3})[）)]/,
  /^\s*(\d{1,2})(?:[.．、](?!\d))/,
  /^\s*[（(](\d{1,2})[）)]/,
];

/** Paragraphs that have the number of the one before them: 1. 2. 2. 3. A number of a higher level begins anew. */
function repeatedNumbers(text: string): Damage[] {
  const found: Damage[] = [];
  const last: (string | undefined)[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const level = NUMBERS.findIndex(pattern => pattern.test(line));
    const number = level < 0 ? undefined : NUMBERS[level]!.exec(line)!;
    if (number) {
      const indent = number[0].length - number[0].trimStart().length;
      if (last[level] === number[1])
        found.push({ kind: 'numbering', start: start + indent, end: start + number[0].length });
      last.length = level;
      last[level] = number[1];
    }
    start += line.length + 1;
  }
  return found;
}

/** Round brackets of both widths are one pair: clerks mix them, and nothing is lost by it. */
const PAIRS = [
  ['《', '》'],
  ['“', '”'],
  ['（(', '）)'],
] as const;

const BRACKET = /[《》“”（(）)]/;
const BRACKETS = new RegExp(BRACKET, 'g');
const SIDES = new Map(
  PAIRS.flatMap(([opening, closing], pair) =>
    [...(opening + closing)].map(char => [char, { pair, opens: opening.includes(char) }] as const),
  ),
);

/** `1）`, `（一）` without its first bracket, `a)`: a number in a list, at the beginning of a clause. */
const LIST_NUMBER = /(?:^|[\s，,、；;。：:])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$/;

/** Offsets of brackets and quotation marks that have no partner. */
function unbalanced(text: string): number[] {
  const open: number[][] = PAIRS.map(() => []);
  const lost: number[] = [];
  for (const { 0: char, index } of text.matchAll(BRACKETS)) {
    const { pair, opens } = SIDES.get(char)!;
    if (opens) open[pair]!.push(index);
    else if (open[pair]!.pop() === undefined)
      if (!/[)）]/.test(char) || !LIST_NUMBER.test(text.slice(Math.max(0, index - 4), index)))
        lost.push(index);
  }
  return [...open.flat(), ...lost];
}
