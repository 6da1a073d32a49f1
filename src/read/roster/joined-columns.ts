import { type Cell, isBlank } from './cell.ts';
import { classOf } from './classes.ts';
import type { Column, HeadColumn, Mapping } from './columns.ts';
import { headingText } from './columns.ts';
import { readHeading } from './heading-meaning.ts';
import { isDate } from './target.ts';
import type { Row } from './workbook.ts';

/** The columns of a head after those that hold one value together have become one. */
export interface Joined {
  heads: HeadColumn[];
  rows: Row[];
  /** the columns that went into the one before them */
  parts: Column[];
  /** the headings that went into one, by the index of its column: 年、月、日 */
  from: ReadonlyMap<number, string>;
}

/**
 * A value may stand in several columns: 年, 月 and 日 under 出生, or a tick below 男 or 女. Such columns become one, whose cells
 * say what the row says: 1990-5-3, 女.
 */
export function joinColumns(heads: readonly HeadColumn[], rows: readonly Row[], mapping: Mapping): Joined {
  const joined: Joined = { heads: [], rows: [...rows], parts: [], from: new Map() };
  for (let at = 0; at < heads.length; at++) {
    const found = mapping.has(headingText(heads[at]!))
      ? undefined
      : (dateAt(heads, at) ?? ticksAt(heads, at, rows));
    const first = heads[at]!;
    if (!found) {
      joined.heads.push(first);
      continue;
    }
    const { columns, heading, textOf } = found;
    joined.heads.push({ index: first.index, rows: [heading] });
    (joined.from as Map<number, string>).set(first.index, columns.map(ownOf).join('、'));
    for (const { index, rows: own } of columns.slice(1))
      joined.parts.push({
        index,
        heading: headingText({ index, rows: own }),
        refusal: 'joined',
        instead: heading,
      });
    joined.rows = joined.rows.map(row =>
      withCell(row, columns, textOf(columns.map(({ index }) => row.cells[index]))),
    );
    at += columns.length - 1;
  }
  return joined;
}

interface Group {
  columns: readonly HeadColumn[];
  heading: string;
  textOf(cells: readonly (Cell | undefined)[]): string;
}

const ownOf = ({ rows }: HeadColumn): string => rows.findLast(text => text !== '') ?? '';

/** What stands over the last text of a heading. */
const groupOf = ({ rows }: HeadColumn): string => {
  const texts = rows.filter((text, at) => text !== '' && text !== rows[at - 1]);
  return texts.slice(0, -1).join('');
};

/** 出生 over 年, 月 and 日, or 出生年, 出生月, 出生日: the two or three columns from here on. */
function dateAt(heads: readonly HeadColumn[], at: number): Group | undefined {
  const prefix = prefixOf(heads[at], '年');
  if (prefix === undefined || prefix === '' || prefixOf(heads[at + 1], '月') !== prefix) return undefined;
  const columns = heads.slice(at, prefixOf(heads[at + 2], '日') === prefix ? at + 3 : at + 2);
  const name = prefix.replace(/的?(时间|日期|年月日?)$/, '');
  const heading = [`${name}年月`, `${name}时间`].find(text =>
    readHeading([text]).meanings.some(({ target }) => isDate(target)),
  );
  if (heading === undefined) return undefined;
  const textOf = (cells: readonly (Cell | undefined)[]): string =>
    cells
      .filter(cell => !isBlank(cell))
      .map(cell => cell!.text.replace(/[年月日]$/, ''))
      .join('-');
  return { columns, heading, textOf };
}

function prefixOf(head: HeadColumn | undefined, unit: string): string | undefined {
  if (!head) return undefined;
  const own = ownOf(head);
  return own.endsWith(unit) ? groupOf(head) + own.slice(0, -1) : undefined;
}

const TICK = /^([√✓✔☑■●vy1]|是)$/iu;

/** 男 and 女, or 高中, 大专 and 本科, each a column with nothing but ticks below it. */
function ticksAt(heads: readonly HeadColumn[], at: number, rows: readonly Row[]): Group | undefined {
  for (const [field, heading] of TICKED) {
    const isOfField = (head: HeadColumn) => typeof classOf(field, ownOf(head)) === 'object';
    let end = at;
    while (end < heads.length && isOfField(heads[end]!)) end++;
    const columns = heads.slice(at, end);
    const filled = columns.flatMap(({ index }) =>
      rows.map(({ cells }) => cells[index]).filter(cell => !isBlank(cell)),
    );
    const ticks = filled.filter(cell => TICK.test(cell!.text)).length;
    if (columns.length < 2 || ticks === 0 || ticks * 2 < filled.length) continue;
    const textOf = (cells: readonly (Cell | undefined)[]): string =>
      columns
        .filter((_, index) => !isBlank(cells[index]))
        .map(ownOf)
        .join('/');
    return { columns, heading, textOf };
  }
  return undefined;
}

const TICKED = [
  ['gender', '性别'],
  ['education', '学历'],
  ['stage', '发展阶段'],
] as const;

/** The row with one cell instead of several. */
function withCell(row: Row, columns: readonly HeadColumn[], text: string): Row {
  const cells = [...row.cells];
  const own = columns.map(({ index }) => cells[index]);
  // Text over several columns is a remark or a section, and no value of theirs.
  if (own.every(isBlank) || own.some(cell => cell?.merged || cell?.fault !== undefined)) return row;
  for (const { index } of columns) cells[index] = undefined;
  cells[columns[0]!.index] = { text };
  return { ...row, cells };
}
