import type { Cell, Column } from '../findings/section.ts';
import { displayWidth } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';

type Rows = Iterable<readonly Pick<Cell, 'text'>[]>;

/** Between the text of a cell and its borders, in columns of a terminal. */
const PADDING = 3;

/** Programs put about this much between a digit and a Chinese character, in columns of a terminal. */
const BETWEEN_SCRIPTS = 0.36;

/** The width of a text on paper, in columns of a terminal: marks that both scripts have are Chinese there. */
export const paperWidth = (text: string): number =>
  displayWidth(text, { ambiguous: 2 }) +
  BETWEEN_SCRIPTS * [...text.matchAll(/\d(?=\p{Script=Han})|\p{Script=Han}(?=\d)/gu)].length;

/** Up to here a text is a name or a word, which reads badly on two lines; in columns of a terminal. */
const WORD = 12;

/** Whether a text is longer than a word or two: it reads from the left, and may be broken. */
export const isLong = (text: string): boolean => displayWidth(text) > WORD;

/** The least width at which a text is not broken within a word; a sentence breaks after any character of Chinese. */
function wordWidth(text: string): number {
  if (!isLong(text)) return Math.ceil(paperWidth(text));
  return Math.max(
    4,
    ...[...text.matchAll(/[\p{Script=Latin}\p{Nd}.@/:-]+/gu)].map(([word]) => displayWidth(word)),
  );
}

/** Heads may be broken, but not within a word of Latin letters, and into no more than two or three lines. */
const headWidth = (title: string): number =>
  Math.max(wordWidth(title), Math.ceil(displayWidth(title) / 3), Math.min(displayWidth(title), 4));

/** The widest text and the widest word of each column, in columns of a terminal. */
function contentWidths(columns: readonly Column[], rows: Rows): { text: number; word: number }[] {
  const widths = columns.map(() => ({ text: 4, word: 4 }));
  for (const row of rows)
    for (const [index, width] of widths.entries()) {
      const text = row[index]?.text ?? '';
      width.text = Math.max(width.text, Math.ceil(paperWidth(text)));
      width.word = Math.max(width.word, wordWidth(text));
    }
  return widths;
}

/** With the least width of the head, which may be broken. */
const withHead = ({ title }: Column, content: number): number =>
  Math.max(Math.min(headWidth(title), WORD), content) + PADDING;

/** What columns need at least so that no word is broken, in columns of a terminal. */
const leastWidths = (columns: readonly Column[], rows: Rows): number[] =>
  contentWidths(columns, rows).map(({ word }, index) => withHead(columns[index]!, word));

/** The width in columns of a terminal below which words would be broken. */
export const leastWidth = (columns: readonly Column[], rows: Rows): number => sum(leastWidths(columns, rows));

/**
 * Divides a width among columns by what they hold. While there is room each has its widest text on one line; where there
 * is not, only the widest columns give way, so that dates, numbers and short names stay whole.
 *
 * @param room the whole width in columns of a terminal (half the height of the type)
 * @param total the whole width in the unit of the answer, which adds up to it
 */
export function columnWidths(columns: readonly Column[], rows: Rows, room: number, total: number): number[] {
  const given = fittedWidths(columns, rows, room);
  const scale = total / sum(given);
  const widths = given.map(width => Math.floor(width * scale));
  widths[widths.length - 1]! += total - sum(widths);
  return widths;
}

/** The widths that columns have within a room, both in columns of a terminal; more than the room only where words demand it. */
export function fittedWidths(columns: readonly Column[], rows: Rows, room: number): number[] {
  const content = contentWidths(columns, rows);
  const natural = content.map(
    ({ text }, index) => Math.max(displayWidth(columns[index]!.title), text) + PADDING,
  );
  if (sum(natural) <= room) return natural;
  const least = content.map(({ word }, index) => withHead(columns[index]!, word));
  // With heads on several lines there may be room for all else.
  const narrow = content.map(({ text }, index) => Math.max(least[index]!, withHead(columns[index]!, text)));
  const most = capFor(narrow, least, room);
  return narrow.map((width, index) => Math.max(least[index]!, Math.min(width, most)));
}

/** The most that a column may have so that all together fit, as far as words allow. */
function capFor(wanted: readonly number[], least: readonly number[], room: number): number {
  let most = Math.max(...wanted);
  const capped = () => sum(wanted.map((width, index) => Math.max(least[index]!, Math.min(width, most))));
  while (most > 4 && capped() > room) most--;
  return most;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

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
  const lines = Math.ceil(displayWidth(title) / room);
  if (lines < 2) return [title];
  const words = wordsOf(title, whole);
  for (let width = Math.ceil(displayWidth(title) / lines); width <= room; width++) {
    const broken = filled(words, width);
    if (broken && broken.length <= lines) return broken;
  }
  return filled(words, room) ?? wrap(title, room);
}

/** Words put on lines; undefined where one is longer than a line. */
function filled(words: readonly string[], width: number): string[] | undefined {
  const lines: string[] = [];
  for (const word of words) {
    if (displayWidth(word) > width) return undefined;
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last + word) <= width) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.map(line => line.trim());
}

/** The title as words that stay whole; marks that begin or end something stay with it. */
function wordsOf(title: string, whole: readonly string[]): string[] {
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
    WORDS.lastIndex = 0;
    const match = WORDS.exec(rest);
    const known = match?.index === 0 ? match[0] : '';
    const word = name !== undefined && name.length > known.length ? name : known;
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
