import {
  canonicalKey,
  fieldShape,
  fieldTitle,
  itemShape,
  restShape,
  rootShape,
  type Shape,
} from '../fields/shape.ts';

// Where everything of a plan stands in a workbook. All of it follows the schemas: a field that is added there has its row or
// column here, by its Chinese title.

/** The sheets of a plan in one workbook. */
export const SHEET_NAMES = { plan: '计划', roster: '名册', timeline: '时间安排', guide: '填写说明' } as const;

/** Between the names of a field and of its part: 接收公示·起. */
export const PART = '·';
/** Headings of the two columns that a requirement has instead of one for each of 不低于, 不超过, 左右 …: which, and how many. */
export const DEMAND = '要求';
export const AMOUNT = '比例或人数';
/** Heads of the tables of single fields. */
export const LABEL = '项目';
export const CONTENT = '内容';
/** The table of the fields that a plan has itself. */
const ROOT_TITLE = '基本情况';
/** Stands in a cell for a list that is known to be empty. */
export const NOTHING = '（无）';

/** What a cell holds: one value, several with 、 between them, or a condition. */
export type CellKind = 'value' | 'list' | 'condition';

/** A field that one cell holds: the way to it in names of the schema, and its shape. */
export interface Leaf {
  path: readonly string[];
  shape: Shape;
  kind: CellKind;
}

/** A table of the sheet 计划: fields of the plan, one a row; or a list of it, one item a row. */
export interface Block {
  title: string;
  path: readonly string[];
  /** of the map, or of the items */
  shape: Shape;
  isList: boolean;
}

const PLAN = rootShape('plan');
export const PERSON: Shape = itemShape(fieldShape(rootShape('candidates'), 'candidates'));
export const STEP: Shape = itemShape(fieldShape(rootShape('timeline'), 'steps'));

/** Stand on sheets of their own, or are the same in every plan. */
const ELSEWHERE = new Set(['schema', 'candidates', 'timeline']);

function blocksAt(path: readonly string[], shape: Shape): Block[] {
  const title = shape.title ?? path.at(-1)!;
  if (isTable(shape)) return [{ title, path, shape: itemShape(shape), isList: true }];
  if (!isGroup(shape)) return [];
  return [
    ...(path.length === 1 ? [{ title, path, shape, isList: false }] : []),
    ...Object.keys(shape.props ?? {}).flatMap(name => blocksAt([...path, name], fieldShape(shape, name))),
  ];
}

/** A list of maps. */
const isTable = (shape: Shape): boolean =>
  shape.items !== undefined &&
  shape.props === undefined &&
  shape.read === undefined &&
  isGroup(itemShape(shape));

/** A map that is no alternative to a single value; 每名额 has a cell for each of its bounds, though YAML may say 2—3名. */
const isGroup = ({ props, read }: Shape): boolean =>
  props !== undefined && (read === undefined || read[0] === 'head-range' || read[0] === 'funnel');

/** A map with keys of the user's own. */
const isOpen = ({ props, rest }: Shape): boolean => props === undefined && rest !== undefined;

/** The tables of the sheet 计划, in the order of the schema. */
export const BLOCKS: readonly Block[] = [
  { title: ROOT_TITLE, path: [], shape: PLAN, isList: false },
  ...Object.keys(PLAN.props ?? {})
    .filter(name => !ELSEWHERE.has(name))
    .flatMap(name => blocksAt([name], fieldShape(PLAN, name))),
];

/**
 * The fields of a map that cells hold, in the order of the schema, ids last. Maps with keys of the user's own are left out:
 * what they have is known from their data.
 */
export function leavesOf(shape: Shape, path: readonly string[] = []): Leaf[] {
  const leaves = Object.keys(shape.props ?? {}).flatMap((name): Leaf[] => {
    if (path.length === 0 && shape === PLAN && ELSEWHERE.has(name)) return [];
    const below = fieldShape(shape, name);
    const own = [...path, name];
    if (isCondition(name)) return [{ path: own, shape: below, kind: 'condition' }];
    if (isTable(below) || isOpen(below)) return [];
    if (isGroup(below)) return shape === PLAN ? [] : leavesOf(below, own);
    const leaf = leafOf(own, below);
    return [leaf, ...partsOf(below).map(part => leafOf([...own, part], fieldShape(below, part)))];
  });
  const isId = ({ path: own }: Leaf) => own.at(-1) === 'id';
  return [...leaves.filter(leaf => !isId(leaf)), ...leaves.filter(isId)];
}

const isCondition = (name: string): boolean => name === 'where' || name === 'when';

const leafOf = (path: readonly string[], shape: Shape): Leaf => ({
  path,
  shape,
  kind: shape.items !== undefined && !isGroup(itemShape(shape)) ? 'list' : 'value',
});

/** What else may stand with a date: the note, the votes. A quantity (不超过30) is one text. */
const partsOf = (shape: Shape): string[] =>
  shape.read?.includes('quantity') || shape.items !== undefined
    ? []
    : Object.keys(shape.props ?? {}).filter(name => name !== 'on');

/** The heading of a field: the titles on the way to it. Events go without 经历, whose titles say enough. */
export function headingOf(shape: Shape, path: readonly string[]): string {
  const titles: string[] = [];
  let at = shape;
  for (const [index, name] of path.entries()) {
    if (!(index === 0 && name === 'events')) titles.push(fieldTitle(at, name));
    at = fieldShape(at, name);
  }
  return titles.join(PART);
}

/** The field that a heading or label names, by any of its spellings; undefined where there is none that a cell holds. */
export function leafNamed(shape: Shape, heading: string): Leaf | undefined {
  const name = canonicalKey(shape, heading);
  if (name !== undefined) {
    const below = fieldShape(shape, name);
    if (isCondition(name)) return { path: [name], shape: below, kind: 'condition' };
    return isTable(below) || isOpen(below) || isGroup(below) ? undefined : leafOf([name], below);
  }
  const [, first, rest] = /^([^·.]+)[·.](.+)$/s.exec(heading) ?? [];
  const head = first === undefined ? undefined : canonicalKey(shape, first);
  if (head !== undefined) {
    const below = fieldShape(shape, head);
    if (isOpen(below)) return leafOf([head, rest!], restShape(below));
    const inner = leafNamed(below, rest!);
    return inner && { ...inner, path: [head, ...inner.path] };
  }
  if (canonicalKey(shape, 'events') === undefined) return undefined;
  const event = leafNamed(fieldShape(shape, 'events'), heading);
  return event && { ...event, path: ['events', ...event.path] };
}
