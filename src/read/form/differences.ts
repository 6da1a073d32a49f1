import type { ErrorObject } from 'ajv';
import { tailOf } from '../../model/personal.ts';
import type { Place } from '../../model/place.ts';
import { stepsOf } from '../../values/json-pointer.ts';
import { nearest } from '../../values/nearest.ts';
import { COMPARATORS } from '../../values/share.ts';
import { shorten } from '../fields/faults.ts';
import { nearestKey, reportColonWithoutSpace, reportUnknownKey } from '../fields/keys.ts';
import {
  canonicalKey,
  fieldShape,
  fieldTitle,
  itemShape,
  type Kind,
  rootShape,
  type Shape,
} from '../fields/shape.ts';
import { difference, type Expected, type Problems, type SchemaArgs } from '../problem.ts';
import type { SourceFile } from '../text/source.ts';
import { type Entry, fieldOf, type Node } from '../yaml/node.ts';

/** What was read: a value, the tree and file that it comes from, and the nodes that reading has refused already. */
export interface ReadValue {
  kind: Kind;
  value: unknown;
  root: Node;
  file: SourceFile;
  refused: ReadonlySet<Node>;
}

/** Reports each difference from the schema at the place where the user can mend it. */
export function reportDifferences(errors: readonly ErrorObject[], read: ReadValue, problems: Problems): void {
  const translator = new Translator(read, problems);
  for (const error of errors) {
    if (problems.full) break;
    translator.report(error);
  }
}

/**
 * Of an `anyOf`, only the errors of the branch that the user was writing: the one whose type fits. Without this a wrong
 * day in a meeting would also be "not a string".
 */
export function sensible(errors: readonly ErrorObject[]): ErrorObject[] {
  const unions = errors.filter(error => error.keyword === 'anyOf');
  const dropped = new Set<ErrorObject>();
  const byItem = groupByItem(errors);
  // Inner unions come first in ajv's list and must be settled first.
  for (const union of unions) {
    const inside = (byItem.get(itemOf(union.instancePath)) ?? errors).filter(
      error => error !== union && !dropped.has(error) && isBelow(error.instancePath, union.instancePath),
    );
    const here = inside.filter(error => error.instancePath === union.instancePath);
    const mistyped = here.filter(error => error.keyword === 'type');
    const fitting = inside.filter(
      error => error.keyword !== 'type' || error.instancePath !== union.instancePath,
    );
    if (fitting.length > 0) for (const error of [union, ...mistyped]) dropped.add(error);
    else for (const error of inside) dropped.add(error);
  }
  // `exactly one of min, max, about, exactly` brings its branches' "required" along.
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === 'oneOf').map(({ schemaPath }) => schemaPath),
  );
  for (const choice of choices)
    for (const error of errors)
      if (error.keyword !== 'oneOf' && error.schemaPath.startsWith(choice)) dropped.add(error);
  return errors.filter(error => !dropped.has(error));
}

/** The list item that a path leads into, as `/candidates/3`; empty for what lies above all items. */
function itemOf(path: string): string {
  const second = path.indexOf('/', 1);
  if (second < 0) return '';
  const third = path.indexOf('/', second + 1);
  return third < 0 ? path : path.slice(0, third);
}

/** Errors by the item that they are in, so that those of one need not be looked for among those of thousands. */
function groupByItem(errors: readonly ErrorObject[]): Map<string, ErrorObject[]> {
  const groups = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const item = itemOf(error.instancePath);
    if (item === '') continue;
    const group = groups.get(item);
    if (group) group.push(error);
    else groups.set(item, [error]);
  }
  return groups;
}

const isBelow = (path: string, parent: string): boolean => path === parent || path.startsWith(`${parent}/`);

interface Found {
  node: Node;
  /** the entry, where the node is a field */
  entry?: Entry;
  shape: Shape;
  place: Place;
  /** the key as the user wrote it, or the item's number */
  field: string;
}

