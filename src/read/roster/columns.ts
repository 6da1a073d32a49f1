import { UNKNOWN_WORDS } from '../../model/place.ts';
import { columnName } from '../../values/column-name.ts';
import { type Cell, isBlank } from './cell.ts';
import { yesOrNo } from './classes/yes-no.ts';
import { beginsWithDate, DITTO, fitOf } from './column-values.ts';
import { type Meaning, type Refusal, readHeading } from './heading-meaning.ts';
import { asksListingYear } from './listing-years.ts';
import { roleAsked } from './row-words.ts';
import { isDate, isList, type Target, targetName } from './target.ts';

/** A column of a table: its heading and what is read from it. */
export interface Column {
  /** from 0 */
  index: number;
  /** the heading as it stands, the rows of a head joined by `/` */
  heading: string;
  target?: Target;
  /** read by what the heading contains, not by its name */
  guessed?: true;
  /** why it is not read, where that is known */
  refusal?: Refusal | 'no-dates' | 'second' | 'same' | 'joined' | 'year';
  /** of a column of ticks below 2026年: that year (listing-years.ts) */
  listedFor?: number;
  /** the headings of the columns that are read as this one: 年、月、日 */
  joined?: string;
  /** the heading of the column that is read instead, or into which it goes */
  instead?: string;
}

/** What a user said of headings: a field, or null for a column not to be read. */
export type Mapping = ReadonlyMap<string, Target | null>;

/** A heading by the rows of its head, from the top. */
export interface HeadColumn {
  index: number;
  rows: readonly string[];
}

/** The heading as it is shown: 培养联系人/姓名. */
export const headingText = ({ rows }: HeadColumn): string =>
  rows.filter((text, at) => text !== '' && text !== rows[at - 1]).join('/');

/** Whether most of what stands in a column begins with a day. */
function beginWithDates(cells: readonly (Cell | undefined)[]): boolean {
  const filled = cells.filter((cell): cell is Cell => !isBlank(cell));
  return filled.length > 0 && filled.filter(cell => beginsWithDate(cell)).length * 2 > filled.length;
}

/** A guess is given up where fewer of its cells than this are of the field's kind. */
const LEAST_FIT = 0.5;

/** Fields whose names head other things too, so that contents of another kind refute even an exact name. */
const REFUTABLE = new Set(['events', 'category']);

interface Claim {
  column: HeadColumn;
  meaning: Meaning;
  worth: number;
}

/**
 * Gives each column of a head its field, and each field its column. What a heading may mean are claims; the strongest is
 * settled first, so that an exact name beats any guess wherever it stands, and contents decide between equals.
 * @param cellsOf what stands below a column, row by row
 * @param title what stands above the table: it tells which 备案 or 公示 is meant where no other column does
 */
export function assignColumns(
  heads: readonly HeadColumn[],
  cellsOf: (index: number) => readonly (Cell | undefined)[],
  title: string,
  mapping: Mapping,
): Column[] {
  const columns = new Map<number, Column>();
  const claims: Claim[] = [];
  // A column that nobody has filled tells nothing of how far these people are.
  const filled = heads.filter(({ index }) => cellsOf(index).length === 0 || !cellsOf(index).every(isBlank));
  for (const head of heads) {
    const column: Column = { index: head.index, heading: headingText(head) };
    columns.set(head.index, column);
    const said = [column.heading, ...head.rows.toReversed()].find(text => text !== '' && mapping.has(text));
    if (said !== undefined) {
      const target = mapping.get(said);
      if (target) claims.push({ column: head, meaning: { target, certain: true }, worth: SAID });
      else column.refusal = 'needless';
      continue;
    }
    const years = asksListingYear(head.rows);
    if (years) {
      column.refusal = 'year';
      if (years.year !== undefined) column.listedFor = years.year;
      continue;
    }
    const cells = cellsOf(head.index);
    const read = readHeading(head.rows);
    // 政审时间及结论 over 2025.7.1 合格 asks for an opinion, and has the day all the same.
    const isDated = /时间|日期/.test(column.heading) && beginWithDates(cells);
    const { meanings, refusal } =
      read.ifDated && isDated ? { meanings: read.ifDated, refusal: undefined } : read;
    if (refusal) column.refusal = refusal;
    for (const meaning of inContext(meanings, head, filled, title)) {
      const fit = fitOf(meaning.target, cells);
      // 政审 with 合格 below it tells a result, and 备案 with 是: neither is a day.
      const isOther =
        fit !== undefined &&
        (meaning.certain
          ? REFUTABLE.has(meaning.target[0]) &&
            (meaning.target[0] === 'category' ? fit < LEAST_FIT : fit === 0)
          : fit < LEAST_FIT);
      if (isOther) {
        if (isDate(meaning.target)) column.refusal = 'no-dates';
        continue;
      }
      claims.push({ column: head, meaning, worth: (meaning.certain ? CERTAIN : 0) + (fit ?? UNKNOWN_FIT) });
    }
    if (refusal === undefined || roleAsked(column.heading)) claims.push(...byContents(head, cells));
  }
  settle(claims, columns, cellsOf);
  return [...columns.values()];
}

const SAID = 100;
const CERTAIN = 10;
/** A column of any text, or an empty one, is neither better nor worse than half a fit. */
const UNKNOWN_FIT = 0.5;

/** More than a heading over any text, less than one whose contents agree with it. */
const BY_CONTENTS = CERTAIN + 0.75;

