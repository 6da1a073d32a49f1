import { readDate } from '../fields/date-text.ts';
import type { NoteKind } from './note.ts';
import { type Cell, dateOfSerial } from './workbook.ts';

export interface DateContext {
  /** a two-digit year is the latest that is not after this one */
  latestYear: number;
  /** the column writes months with two digits (1990.05), so 1990.1 has lost the zero of October */
  twoDigitMonths: boolean;
}

/** Days between 1927 and 2119 as Excel counts them: other numbers are no dates. */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_000;

/**
 * What a clerk wrote for a date, as `YYYY-MM-DD` or `YYYY-MM`; undefined where it is not certain enough, which the
 * reader of values then says.
 */
export function tidyDate(cell: Cell, context: DateContext): { text: string; kind?: NoteKind } | undefined {
  if (cell.date !== undefined) return { text: cell.date };
  if (cell.number !== undefined && Number.isInteger(cell.number)) {
    if (cell.number >= FIRST_SERIAL && cell.number <= LAST_SERIAL) {
      const text = dateOfSerial(cell.number);
      if (text !== undefined) return { text, kind: 'serial' };
    }
  }
  const text = plainDate(cell.text);
  const whole = readDate(text);
  if (!('failure' in whole))
    return text === cell.text ? { text: whole.iso } : { text: whole.iso, kind: 'tidied-date' };
  if (whole.failure === 'ambiguous') return october(text, context);
  const short = /^(\d{2})(\D.*)$/.exec(text);
  if (!short) return undefined;
  const date = readDate(century(Number(short[1]), context.latestYear) + short[2]!);
  return 'failure' in date ? undefined : { text: date.iso, kind: 'two-digit-year' };
}

/** `1990.1`: October where the column writes 1990.05 for May; else it may be either month. */
function october(
  text: string,
  { twoDigitMonths }: DateContext,
): { text: string; kind: NoteKind } | undefined {
  const year = /^(\d{4})\.1$/.exec(text)?.[1];
  return twoDigitMonths && year !== undefined ? { text: `${year}-10`, kind: 'october' } : undefined;
}

/** The year of two digits that lies in the hundred years up to the latest possible one. */
function century(year: number, latest: number): string {
  const full = Math.floor(latest / 100) * 100 + year;
  return String(full > latest ? full - 100 : full);
}

/** Without ages in brackets, stops at the end, and other marks than dots between the parts. */
function plainDate(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\s*\(\s*\d{1,3}\s*周?岁?\s*\)$/, '')
    .replace(/^["'‘’“”]+|["'‘’“”]+$/g, '')
    .replace(/(?<=\d)\s*[、,。·．\\]\s*(?=\d)/g, '.')
    .replace(/[.,。、]+$/, '')
    .replace(/^(\d{2,4}[-./]\d{1,2}[-./]\d{1,2})[日号]$/, '$1')
    .replace(/^(\d{2,4})[-./](\d{1,2})月$/, '$1-$2')
    .replace(/^(\d{2,4}年\d{1,2})$/, '$1月')
    .replace(/出?生$/, '');
}

/** Whether a column writes January to September with a zero. */
export const writesTwoDigitMonths = (texts: readonly string[]): boolean =>
  texts.some(text => /^\d{4}\.0[1-9]$/.test(text)) && !texts.some(text => /^\d{4}\.[2-9]$/.test(text));
