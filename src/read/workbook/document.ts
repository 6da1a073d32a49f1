import type { PlanFile } from '../../generated/types.ts';
import { columnName } from '../../values/column-name.ts';
import type { Day } from '../../values/day.ts';
import { type ReadDocument, readTree } from '../document.ts';
import { reportUnreadable } from '../files.ts';
import type { Problems, UnreadableReason } from '../problem.ts';
import { RosterRefusal } from '../roster/refusal.ts';
import { reportNotes } from '../roster/report-notes.ts';
import { SheetSource } from '../roster/sheet-source.ts';
import { listOf, scalarOf, textIn } from '../roster/tree.ts';
import { type Row, readWorkbook, type Sheet, sheetNames } from '../roster/workbook.ts';
import type { MapNode } from '../yaml/node.ts';
import { SHEET_NAMES, STEP } from './layout.ts';
import { linkNames } from './links-in-tree.ts';
import { PlanReader } from './plan-reader.ts';
import { readPeople } from './roster-sheet.ts';
import { blocksOf, columnsOf, hasContent, isFilled } from './rows.ts';

/** Whether a workbook has a sheet 计划; a file that cannot be read has none. */
export function hasPlanSheet(bytes: Uint8Array): boolean {
  const names = namesOrRefusal(bytes);
  return Array.isArray(names) && names.some(name => name.trim() === SHEET_NAMES.plan);
}

/** Why a file that begins like a workbook cannot be read as one; undefined where it can. */
export function refusalOf(bytes: Uint8Array): UnreadableReason | undefined {
  const names = namesOrRefusal(bytes);
  return Array.isArray(names) ? undefined : names;
}

function namesOrRefusal(bytes: Uint8Array): string[] | UnreadableReason {
  try {
    return sheetNames(bytes);
  } catch (error) {
    if (!(error instanceof RosterRefusal)) throw error;
    return error.reason;
  }
}

/**
 * Reads a workbook with a sheet 计划 as a whole plan: its sheets become the tree that the plan's YAML would be, with cells for
 * places, and go on as that does. Undefined where nothing could be read, which is reported.
 */
export function readPlanWorkbook(
  path: string,
  bytes: Uint8Array,
  problems: Problems,
  asOf: Day,
): ReadDocument<PlanFile> | undefined {
  try {
    const sheets = readWorkbook(bytes, /\.(xls[xmb]?|et|ods)$/i.test(path), problems.limits);
    const named = (name: string) => sheets.find(sheet => sheet.name.trim() === name);
    const plan = named(SHEET_NAMES.plan)!;
    const source = new SheetSource(path, sheets);
    const reader = new PlanReader(source, problems);
    Object.assign(reader.root, reader.spanOf(plan, 1, 0));
    for (const name of [SHEET_NAMES.plan, SHEET_NAMES.roster, SHEET_NAMES.timeline]) {
      const sheet = named(name);
      if (sheet) noteHidden(sheet, reader, name === SHEET_NAMES.roster);
    }
    const lists = readPlanSheet(plan, reader);
    const steps = readTimeline(named(SHEET_NAMES.timeline), reader);
    const roster = named(SHEET_NAMES.roster);
    const people = roster ? readPeople(roster, reader, { path, bytes, asOf, limits: problems.limits }) : [];
    linkNames({
      categories: lists('quota', 'categories'),
      requirements: lists('structure'),
      materials: lists('materials'),
      waivers: lists('waivers'),
      steps,
      people,
    });
    const known: readonly string[] = Object.values(SHEET_NAMES);
    for (const sheet of sheets)
      if (!known.includes(sheet.name.trim()) && sheet.rows.length > 0)
        reader.note('other-sheet', sheet, 1, 0, { about: 'sheet', heading: sheet.name });
    const before = problems.all.length;
    const document = readTree<PlanFile>('plan', source, reader.root, problems, reader.refused);
    nameHeadings(reader, problems, before);
    reportNotes(reader.notes, source, problems);
    return document;
  } catch (error) {
    if (!(error instanceof RosterRefusal)) throw error;
    reportUnreadable(path, error.reason, problems);
    return undefined;
  }
}

