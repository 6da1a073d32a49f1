import { mapOf } from '../roster/tree.ts';
import { LIMITS } from '../size-limits.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../yaml/node.ts';
import { giveCodes } from './codes.ts';
import { readCondition } from './condition-text.ts';
import { type Faults, shorten } from './faults.ts';
import { dropRepeated, reportUnknownKey, splitAtColon } from './keys.ts';
import { halfWidth, isNothing, readScalar } from './scalar.ts';
import { itemShape, restShape, type Shape, shapeOf } from './shape.ts';

/**
 * What maps are read into. It has no name that the file does not have, not even `constructor` or `__proto__`. Objects of a
 * constructor share a hidden class, which makes them several times faster to read than those of `Object.create(null)`.
 */
const Fields = function Fields() {} as unknown as new () => Record<string, unknown>;
Fields.prototype = Object.create(null);

/** Maps with more entries than this are searched by an index. */
const MANY = 40;

/**
 * Turns nodes into plain values with canonical names, directed by the schema's shape: a scalar becomes what the schema
 * wants at its place, whatever a YAML reader alone would make of it. So `1988.10` under a date is October, an unquoted
 * ID number keeps its digits, `农牧民` under `occupation` is `farmer`. Names of fields are left on the nodes, for places.
 */
export function readNode(node: Node, shape: Shape, faults: Faults): unknown {
  switch (node.kind) {
    case 'map':
      return readMap(node, shape, faults);
    case 'list':
      return readList(node, shape, faults);
    case 'scalar':
      if (shape.items !== undefined && !shape.read) return listOfOne(node, shape, faults);
      return readScalar(node, shape, faults);
  }
}

/** 单位: 某镇党委, of what needs nothing but its name. A block whose colons are wrong is no name. */
const byName = (node: Node, shape: Shape): Node =>
  shape.named && node.kind === 'scalar' && !isNothing(node) && !/[：:\r\n]/.test(node.text)
    ? mapOf([['name', node]], node)
    : node;

/** The value below one more step of the path. */
function readBelow(step: string | number, node: Node, shape: Shape, faults: Faults): unknown {
  faults.path.push(step);
  const value = readNode(node, shape, faults);
  faults.path.pop();
  return value;
}

function readMap(node: MapNode, shape: Shape, faults: Faults): object {
  const value = new Fields();
  const { entries } = node;
  const firsts = entries.length > MANY ? new Map<string, Entry>() : undefined;
  // An alias (`*name`) is the same node: read again by another shape, its entries get other names.
  if (node.index) delete node.index;
  let isLost = false;
  for (let index = 0; index < entries.length; index++) {
    let entry = entries[index]!;
    if (/[：:]/.test(entry.key.text)) entries[index] = entry = splitAtColon(entry, shape, faults);
    if (faults.isTooLong(entry.key)) continue;
    const spelling = entry.key.text;
    const field = shape.fields.get(spelling) ?? shape.fields.get(halfWidth(spelling).trim());
    const name = field?.name ?? spelling;
    const first = firsts ? firsts.get(name) : named(entries, name, index);
    const missingDash = first !== undefined && first === entries[0] && isBlockItem(node, faults);
    // What stands below the dash that is missing is of the item that is not read, whether the one above has it or not.
    if (first || isLost) entry.name = undefined;
    if (first && (missingDash || !isLost)) {
      const { line, column } = faults.file.position(first.key.start);
      faults.problems.add('input/duplicate-key', faults.span(entry.key, name), {
        key: entry.key.text,
        firstLine: line,
        firstColumn: column,
        ...(missingDash && { missingDash }),
      });
    }
    isLost ||= missingDash;
    if (first || isLost) continue;
    entry.name = name;
    firsts?.set(name, entry);
    if (field !== undefined) dropRepeated(entry, shape, field);
    const own = readField(name, entry, field ? shapeOf(field) : restShape(shape), faults);
    if (field === undefined && hasFixedKeys(shape)) {
      // A key that means nothing loses itself; what stands around it is read.
      faults.lost++;
      reportUnknownKey(entry.key, shape, faults.file, faults.pointer(), faults.problems);
    } else if (own !== undefined) value[name] = own;
  }
  return value;
}

