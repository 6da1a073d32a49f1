import { PROSE_FIELDS } from '../../model/plan-texts.ts';
import type { Day } from '../../values/day.ts';
import type { Mapping } from '../roster/columns.ts';
import { readRoster } from '../roster/read-roster.ts';
import { RosterRefusal } from '../roster/refusal.ts';
import type { Roster } from '../roster/roster.ts';
import { isDate, isList, type Target } from '../roster/target.ts';
import type { Row, Sheet } from '../roster/workbook.ts';
import type { Limits } from '../size-limits.ts';
import type { MapNode } from '../yaml/node.ts';
import { type Leaf, NOTHING, PERSON } from './layout.ts';
import type { PlanReader } from './plan-reader.ts';
import { columnsOf, isFilled, NEEDLESS, type PlanColumn } from './rows.ts';

interface Workbook {
  path: string;
  bytes: Uint8Array;
  asOf: Day;
  limits: Limits;
}

/**
 * Reads the sheet 名册 as any office's roster is read, loose values and rows below the table too. Under our own headings it has
 * columns that no office has: papers, votes, remarks, attributes. Those are read as the other sheets are.
 */
export function readPeople(
  sheet: Sheet,
  reader: PlanReader,
  { path, bytes, asOf, limits }: Workbook,
): MapNode[] {
  const head = sheet.rows.findIndex(isOwnHead);
  const columns = head < 0 ? [] : knownOf(sheet.rows[head]!);
  const further = columns.filter(column => !isOfRosters(column));
  const mapping: Mapping = new Map(
    columns.map(column => [
      column.heading.replace(/\s+/g, ''),
      further.includes(column) ? null : targetOf(column.meaning),
    ]),
  );
  let roster: Roster;
  try {
    roster = readRoster(path, bytes, {
      asOf,
      sheet: sheet.name,
      limits,
      isJudged: true,
      ...(head >= 0 && { mapping, asWritten: true }),
    });
  } catch (error) {
    const reason = error instanceof RosterRefusal ? error.reason : undefined;
    if (reason !== 'no-head' && reason !== 'card' && reason !== 'transposed') throw error;
    if (sheet.rows.length > 1) reader.note(reason, sheet, 1, 0, { about: 'sheet', heading: sheet.name });
    return [];
  }
  const overruled = new Set<string>();
  for (const { row, node } of roster.people) {
    const table = roster.tables.findLast(({ headRow }) => headRow < row);
    for (const { index, heading } of table?.columns ?? [])
      reader.headings.set(`${sheet.name}\n${row}\n${index}`, heading);
    const own = sheet.rows.find(({ number }) => number === row);
    if (!own) continue;
    const letters = columns.filter(column => isOwnSpelling(column, own));
    for (const { meaning, index } of letters) {
      remove(node, meaning.path);
      overruled.add(`${row}\n${index}`);
    }
    reader.into(node, sheet, own, [...further, ...letters]);
  }
  reader.notes.push(...roster.notes.filter(({ row, column }) => !overruled.has(`${row}\n${column}`)));
  const at = reader.spanOf(sheet, roster.tables[0]?.headRow ?? 1, 0);
  return reader.attach(
    'candidates',
    roster.people.map(({ node }) => node),
    at,
  );
}

function remove(node: MapNode, [name, ...below]: readonly string[]): void {
  const own = node.entries.findIndex(({ key }) => key.text === name);
  const value = node.entries[own]?.value;
  if (below.length > 0 && value?.kind === 'map') remove(value, below);
  else if (own >= 0) node.entries.splice(own, 1);
}

type KnownColumn = PlanColumn & { meaning: Leaf };

const knownOf = (row: Row): KnownColumn[] =>
  columnsOf(row, PERSON).filter((column): column is KnownColumn => typeof column.meaning === 'object');

/** Whether a row is a head of the template's kind: 姓名, and hardly a heading that is not a field's own name. */
function isOwnHead(row: Row): boolean {
  const columns = columnsOf(row, PERSON).filter(({ heading }) => !NEEDLESS.test(heading));
  const known = knownOf(row);
  return (
    known.length > 1 &&
    known.some(({ meaning }) => meaning.path.join() === 'name') &&
    known.length * 4 >= columns.length * 3
  );
}

const targetOf = ({ path }: Leaf): Target => path as unknown as Target;

/** Texts that are kept to the letter. */
const FREE: ReadonlySet<string> = new Set([...PROSE_FIELDS, 'slot', 'category', 'attributes', 'materials']);

/** Whether the reader of rosters reads the same from a column, and more. */
function isOfRosters({ meaning }: KnownColumn): boolean {
  const target = targetOf(meaning);
  const [field, , part] = target;
  if (FREE.has(field)) return false;
  if (field === 'events' && part !== undefined && !LASTING.has(part)) return false;
  return isList(target) || field !== 'events' || isDate(target) || part === 'hours';
}

/** （无）, quotes, and 2014-12-01（第一次考察） are our own spellings, which no office has. */
function isOwnSpelling({ meaning, index }: KnownColumn, { cells }: Row): boolean {
  const cell = cells[index];
  if (!isList(targetOf(meaning)) || !isFilled(cell)) return false;
  return (
    cell.text === NOTHING || cell.text.includes('"') || (isDate(targetOf(meaning)) && /[（(]/.test(cell.text))
  );
}

/** The parts of events that last. */
const LASTING: ReadonlySet<string> = new Set(['start', 'end', 'from', 'to', 'hours']);