class Translator {
  private readonly kind: Kind;
  private readonly root: Node;
  private readonly file: SourceFile;
  private readonly refused: ReadonlySet<Node>;
  private readonly problems: Problems;
  private readonly said = new Set<string>();

  constructor({ kind, root, file, refused }: ReadValue, problems: Problems) {
    this.kind = kind;
    this.root = root;
    this.file = file;
    this.refused = refused;
    this.problems = problems;
  }

  report(error: ErrorObject): void {
    const found = this.find(error.instancePath);
    if (this.refused.has(found.node)) return;
    if (error.keyword === 'additionalProperties') {
      this.misplacedKey(found, error.params.additionalProperty);
      return;
    }
    if (error.keyword === 'required') {
      this.missing(found, error.params.missingProperty);
      return;
    }
    if (this.isFullWidthMap(found, error)) return;
    const args = this.argsOf(error, found);
    if (args) this.add(found.place, args);
  }

  private add(place: Place, args: SchemaArgs): void {
    const { path } = place.locate();
    const key = `${path} ${args.problem}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.problems.add('input/schema', place, args);
  }

  private find(instancePath: string): Found {
    let node = this.root;
    let shape = rootShape(this.kind);
    let entry: Entry | undefined;
    let field = '';
    const steps = stepsOf(instancePath);
    for (const step of steps) {
      if (node.kind === 'map') {
        entry = fieldOf(node, step);
        if (!entry) break;
        shape = fieldShape(shape, step);
        field = entry.key.text;
        node = entry.value;
      } else if (node.kind === 'list') {
        const item = node.items[Number(step)];
        if (!item) break;
        shape = itemShape(shape);
        entry = undefined;
        node = item;
      } else break;
    }
    const place = this.file.root(this.root).at(...steps);
    return { node, shape, place, field, ...(entry && { entry }) };
  }

  /** Keys that nothing here has were reported by the reader; this one belongs to another of several schemas. */
  private misplacedKey({ node, shape, place }: Found, name: string): void {
    const entry = node.kind === 'map' ? fieldOf(node, name) : undefined;
    if (entry) reportUnknownKey(entry.key, shape, this.file, place.locate().path, this.problems);
  }

  private missing(found: Found, name: string): void {
    const entry = found.node.kind === 'map' ? fieldOf(found.node, name) : undefined;
    if (entry && this.refused.has(entry.value)) return;
    this.add(
      entry ? this.file.place(entry.key.start, entry.key.end, found.place.locate().path) : found.place,
      difference('missing', {
        field: entry?.key.text ?? (hasEnglishKeys(found.node) ? name : fieldTitle(found.shape, name)),
        allowed: [fieldTitle(found.shape, name)],
      }),
    );
  }

  /** A block whose colons are all full-width, or have no space behind them, is one string to YAML. */
  private isFullWidthMap({ node, place, shape }: Found, error: ErrorObject): boolean {
    if (error.keyword !== 'type' || node.kind !== 'scalar') return false;
    const [, key] = /^([^\s:]+):\S/.exec(node.text) ?? [];
    if (key !== undefined && node.plain && canonicalKey(shape, key) !== undefined) {
      reportColonWithoutSpace(this.file, node.start + key.length, this.problems);
      return true;
    }
    if (!node.text.includes('：')) return false;
    this.problems.add(
      'input/fullwidth-punctuation',
      place,
      { text: '：', instead: ': ', read: false },
      'error',
    );
    return true;
  }

  private argsOf(error: ErrorObject, found: Found): SchemaArgs | undefined {
    const { shape, node, field } = found;
    const differs = (problem: SchemaArgs['problem'], said: Partial<SchemaArgs> = {}) =>
      difference(problem, { field, value: written(found, this.file), ...said });
    const text = node.kind === 'scalar' ? node.text.trim() : '';
    const { params } = error;
    switch (error.keyword) {
      case 'type': {
        const expected = expectation(shape, params.type);
        const isNumber = expected === 'integer' || expected === 'number' || expected === 'factor';
        return differs('type', {
          expected,
          ...(isNumber && shape.example !== undefined && { allowed: [shape.example] }),
        });
      }
      case 'enum': {
        // 不详 is one of the ways to write a number of heads.
        if (shape.read?.[0] === 'quantity') return differs('type', { expected: 'quantity' });
        const spellings = Object.keys(shape.values ?? {});
        const allowed = (params.allowedValues as string[]).map(value => nameOf(shape, value));
        const near = nearest(text, [...spellings, ...allowed]);
        return differs('value', {
          allowed,
          nearest: isNarrower(near, text) ? '' : near,
          // Where any of several may be meant, a list says so.
          ...(shape.items !== undefined && allowed.length > 2 && { expected: 'array' as const }),
        });
      }
      case 'const':
        return differs('value', { allowed: [String(params.allowedValue)] });
      case 'pattern':
        if (shape.read?.[0] === 'date') return differs('day-missing', { expected: 'date' });
        if (text === '') return differs('empty');
        return differs('pattern', { expected: shape.form ?? expectation(shape, 'string') });
      case 'minimum':
      case 'maximum':
        return differs('range', { expected: error.keyword, allowed: [String(params.limit)] });
      case 'maxItems':
        return differs('too-many', { allowed: [String(params.limit)] });
      case 'minItems':
      case 'minProperties':
        return differs('empty');
      case 'oneOf':
        // 原则上不低于 is told as a key that nothing has, with the one that is meant.
        return isNearlyThere(found) ? undefined : differs('choose-one', { allowed: [...COMPARATORS] });
      case 'anyOf':
        return differs('type', { expected: expectation(shape, 'anyOf') });
      default:
        // propertyNames and the like are explained by the error that they bring along.
        return undefined;
    }
  }
}

/** What belongs here, in one word that the texts know. */
function expectation(shape: Shape, type: string | string[]): Expected {
  const reading = shape.read?.[0];
  if (reading === 'head-range' || reading === 'funnel' || reading === 'bounds') return reading;
  if (reading && reading !== 'string' && type !== 'object' && type !== 'array') return reading;
  if (type === 'anyOf')
    return shape.read ? (reading ?? 'string') : shape.items === undefined ? 'object' : 'array';
  return ([type].flat()[0] as Expected | undefined) ?? 'string';
}

/** 生产一线工人 are some of 生产一线, and 汉族 are those whom 非汉族 leaves out: what has fewer words or more is no slip of the pen. */
const isNarrower = (near: string, text: string): boolean =>
  near !== '' && (near.includes(text) || (text.endsWith(near) && /^[非不无未除]/.test(text)));

/** The first spelling of a value that is not the English one, as a clerk would write it; English behind it. */
function nameOf(shape: Shape, value: string): string {
  const spelling = Object.entries(shape.values ?? {}).find(
    ([name, of]) => of === value && name !== value,
  )?.[0];
  return spelling === undefined ? value : `${spelling}(${value})`;
}

function written(found: Found, file: SourceFile): string {
  if (found.node.kind !== 'scalar') return '';
  if (found.shape.masked) return `…${tailOf(found.node.text.trim())}`;
  return shorten(file.text.slice(found.node.start, found.node.end));
}

/** Whether a requirement has a comparison under a key that is nearly one of those known. */
const isNearlyThere = ({ node, shape }: Found): boolean =>
  node.kind === 'map' &&
  node.entries.some(({ key }) => {
    const meant =
      canonicalKey(shape, key.text) === undefined && canonicalKey(shape, nearestKey(key.text, shape));
    return COMPARATORS.some(name => name === meant);
  });

/** In which language its neighbours are written: what is missing is called as it would be there. */
const hasEnglishKeys = (node: Node): boolean =>
  node.kind === 'map' && node.entries.some(({ key }) => /^[A-Za-z]/.test(key.text));
