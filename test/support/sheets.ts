import { utils, write } from '@e965/xlsx';
import type { Candidate } from '../../src/generated/types.ts';
import { Problems } from '../../src/read/problem.ts';
import { readRosterDocument } from '../../src/read/roster/document.ts';
import { parseDay } from '../../src/values/day.ts';

/** Sheets by name, or one; with the areas that are merged. */
export interface Made {
  sheets: Record<string, unknown[][]> | unknown[][];
  merges?: string[];
  date1904?: boolean;
}

/** A workbook of these rows. */
export function bytesOf({ sheets, merges = [], date1904 = false }: Made): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(Array.isArray(sheets) ? { 名单: sheets } : sheets)) {
    const sheet = utils.aoa_to_sheet(rows);
    sheet['!merges'] = merges.map(range => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  if (date1904) book.Workbook = { WBProps: { date1904: true } };
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** The people that are read, and all that is told of them: `kind cell`, or the code of what could not be understood. */
export function readSheets(made: Made | string): { people: Candidate[]; told: string[]; refused?: string } {
  const problems = new Problems();
  const [path, bytes] =
    typeof made === 'string' ? ['r.csv', new TextEncoder().encode(made)] : ['r.xlsx', bytesOf(made)];
  const document = readRosterDocument(path, bytes, problems, { asOf: parseDay('2026-06-01')! });
  const told = problems.all.map(({ code, args, place }) => {
    const { cell = '' } = place.locate();
    return `${'kind' in args ? args.kind : code} ${cell.replace(/^\[名单\] |^\[Sheet1\] /, '')}`;
  });
  const reason = problems.all.find(({ code }) => code === 'input/unreadable');
  return {
    people: (document?.value.candidates ?? []).filter((each): each is Candidate => each !== null),
    told,
    ...(reason && 'reason' in reason.args && { refused: reason.args.reason }),
  };
}
