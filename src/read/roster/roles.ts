import { UNKNOWN_WORDS } from '../../model/place.ts';
import { standingIn } from '../../model/remarks.ts';
import type { MapNode } from '../yaml/node.ts';
import { type Cell, isBlank } from './cell.ts';
import { yesOrNo } from './classes/yes-no.ts';
import { classOf } from './classes.ts';
import type { Column } from './columns.ts';
import { eventOf, hasHappened, put } from './person-steps.ts';
import type { ListedAs, RosterRow } from './roster.ts';
import { isOfPast, roleAsked, roleOf } from './row-words.ts';
import type { ReadColumn, SheetNotes } from './sheet-notes.ts';
import type { Table } from './tables.ts';
import { textIn } from './tree.ts';
import type { Row } from './workbook.ts';

/** A table whose people get their roles, and what holds for them. */
interface Listing {
  table: Table;
  columns: readonly ReadColumn[];
  /** undefined below a section that ended the one before it */
  sectionRoles: ReadonlyMap<MapNode, ListedAs | undefined>;
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
  const byYear: RosterRow[] = [];
  const title = asWritten ? undefined : roleInTitle(table);
  const areListed = people.some(({ node }) => hasHappened(node, 'prospective'));
  for (const person of people) {
    const { node } = person;
    person.list = sectionRoles.has(node) ? sectionRoles.get(node) : title;
    if (textIn(node, 'role') !== undefined) continue;
    const isDated = !asWritten && isNominee(node);
    const listed = yearListed(person, listing);
    const said = isDated ? undefined : (listed ?? person.list);
    if (!isDated && !said) continue;
    const doubt = isDated || said!.role === 'nominee' ? doubtOn(person, said, listing, areListed) : undefined;
    if (doubt) {
      notes.ofCell('not-nominee', doubt.row, doubt.column, doubt.text, said?.text);
      continue;
    }
    put(node, 'role', isDated ? 'nominee' : said!.role);
    if (isDated) nominees.push(person);
    else if (listed) byYear.push(person);
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
  if (byYear.length > 0)
    notes.at('role-from-year', byYear[0]!.row, yearListed(byYear[0]!, listing)!.column, {
      about: 'sheet',
      heading: yearListed(byYear[0]!, listing)!.text,
      from: byYear.map(({ node }) => textIn(node, 'name')).join('、'),
      to: 'nominee',
      count: byYear.length,
    });
  if (title && byTitle.length > 0)
    notes.at('role-from-title', title.row, title.column, {
      about: 'sheet',
      from: title.text,
      to: title.role,
      count: byTitle.length,
    });
}

/** Listed by a column that says for which year, where it says the plan's: 2026 below 拟发展年度. */
function yearListed(
  { row: number }: RosterRow,
  { table, year, asWritten }: Listing,
): (ListedAs & { column: number }) | undefined {
  const row = table.rows.find(own => own.number === number)!;
  const planned = asWritten ? undefined : listingYear(row, table.columns);
  return planned?.year === year
    ? { role: 'nominee', text: planned.column.heading, column: planned.column.index }
    : undefined;
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
  return stage === 'prospective' || stage === 'probationary' || hasHappened(node, 'prospective');
}

interface Doubt {
  row: Row;
  column: Column;
  text: string;
}

/** The cell that speaks against listing somebody as a nominee: a member already, gone, of another year, or not answered with yes. */
function doubtOn(
  { node, row: number }: RosterRow,
  said: ListedAs | undefined,
  { table, columns, year, sectionRoles }: Listing,
  areOthersListed: boolean,
): Doubt | undefined {
  const row = table.rows.find(own => own.number === number)!;
  const at = (column: Column | undefined): Doubt | undefined =>
    column && { row, column, text: row.cells[column.index]?.text ?? '' };
  const columnOf = (...[field, event]: string[]) =>
    columns.find(({ target }) => target[0] === field && (event === undefined || target[1] === event));
  const stage = textIn(node, 'stage');
  const admitted = ADMISSION.find(event => hasHappened(node, event));
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
  const planned = listingYear(row, table.columns);
  if (planned && planned.year !== year) return at(planned.column);
  const listed = columnOf('events', 'prospective');
  const title = sectionRoles.has(node) ? '' : said.text;
  if (listed && isUnlisted(row.cells[listed.index], title, areOthersListed)) return at(listed);
  return at(
    table.columns.find(({ target, refusal, index, heading }) => {
      const text = row.cells[index]?.text ?? '';
      if (target) return target[0] === 'note' && (standingIn(text, { year }) || isReserve(text));
      return (
        !OF_OTHER_THINGS.has(refusal) && !isOfPast(heading) && standingIn(text, { isStatus: true, year })
      );
    }),
  );
}

/**
 * Whether what stands below 列为发展对象时间, and is no date, speaks against a title that lists nominees: any words do, such as 暂缓. An empty
 * cell and 待定 do where others have their dates, unless the title is of those who are yet to be listed (拟发展对象); under a
 * section they say nothing.
 */
const isUnlisted = (cell: Cell | undefined, title: string, areOthersListed: boolean): boolean =>
  isBlank(cell) || UNKNOWN_WORDS.has(cell!.text)
    ? areOthersListed && title !== '' && !title.includes('拟')
    : cell!.fault === undefined;

/** Columns that say nothing of the person's standing, or say it elsewhere too. */
const OF_OTHER_THINGS: ReadonlySet<Column['refusal']> = new Set([
  'needless',
  'others',
  'same',
  'joined',
  'year',
]);

/** 储备, 候补人选: a remark by which somebody waits for another's place. */
const isReserve = (remark: string): boolean => {
  const own = classOf('role', remark);
  return typeof own === 'object' && own.value === 'reserve';
};

/** The steps by which the Party admits somebody. */
const ADMISSION = ['branchMeeting', 'approval'];
/** The year that a row's columns say somebody is to be admitted in, and the column that says it; undefined where none does. */
function listingYear(
  { cells }: Row,
  columns: readonly Column[],
): { year: number; column: Column } | undefined {
  for (const column of columns) {
    const cell = cells[column.index];
    if (column.refusal !== 'year' || isBlank(cell)) continue;
    const year = yearIn(column, cell!);
    if (year !== undefined) return { year, column };
  }
  return undefined;
}

const yearIn = ({ listedFor }: Column, { text }: Cell): number | undefined => {
  if (listedFor !== undefined) return yesOrNo(text) === true ? listedFor : undefined;
  const year = /^(20\d\d)(?!\d)/.exec(text.normalize('NFKC').trim())?.[1];
  return year === undefined ? undefined : Number(year);
};
