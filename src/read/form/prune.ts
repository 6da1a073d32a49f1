import type { ErrorObject } from 'ajv';
import { stepsOf } from '../../values/json-pointer.ts';
import type { Kind } from '../fields/shape.ts';
import { sensible } from './differences.ts';
import { validators } from './validators.ts';

/** Rounds of taking out before giving up; each goes one level up, and plans are about seven levels deep. */
const MOST_ROUNDS = 12;

/**
 * Takes out of a value what does not meet its schema, so that the rest can be checked in the same run: a wrong value
 * becomes unknown, a list item that lacks what it needs becomes null (its neighbours keep their numbers), and a condition
 * goes as a whole, since what is left of it would mean something else. Gives false when nothing usable is left.
 * The differences have been reported before.
 */
export function prune(kind: Kind, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const validator = validators[kind];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (validator(value)) return true;
    const errors = sensible(validator.errors ?? []).filter(error => !isSpared(kind, error));
    if (errors.length === 0) return true;
    const paths = errors.map(wrongPart).filter(path => isThere(value, path));
    if (paths.length === 0) return true;
    // Deepest first: what is wrong inside may be all that is wrong with what is around it.
    const deepest = Math.max(...paths.map(({ length }) => length));
    if (deepest === 0) return false;
    for (const path of paths) if (path.length === deepest) takeOut(value, path);
  }
  return false;
}

/**
 * What a county's file lacks takes nothing from the rest: the year and the townships still tell whose plans are meant, and a
 * township without its number is one of the county's all the same.
 */
const isSpared = (kind: Kind, { keyword, instancePath, params }: ErrorObject): boolean =>
  kind === 'county' &&
  keyword === 'required' &&
  (instancePath === '' ||
    instancePath === '/quota' ||
    (params.missingProperty === 'quota' && /^\/townships\/\d+$/.test(instancePath)));

/** In lists of names, codes and dates what is empty can go; in lists of entries it keeps the others in their places. */
export function dropEmptyItems(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    dropEmptyItems(below);
    if (
      Array.isArray(below) &&
      below.includes(null) &&
      below.every(item => typeof item !== 'object' || item === null)
    )
      (value as Record<string, unknown>)[key] = below.filter(item => item !== null);
  }
}

type Path = readonly string[];

/** The path to what has to go: the value or key itself, or all of the condition that it is a part of. */
function wrongPart({ instancePath, keyword, params }: ErrorObject): Path {
  const path = stepsOf(instancePath);
  if (keyword === 'additionalProperties') path.push(params.additionalProperty as string);
  const condition = path.findIndex(step => step === 'where' || step === 'when');
  return condition < 0 ? path : path.slice(0, condition + 1);
}

/** Whether something stands there; null is what was taken out of a list. */
function isThere(value: unknown, path: Path): boolean {
  let at = value;
  for (const step of path) {
    if (at === null || at === undefined) return false;
    at = (at as Record<string, unknown>)[step];
  }
  return at !== null && at !== undefined;
}

function takeOut(value: object, path: Path): void {
  let parent = value as Record<string, unknown>;
  for (const step of path.slice(0, -1)) {
    const next = parent[step];
    if (next === null || typeof next !== 'object') return;
    parent = next as Record<string, unknown>;
  }
  const last = path.at(-1)!;
  if (Array.isArray(parent)) parent[Number(last)] = null;
  else delete parent[last];
}