/** What nobody sees counts all the same: it is told. The reader of rosters tells rows and columns of its own. */
function noteHidden(sheet: Sheet, reader: PlanReader, isRoster: boolean): void {
  if (sheet.hidden) reader.note('hidden-plan-sheet', sheet, 1, 0, { about: 'sheet', heading: sheet.name });
  if (isRoster) return;
  for (const row of sheet.rows)
    if (row.hidden && hasContent(row))
      reader.note('hidden-row', sheet, row.number, Math.max(0, row.cells.findIndex(isFilled)), {
        about: 'row',
      });
  for (const index of sheet.hiddenColumns) {
    const row = sheet.rows.find(({ cells }) => isFilled(cells[index]));
    if (row)
      reader.note('hidden-column', sheet, row.number, index, { about: 'column', heading: columnName(index) });
  }
}

/** Reads the tables of the sheet 计划; gives the items of a list by its path. */
function readPlanSheet(sheet: Sheet, reader: PlanReader): (...path: string[]) => MapNode[] {
  const { blocks, above, unknown } = blocksOf(sheet);
  const found = new Map<string, MapNode[]>();
  // The first line names the plan.
  for (const row of above.slice(1)) noteRow(reader, 'footer', sheet, row);
  for (const row of unknown) noteRow(reader, 'other-table', sheet, row);
  for (const { block, rows } of blocks) {
    if (!block.isList) {
      reader.fields(sheet, { block, rows });
      continue;
    }
    const { items, at } = reader.list(sheet, rows, block.shape);
    if (items.length === 0) continue;
    if (block.shape.props?.id !== undefined) giveIds(items, number => `${block.title}${number}`);
    const [last, ...parents] = block.path.toReversed() as [string, ...string[]];
    const earlier = found.get(block.path.join());
    if (earlier) earlier.push(...items);
    else {
      reader.put(reader.mapAt(parents.toReversed(), at), [last], listOf(items, at));
      found.set(block.path.join(), items);
    }
  }
  return (...path) => found.get(path.join()) ?? [];
}

function noteRow(reader: PlanReader, kind: 'footer' | 'other-table', sheet: Sheet, row: Row): void {
  const column = Math.max(0, row.cells.findIndex(isFilled));
  reader.note(kind, sheet, row.number, column, { about: 'row', from: row.cells[column]?.text ?? '' });
}

function readTimeline(sheet: Sheet | undefined, reader: PlanReader): MapNode[] {
  if (!sheet) return [];
  const head = sheet.rows.findIndex(
    row => columnsOf(row, STEP).filter(({ meaning }) => meaning !== undefined).length > 1,
  );
  if (head < 0) {
    if (sheet.rows.length > 1)
      reader.note('no-step-head', sheet, 1, 0, { about: 'sheet', heading: sheet.name });
    return [];
  }
  for (const row of sheet.rows.slice(1, head))
    if (row.cells.some(isFilled)) noteRow(reader, 'footer', sheet, row);
  const { items, at } = reader.list(sheet, sheet.rows.slice(head), STEP);
  giveIds(items, number => `步骤${number}`);
  return reader.attach('timeline', items, at);
}

const LEGAL_ID = /^[^\s,，、:：+]{1,60}$/;

/** Who has no code is called by the name where that can be one and is the only one, else by a number. */
function giveIds(items: readonly MapNode[], numbered: (number: number) => string, byName = true): void {
  const taken = new Set(items.map(node => textIn(node, 'id')));
  let number = 0;
  for (const node of items) {
    if (node.entries.some(({ key }) => key.text === 'id')) continue;
    const name = textIn(node, 'name')?.trim() ?? '';
    let id = byName && LEGAL_ID.test(name) ? name : '';
    while (id === '' || taken.has(id)) id = numbered(++number);
    taken.add(id);
    const at = { start: node.start, end: node.end };
    node.entries.push({ key: scalarOf('id', at), value: scalarOf(id, at), name: undefined });
  }
}

/** What is wrong with a cell is told by its heading or label: nobody who fills it in has seen the names of the schema. */
function nameHeadings(reader: PlanReader, problems: Problems, from: number): void {
  for (const problem of problems.all.slice(from)) {
    if (problem.code !== 'input/schema') continue;
    const { cell, line, column } = problem.place.locate();
    const heading =
      problem.args.problem === 'missing' ? problem.args.allowed[0] : reader.headingAt(cell, line, column);
    problem.args = { ...problem.args, field: heading ?? problem.args.field, cell: true };
  }
}
