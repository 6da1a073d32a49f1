import { displayWidth } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';

/** Programs put about this much between a digit and a Chinese character, in columns of a terminal. */
const BETWEEN_SCRIPTS = 0.36;

/** The width of a text on paper, in columns of a terminal: marks that both scripts have are Chinese there. */
export const paperWidth = (text: string): number =>
  displayWidth(text, { ambiguous: 2 }) +
  BETWEEN_SCRIPTS * [...text.matchAll(/\d(?=\p{Script=Han})|\p{Script=Han}(?=\d)/gu)].length;

/**
 * What titles are not broken within: words of the field, ends of names of units, the year. A unit's name may be broken
 * behind each of its parts.
 */
const WORDS =
  /\d+年度?|[（(〔【《“‘]+|(?:关于)?(?:拟|对|确定|接收|进行)+|入党积极分子|发展党员|发展对象|中共预备党员|预备党员|中共正式党员|正式党员|工作计划|(?:核对|备案|述职)?报告|时间安排|材料清单|全程纪实表|汇总表|一览表|登记表|签到册|名册|目录|(?:票决|公示)?情况(?:说明|汇总表|的说明)?|公示情况说明|(?:预审)?(?:请示|意见|批复)|(?:自治区|自治州|自治县|省|市|州|盟|县|旗|区|镇|乡|街道|苏木|社区|村|嘎查|农场|园区|学校|中学)(?:党支部|党总支|党委|工委|党组)?|党支部委员会|支部委员会|党支部|党总支|党委|委员会|组织部|办公室|组织办|等\d+名同志|同志|公示|公告|通知|的|为|[、，。；：！？）)〕】》”’]+|[A-Za-z0-9.]+/g;

/**
 * A title on as many lines as it needs, of about the same length, broken where words end: never within a person's name, a
 * unit, the year or the kind of paper.
 *
 * @param room the width of a line in columns of a terminal
 * @param whole names that are not to be broken
 */
export function titleLines(title: string, room: number, whole: readonly string[] = []): string[] {
  if (paperWidth(title) <= room) return [title];
  return (
    balanced(wordsOf(title, WORDS, whole), room) ??
    balanced(titleWords(title, room, whole), room) ??
    wrap(title, room)
  );
}

/** The words of a title. A name that is longer than a line is broken behind a dot within it: 阿卜杜热合曼·｜买买提. */
export const titleWords = (title: string, room: number, whole: readonly string[] = []): string[] =>
  wordsOf(title, WORDS, whole).flatMap(word => (displayWidth(word) > room ? word.split(/(?<=·)/u) : [word]));

/** The words of a head or of the name of a field. */
export const headWords = (title: string): string[] => wordsOf(title, HEAD_WORDS, []);

/** Words on as few lines as there is room for on paper, the longest of them as short as can be. */
function balanced(words: readonly string[], room: number): string[] | undefined {
  const least = filled(words, room, paperWidth);
  if (least === undefined) return undefined;
  for (let width = Math.ceil(displayWidth(words.join('')) / least.length); width < room; width++) {
    const lines = filled(words, width);
    if (lines && lines.length <= least.length && lines.every(line => paperWidth(line) <= room)) return lines;
  }
  return least;
}

/**
 * Where heads of columns and names of fields may be broken: `出生｜年月`, `确定积极｜分子时间`, never within one of these words.
 */