function readField(name: string, entry: Entry, shape: Shape, faults: Faults): unknown {
  const before = faults.lost;
  const isCondition = name === 'where' || name === 'when';
  if (isCondition) spellOut(entry, shape, faults);
  else entry.value = byName(entry.value, shape);
  const value = readBelow(name, entry.value, shape, faults);
  // Without what was not understood in it, a condition would mean something else.
  if (faults.lost === before || !isCondition) return value;
  faults.refused.add(entry.value);
  return undefined;
}

/** 条件: 35岁以下, 条件: 性别=女 in place of a map: the conditions that cells have, in one line. */
function spellOut(entry: Entry, shape: Shape, faults: Faults): void {
  const { value } = entry;
  if (value.kind !== 'scalar' || isNothing(value) || faults.refused.has(value)) return;
  // A block whose colons are wrong is told as that.
  const key = /^([^\s：:]+)[：:]/.exec(value.text.trim())?.[1];
  if (key !== undefined && value.plain && shape.fields.has(key)) return;
  const text = value.text.trim();
  const read = readCondition(text, value);
  if (!('fault' in read)) {
    entry.value = read;
    return;
  }
  faults.refuse(value);
  const allowed = read.fault === '' || read.fault === text ? [] : [shorten(read.fault)];
  faults.differs(value, 'condition', { field: entry.key.text, value: shorten(text), allowed });
}

/** Whether a schema names the keys that a map may have. */
const hasFixedKeys = ({ props, rest }: Shape): boolean => props !== undefined && rest === undefined;

/** Whether a map is an item of a list that begins with a dash. */
const isBlockItem = ({ start, entries }: MapNode, { file, path }: Faults): boolean =>
  typeof path.at(-1) === 'number' && file.text[start] !== '{' && entries.length > 2;

/** The entry before `end` that has this name. */
function named(entries: readonly Entry[], name: string, end: number): Entry | undefined {
  for (let index = 0; index < end; index++) if (entries[index]!.name === name) return entries[index];
  return undefined;
}

function readList(node: ListNode, shape: Shape, faults: Faults): unknown[] {
  const below = itemShape(shape);
  refuseMany(node, shape, faults);
  if (below.read) {
    if (node.flow && node.items.some(isSplit))
      node.items = node.items.flatMap(item => split(item, true, faults));
    // `[2014-12-01, 不详]`: of a list of values, what is not known is as if it were not there.
    if (node.items.some(isNothing)) node.items = node.items.filter(item => !isNothing(item));
  }
  const values = node.items.map((item, index) => readBelow(index, item, below, faults) ?? null);
  if (below.coded) giveCodes(node, values);
  return values;
}

/** Of a list that is far too long the first items are read: the validator would list what is wrong with all of them. */
function refuseMany(node: ListNode, { most = Number.POSITIVE_INFINITY }: Shape, faults: Faults): void {
  const { items } = faults.problems.limits;
  const least = Math.min(most, items);
  if (node.items.length <= least) return;
  const allowed = [String(least), ...(least === items ? [LIMITS.items.variable] : [])];
  faults.differs({ start: node.start, end: node.start + 1 }, 'too-many', { allowed });
  node.items.length = least;
}

/** `tags: 致富带头人` where a list belongs: a list of one, or of the names between 、 */
function listOfOne(node: ScalarNode, shape: Shape, faults: Faults): unknown[] | undefined {
  if (isNothing(node)) return undefined;
  const below = itemShape(shape);
  if (!below.read) return [readScalar(node, below, faults)];
  return split(node, false, faults).map(item => readNode(item, below, faults) ?? null);
}

/** `[甲，乙]` is one item to YAML; no name, code or date holds these marks, so what is meant is certain. */
function split(node: Node, flow: boolean, faults: Faults): Node[] {
  if (!isSplit(node)) return [node];
  const written = faults.file.text.slice(node.start, node.end);
  if (flow) faults.fullWidth(node, /[，、；]/.exec(written)![0], ', ');
  // `【甲，乙】`: brackets around the whole list, which YAML does not know.
  const inner = /^[【（〔]([^【】（）〔〕]*)[】）〕]$/.exec(written)?.[1];
  const from = node.start + (inner === undefined ? 0 : 1);
  return [...(inner ?? written).matchAll(/[^，、；\s][^，、；]*/g)].map(part => {
    const text = part[0].trimEnd();
    const start = from + part.index;
    return { kind: 'scalar', text, plain: true, start, end: start + text.length };
  });
}

const isSplit = (node: Node): node is ScalarNode =>
  node.kind === 'scalar' && node.plain && /[，、；]/.test(node.text);