/**
 * 发展对象 and 入党积极分子 down a column say how people are listed, or how far they are, whatever the heading is; so do 是 and √ below a
 * heading that asks who is listed.
 */
function byContents(column: HeadColumn, cells: readonly (Cell | undefined)[]): Claim[] {
  const filled = cells.filter((cell): cell is Cell => !isBlank(cell) && !DITTO.test(cell!.text));
  // One odd value loses itself, not its column.
  const told = filled.filter(({ text }) => !UNKNOWN_WORDS.has(text));
  const answers = told.filter(({ text }) => yesOrNo(text) !== undefined).length;
  if (answers * 2 > told.length && roleAsked(headingText(column)))
    return [{ column, meaning: { target: ['role'], certain: false }, worth: BY_CONTENTS }];
  const claim = (field: 'role' | 'stage', worth: number): Claim[] =>
    filled.length * 2 >= cells.length && fitOf([field], filled)! > LEAST_FIT
      ? [{ column, meaning: { target: [field], certain: false }, worth: worth * fitOf([field], filled)! }]
      : [];
  // 入党申请人 is no way of listing: where it stands among the others the column tells stages.
  const isListed = filled.some(({ text }) => LISTED.test(text));
  return isListed ? [...claim('role', BY_CONTENTS), ...claim('stage', BY_CONTENTS - 0.1)] : [];
}

/** What only somebody who is listed for a plan, or was, is called: 团员 and 党员 say no more than 政治面貌. */
const LISTED = /积极分子|发展对象|拟发展|储备|后备|申请人|预备党员|人选/;

function settle(
  claims: readonly Claim[],
  columns: ReadonlyMap<number, Column>,
  cellsOf: (index: number) => readonly (Cell | undefined)[],
): void {
  const holders = new Map<string, Column>();
  const byWorth = [...claims].sort((a, b) => b.worth - a.worth || a.column.index - b.column.index);
  for (const {
    column: { index },
    meaning,
  } of byWorth) {
    const column = columns.get(index)!;
    if (column.target) continue;
    const name = targetName(meaning.target);
    const holder = holders.get(name);
    if (holder && !isList(meaning.target) && name !== 'education') {
      column.refusal = isSame(cellsOf(index), cellsOf(holder.index)) ? 'same' : 'second';
      column.instead = holder.heading;
      continue;
    }
    holders.set(name, holder ?? column);
    delete column.refusal;
    delete column.instead;
    column.target = meaning.target;
    if (!meaning.certain) column.guessed = true;
  }
}

const isSame = (a: readonly (Cell | undefined)[], b: readonly (Cell | undefined)[]): boolean =>
  a.every((cell, index) => (cell?.text ?? '') === (b[index]?.text ?? ''));

/**
 * 党委备案 may be the filing of an activist, a prospective member or a new one, 公示 the notice of either: the milestones in the
 * columns before it tell; where there are none, the title.
 */
function inContext(
  meanings: readonly Meaning[],
  head: HeadColumn,
  heads: readonly HeadColumn[],
  title: string,
): readonly Meaning[] {
  const steps = meanings.filter(({ target }) => target[0] === 'events');
  if (steps.length < 2) return meanings;
  const before = heads
    .filter(({ index }) => index < head.index)
    .flatMap(({ rows }) => readHeading(rows).meanings)
    .flatMap(({ target, certain }) =>
      certain && target[0] === 'events' ? [MILESTONES[target[1]!] ?? 0] : [],
    );
  // What stands right beside it says more than a title.
  const beside = heads.findLast(({ index }) => index < head.index);
  const own = beside ? stepsOf(beside) : [];
  const reached =
    (own.length === 1 ? MILESTONES[own[0]!.target[1]!] : undefined) ?? Math.max(reachedBy(title), ...before);
  // Of those that are not too early the first; 公示 has one for all that comes before the meeting.
  const at = ({ target }: Meaning) => FOLLOWS[target[1]!] ?? 0;
  return [steps.toSorted((a, b) => at(a) - at(b)).findLast(step => at(step) <= reached) ?? steps[0]!];
}

const stepsOf = ({ rows }: HeadColumn): Meaning[] =>
  readHeading(rows).meanings.filter(({ target }) => target[0] === 'events');

/** How far the people of a title are. */
const reachedBy = (title: string): number =>
  /积极分子/.test(title)
    ? 0
    : /转正/.test(title)
      ? 4
      : /预备党员/.test(title)
        ? 3
        : /发展对象/.test(title)
          ? 2
          : 0;

/** How far somebody is who has this step behind: an activist, a prospective member, one whom the branch admitted, one to be converted. */
const MILESTONES: Record<string, number> = {
  activist: 1,
  prospective: 2,
  politicalReview: 2,
  training: 2,
  preReview: 3,
  form: 3,
  branchMeeting: 3,
  approval: 3,
  conversionApplication: 4,
  conversionMeeting: 4,
  conversionApproval: 4,
};

/** From how far on a step of these names is meant. */
const FOLLOWS: Record<string, number> = {
  activist: 0,
  activistFiling: 0,
  prospective: 1,
  prospectiveFiling: 2,
  prospectiveNotice: 0,
  approval: 3,
  countyFiling: 3,
  acceptanceNotice: 3,
  branchMeeting: 3,
  conversionMeeting: 4,
  conversionNotice: 4,
};

/** `F12` */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`;
