import type { PlanFile } from '../generated/types.ts';
import { fieldShape, fieldTitle, type Shape } from '../read/fields/shape.ts';
import {
  AMOUNT,
  DEMAND,
  headingOf,
  type Leaf,
  leavesOf,
  PART,
  PERSON,
  STEP,
} from '../read/workbook/layout.ts';
import { COMPARATORS } from '../values/share.ts';
import { type CellTexts, valueAt } from './cell-texts.ts';

/** An item of a plan by the names of its fields. */
export type Fields = Record<string, unknown>;

/** A column of a table that is written. */
export interface OwnColumn {
  heading: string;
  width: number;
  leaf?: Leaf;
  /** what its cells may hold, for a drop-down */
  values?: readonly string[];
  cell(item: Fields): string | number;
}

/** Columns by the schema: those that are always there, and others where an item has something in them. */
export function schemaColumns(
  shape: Shape,
  items: readonly object[],
  cells: CellTexts,
  always?: ReadonlySet<string>,
): OwnColumn[] {
  return leavesOf(shape)
    .map((leaf): OwnColumn => columnOf(shape, leaf, cells))
    .filter(
      ({ leaf, cell }) =>
        !always || always.has(leaf!.path.join('.')) || items.some(item => cell(item as Fields) !== ''),
    );
}

const columnOf = (shape: Shape, leaf: Leaf, cells: CellTexts): OwnColumn => ({
  heading: headingOf(shape, leaf.path),
  width: leaf.path.at(-1) === 'id' ? 10 : (WIDE[leaf.path.at(-1)!] ?? 12),
  leaf,
  values: cells.choices(leaf),
  cell: item => cells.text(valueAt(item, leaf.path), leaf, [], item),
});

const WIDE: Readonly<Record<string, number>> = {
  name: 24,
  position: 22,
  idNumber: 21,
  phone: 14,
  note: 24,
  after: 22,
  due: 22,
  branch: 16,
};

/** A requirement has one of five bounds: two columns say which and how much. */
export function requirementColumns(shape: Shape, items: readonly object[], cells: CellTexts): OwnColumn[] {
  const bound = (item: Fields) => COMPARATORS.find(name => item[name] !== undefined);
  const bounds: readonly string[] = COMPARATORS;
  const others = schemaColumns(shape, items, cells).filter(({ leaf }) => !bounds.includes(leaf!.path[0]!));
  const at = others.findIndex(({ leaf }) => leaf!.path[0] === 'where') + 1;
  const titles = COMPARATORS.map(name => fieldTitle(shape, name));
  const demand: OwnColumn = {
    heading: DEMAND,
    width: 12,
    values: titles,
    cell: item => titles[COMPARATORS.indexOf(bound(item)!)] ?? '',
  };
  const amount: OwnColumn = {
    heading: AMOUNT,
    width: 12,
    cell: item => String(item[bound(item) ?? ''] ?? ''),
  };
  return [...others.slice(0, at), demand, amount, ...others.slice(at)];
}

/** Columns that every roster has, so that an empty one can be filled in. */
const ALWAYS_OF_PERSON = new Set(
  `name gender birth ethnicity education occupation category branch slot role position leagueMember contacts idNumber phone
  events.application events.talk events.activist events.inspections events.prospective events.politicalReview events.training.start
  events.training.end events.training.hours introducers events.branchMeeting events.approval note id`.split(
    /\s+/,
  ),
);
const ALWAYS_OF_STEP = new Set(
  'name kind on from to duration after deadline owner phase due done note id'.split(' '),
);

/** The columns of the roster: those of the schema, a column for each paper, and one for each attribute. */
export function personColumns(data: PlanFile, cells: CellTexts): OwnColumn[] {
  const people = data.candidates as readonly object[];
  const columns = schemaColumns(PERSON, people, cells, ALWAYS_OF_PERSON);
  const { materials = [] } = data;
  const papers = [...new Set([...materials.map(({ id }) => id), ...keysOf(people, 'materials')])].map(id =>
    openColumn('materials', id, cells.material(id), cells),
  );
  const attributes = keysOf(people, 'attributes').map(name => openColumn('attributes', name, name, cells));
  // Remarks and codes come last.
  const last = columns.findIndex(({ leaf }) => leaf!.path[0] === 'note');
  return [...columns.slice(0, last), ...papers, ...attributes, ...columns.slice(last)];
}

const keysOf = (people: readonly object[], field: string): string[] => [
  ...new Set(people.flatMap(person => Object.keys(((person as Fields)[field] as Fields | undefined) ?? {}))),
];

function openColumn(field: string, key: string, name: string, cells: CellTexts): OwnColumn {
  const shape = fieldShape(fieldShape(PERSON, field), key);
  const leaf: Leaf = { path: [field, key], shape, kind: shape.items === undefined ? 'value' : 'list' };
  return {
    heading: `${fieldTitle(PERSON, field)}${PART}${name}`,
    width: 12,
    leaf,
    cell: item => cells.text(valueAt(item, leaf.path), leaf, [], item),
  };
}

/** The columns of the timeline. */
export const stepColumns = (steps: readonly object[], cells: CellTexts): OwnColumn[] =>
  schemaColumns(STEP, steps, cells, ALWAYS_OF_STEP);