const HEAD_WORDS =
  /\d{1,2}月\d{1,2}日|第\d天|上午|下午|入党|申请|确定|列为|积极分子|发展对象|预备党员|正式党员|应到会|有表决权|培养|联系人|介绍人|政治|审查|集中|培训|支部|大会|党支部|所在|单位|职务|名额|类别|文化|程度|出生|年月|时间|日期|要求|材料|形成|表决|结果|书面|意见|不合格|原因|与发展对象|关系|家庭|情况|现实表现|其他|需要|说明|问题|政治态度|政治历史|遵纪守法|发言|记录|参加|人员|签名|人选|责任|完成|收交|少数|民族|个体|工商户|专业|技术|生产|一线|共青|团员|流动|机关|干部|管理|医务|初中|及以[上下]|\d+岁|[及和的为（(]|[）)：:、，]|[A-Za-z0-9.’'/-]+/g;

/** A head or the name of a field on as few lines as a width allows; undefined where one of its words is wider. */
export const headLines = (title: string, width: number): string[] | undefined =>
  title.includes('\n') || displayWidth(title) <= width ? title.split('\n') : filled(headWords(title), width);

/** The most lines that the head of a column has. */
const HEAD_LINES = 3;

/** The least width of a column by its head, in columns of a terminal: three lines, and no word is broken. */
export function headWidth(title: string): number {
  const whole = displayWidth(title);
  for (let width = 4; width < whole; width++) {
    const lines = headLines(title, width);
    if (lines && lines.length <= HEAD_LINES) return width;
  }
  return whole;
}

/** Up to here what stands between two marks is a name, a day or a word; in columns of a terminal. */
const PIECE = 16;

/**
 * A list of names or days, or a long name, as the pieces that it may be broken into: behind 、, behind the dot of a name, after
 * the 至 or — between two days, before what is said of a number. Undefined where the text is a sentence, which breaks anywhere.
 */
export function piecesOf(text: string): string[] | undefined {
  const pieces = text.split(
    /(?<=[、·])|(?<=[日\d][至—])|(?<=\S )(?=\S)|(?<=\p{Script=Han})(?=\d{4}年)|(?<=\d)(?=（)/u,
  );
  return pieces.length > 1 && pieces.every(piece => displayWidth(piece) <= PIECE) ? pieces : undefined;
}

/** The lines of a cell as far as they are ours to break: programs break within names and days. */
export const cellLines = (text: string, width: number): string[] =>
  text.split('\n').flatMap(line => {
    const pieces = paperWidth(line) > width ? piecesOf(line) : undefined;
    return (pieces && filled(pieces, width, paperWidth)) ?? [line];
  });

/** Words put on lines; undefined where one is longer than a line. */
export function filled(
  words: readonly string[],
  width: number,
  widthOf: (text: string) => number = displayWidth,
): string[] | undefined {
  const lines: string[] = [];
  for (const word of words) {
    if (widthOf(word) > width) return undefined;
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + word) <= width) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.map(line => line.trim());
}

/** The title as words that stay whole; marks that begin or end something stay with it. */
function wordsOf(title: string, known: RegExp, whole: readonly string[]): string[] {
  const names = [...whole].filter(name => name !== '').sort((a, b) => b.length - a.length);
  const words: string[] = [];
  let rest = title;
  let loose = '';
  const put = (word: string) => {
    if (loose !== '') words.push(loose);
    loose = '';
    words.push(word);
  };
  while (rest !== '') {
    const name = names.find(each => rest.startsWith(each));
    known.lastIndex = 0;
    const match = known.exec(rest);
    const found = match?.index === 0 ? match[0] : '';
    const word = name !== undefined && name.length > found.length ? name : found;
    if (word === '') {
      const char = String.fromCodePoint(rest.codePointAt(0)!);
      loose += char;
      rest = rest.slice(char.length);
      continue;
    }
    rest = rest.slice(word.length);
    if (CLOSES.test(word)) join(word);
    else put(word);
  }
  if (loose !== '') words.push(loose);
  return opened(words);

  /** What ends something is never at the beginning of a line; so does what ends a unit's name. */
  function join(word: string) {
    if (loose !== '') {
      words.push(loose + word);
      loose = '';
    } else if (words.length > 0) words[words.length - 1] += word;
    else words.push(word);
  }
}

/** Marks that close, and ends of names, belong to what stands before them. */
const CLOSES =
  /^(?:[、，。；：！？）)〕】》”’]+|的|为|同志|等\d+名同志|(?:自治区|自治州|自治县|省|市|州|盟|县|旗|区|镇|乡|街道|苏木|社区|村|嘎查|农场|园区|学校|中学)(?:党支部|党总支|党委|工委|党组)?|委员会|组织部|办公室|组织办)$/;

/** Marks that open belong to what stands behind them. */
function opened(words: string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && /[（(〔【《“‘]$/.test(last)) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}
