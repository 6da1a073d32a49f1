import { type CellObject, SSF } from '@e965/xlsx';

/** A cell with something in it, or with something that should have been in it. */
export interface Cell {
  /** as people see it, trimmed; digits that Excel shows as 6.5E+17 are written out; empty where there is a fault */
  text: string;
  /** the number, where the cell holds one */
  number?: number;
  /** `YYYY-MM-DD`, or `YYYY-MM` where the format shows no day, where the number is formatted as a date */
  date?: string;
  formula?: true;
  /** the value of a merged area, repeated in the cells that it covers */
  merged?: true;
  /** why nothing is known of it: a formula whose result was never stored, or an error such as `#N/A` */
  fault?: string;
}

/** The fault of a formula without a result: programs that write workbooks leave it to Excel to reckon. */
export const NO_RESULT = 'no-result';

/** What the library's cell says; undefined for an empty one. */
export function cellOf(cell: CellObject, dates1904: boolean): Cell | undefined {
  const formula = cell.f === undefined ? {} : { formula: true as const };
  if (cell.t === 'z') return cell.f === undefined ? undefined : { text: '', fault: NO_RESULT, ...formula };
  if (cell.t === 'e') return { text: '', fault: cell.w ?? '#N/A', ...formula };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    // A damaged file may give no number where it says that one is: that is an empty cell.
    if (!Number.isFinite(cell.v)) return undefined;
    const format = String(cell.z ?? 'General');
    const day = SSF.is_date(format) ? dateOfSerial(cell.v, dates1904) : undefined;
    if (day !== undefined) {
      const date = showsDay(format) ? day : day.slice(0, 7);
      return { text: date, number: cell.v, date, ...formula };
    }
    // 45% is kept as 0.45, with at most four decimals of a percent.
    if (format.includes('%'))
      return { text: `${Math.round(cell.v * 1e6) / 1e4}%`, number: cell.v, ...formula };
    return { text: numberText(cell.v, cell.w), number: cell.v, ...formula };
  }
  if (cell.v === undefined) return undefined;
  const text = (cell.t === 'b' ? (cell.v ? '是' : '否') : plainText(String(cell.v))).trim();
  // What a column too narrow showed is all that a CSV has of a number or a date.
  if (/^#{3,}$/.test(text)) return { text: '', fault: text, ...formula };
  return text === '' ? undefined : { text, ...formula };
}

/** `="650000…"` is how a CSV keeps Excel from taking digits for a number. */
const plainText = (text: string): string => /^="(.*)"$/s.exec(text)?.[1] ?? text;

/** `yyyy"年"m"月"` shows a month: the first of the month that is stored with it was never meant. */
function showsDay(format: string): boolean {
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return codes.includes('d') || !/y.*m|m.*y/.test(codes);
}

/** `1990.10` formatted with two decimals keeps its zero; otherwise the digits as they are stored. */
const numberText = (value: number, shown: string | undefined): string =>
  shown !== undefined && /^\d{4}\.\d{2}$/.test(shown)
    ? shown
    : Number.isInteger(value)
      ? BigInt(value).toString()
      : String(value);

/** A day of Excel's count (1 = 1 January 1900; 0 = 1 January 1904 in workbooks of old Macintoshes) as `YYYY-MM-DD`. */
export function dateOfSerial(serial: number, dates1904 = false): string | undefined {
  const parts = SSF.parse_date_code(Math.floor(serial), { date1904: dates1904 });
  if (!parts || parts.y < 1900 || parts.y > 2199) return undefined;
  return `${parts.y}-${String(parts.m).padStart(2, '0')}-${String(parts.d).padStart(2, '0')}`;
}

const DASHES = /^[-—–/／\\、.·~～\s]*$/;

/** Nothing in it, or only a dash: the clerk had nothing to write. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.fault === undefined && DASHES.test(cell.text));
