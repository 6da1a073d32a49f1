import { standingIn } from '../../model/remarks.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import { isBlank } from './cell.ts';
import { yesOrNo } from './classes/yes-no.ts';
import type { ListedAs, RosterRow } from './roster.ts';
import { roleAsked, roleOf } from './row-words.ts';
import type { ReadColumn, SheetNotes } from './sheet-notes.ts';
import type { Table } from './tables.ts';
import { scalarOf, textIn, valueIn } from './tree.ts';
import type { Row } from './workbook.ts';

/** A table whose people get their roles, and what holds for them. */
interface Listing {
  table: Table;
  columns: readonly ReadColumn[];
  sectionRoles: ReadonlyMap<MapNode, ListedAs>;
  /** of the plan */
  year: number;
  /** whether what the cells leave open stays open */
  asWritten: boolean;
}

/**
 * A row's own dates and words say first whether somebody is a nominee; a section or the title only where nothing else does, and
 * not against what the row says.
 */
export function giveRoles(people: readonly RosterRow[], listing: Listing, notes: SheetNotes): void {
  const { table, sectionRoles, asWritten } = listing;
  const nominees: RosterRow[] = [];
  const byTitle: RosterRow[] = [];
  const title = asWritten ? undefined : roleInTitle(table);
  for (const person of people) {
    const { node } = person;
    person.list = sectionRoles.get(node) ?? title;
    if (textIn(node, 'role') !== undefined) continue;
    const isDated = !asWritten && isNominee(node);
    const said = isDated ? undefined : person.list;
    if (!isDated && !said) continue;
    const doubt = isDated || said!.role === 'nominee' ? doubtOn(person, said, listing) : undefined;
    if (doubt) {
      notes.ofCell('not-nominee', doubt.row, doubt.column, doubt.text, said?.text);
      continue;
    }
    put(node, 'role', isDated ? 'nominee' : said!.role);
    if (isDated) nominees.push(person);
    // A section's role was told where the section stands.
    else if (said === title) byTitle.push(person);
  }
  if (nominees.length > 0)
    notes.at('role-from-dates', nominees[0]!.row, 0, {
      about: 'sheet',
      from: nominees.map(({ node }) => textIn(node, 'name')).join('、'),
      to: 'nominee',
      count: nominees.length,
    });
  if (title && byTitle.length > 0)
    notes.at('role-from-title', title.row, title.column, {
      about: 'sheet',
      from: title.text,
      to: title.role,
      count: byTitle.length,
    });
}

/** The role that the sheet's name or a title says, and where. */
function roleInTitle({
  titles,
  sheet,
  headRow,
}: Table): (ListedAs & { row: number; column: number }) | undefined {
  const text = [sheet.name, ...titles.map(own => own.text)].find(own => roleOf(own));
  if (text === undefined) return undefined;
  const { row, column } = titles.find(own => own.text === text) ?? { row: headRow, column: 0 };
  return { role: roleOf(text)!, text, row, column };
}

/**
 * Somebody made a prospective member, or further on, is on the list of nominees. That somebody is an activist yet says nothing:
 * nominees are chosen from them.
 */
function isNominee(node: MapNode): boolean {
  const stage = textIn(node, 'stage');
  return stage === 'prospective' || stage === 'probationary' || eventOf(node, 'prospective') !== undefined;
}

const eventOf = (node: MapNode, event: string): Node | undefined => {
  const events = valueIn(node, 'events');
  return events?.kind === 'map' ? valueIn(events, event) : undefined;
};

/** The cell that speaks against listing somebody as a nominee: a member already, gone, or not answered with yes. */
function doubtOn(
  { node, row: number }: RosterRow,
  said: ListedAs | undefined,
  { table, columns, year }: Listing,
): { row: Row; column: ReadColumn; text: string } | undefined {
  const row = table.rows.find(own => own.number === number)!;
  const at = (column: ReadColumn | undefined) =>
    column && { row, column, text: row.cells[column.index]?.text ?? '' };
  const columnOf = (...[field, event]: string[]) =>
    columns.find(({ target }) => target[0] === field && (event === undefined || target[1] === event));
  const stage = textIn(node, 'stage');
  const admitted = ADMISSION.find(event => eventOf(node, event));
  const day = admitted === undefined ? undefined : eventOf(node, admitted);
  // Who is admitted in the plan's own year is one of its nominees.
  const isOfYear = day?.kind === 'scalar' && Number(day.text.slice(0, 4)) >= year;
  if (stage === 'full' || ((stage === 'probationary' || admitted !== undefined) && !isOfYear))
    return at(admitted === undefined ? columnOf('stage') : columnOf('events', admitted));
  if (!said) return undefined;
  const asked = columns.find(
    ({ target, heading }) => target[0] === 'role' && roleAsked(heading) === 'nominee',
  );
  if (asked && (isBlank(row.cells[asked.index]) || yesOrNo(row.cells[asked.index]!.text) !== true))
    return at(asked);
  const remark = columnOf('note');
  return remark && standingIn(row.cells[remark.index]?.text ?? '') ? at(remark) : undefined;
}

/** The steps by which the Party admits somebody. */
const ADMISSION = ['branchMeeting', 'approval'];

/** Before the steps, as a person is written. */
function put(node: MapNode, field: string, text: string): void {
  const at = { start: node.start, end: node.end };
  const steps = node.entries.findIndex(({ key }) => key.text === 'events' || key.text === 'attributes');
  const entry = { key: scalarOf(field, at), value: scalarOf(text, at), name: undefined };
  node.entries.splice(steps < 0 ? node.entries.length : steps, 0, entry);
}
