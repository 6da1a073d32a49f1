import { DASHES } from './signs.ts';

const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
/** 两 counts heads (两名); 〇 stands in years (二〇一六年). */
const NUMERAL = '[零〇一二两三四五六七八九十百千]+';

/** Chinese numerals as digits wherever they stand: `二十三名` → `23名`, `一百零五` → `105`, `二〇一六年` → `2016年`. */
export const withDigits = (text: string): string =>
  text.replace(new RegExp(NUMERAL, 'g'), numeral => digitsOf(numeral) ?? numeral);

/** The same in dates, where 周三 and 第三季度 are names: only before 年, 月, 日, 号 and 周, or in a span of them (三至四月). */
export const withDigitsInDates = (text: string): string =>
  text.replace(
    new RegExp(
      `(${NUMERAL})(?=[年月日号]|周(?![日一二三四五六])|(?:至|到|[-~${DASHES}])+(?:${NUMERAL})[月日号])`,
      'g',
    ),
    numeral => digitsOf(numeral) ?? numeral,
  );

/** Undefined for what is no number: 十百, 三五 (which is `three to five`). */
function digitsOf(numeral: string): string | undefined {
  const plain = numeral.replaceAll('〇', '零').replaceAll('两', '二');
  if (!/[十百千]/.test(plain)) return plain.length === 1 || plain.length === 4 ? eachDigit(plain) : undefined;
  let sum = 0;
  let digit: number | undefined;
  let below = Number.POSITIVE_INFINITY;
  for (const char of plain) {
    const unit = UNITS[char];
    if (unit === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS.indexOf(char);
    } else {
      // 十二 is 12, 二十 20; units only fall.
      if (unit >= below || digit === 0) return undefined;
      if (digit === undefined && sum > 0) return undefined;
      sum += (digit ?? 1) * unit;
      below = unit;
      digit = undefined;
    }
  }
  // 一百二 is 120 to some.
  if (digit !== undefined && below > 10 && !plain.includes('零')) return undefined;
  return String(sum + (digit ?? 0));
}

const eachDigit = (text: string): string => [...text].map(char => DIGITS.indexOf(char)).join('');
