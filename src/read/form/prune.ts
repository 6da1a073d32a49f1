import type { ErrorObject } from 'ajv';
import type { Kind } from '../fields/shape.ts';
import { validators } from './validators.ts';

/** Rounds of taking out before giving up; each goes one level up, and plans are about seven levels deep. */
const MOST_ROUNDS = 12;

/**
 * Takes out of a value what does not meet its schema, so that the rest can be checked in the same run: a wrong value
 * becomes unknown, a list item that lacks what it needs becomes null (its neighbours keep their numbers). Gives false
 * when nothing usable is left. The differences have been reported before.
 */
export function prune(kind: Kind, value: unknown): boolean {
  const usable = pruneUntilValid(kind, value);
  if (usable) dropEmptyItems(value);
  return usable;
}

function pruneUntilValid(kind: Kind, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const validator = validators[kind];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (validator(value)) return true;
    const errors = (validator.errors ?? []).filter(error => matters(error, value));
    if (errors.length === 0) return true;
    // Deepest first: what is wrong inside may be all that is wrong with what is around it.
    const deepest = Math.max(...errors.map(error => depth(error.instancePath)));
    for (const error of errors) {
      if (depth(error.instancePath) < deepest) continue;
      if (error.instancePath === '') return false;
      takeOut(value, error.instancePath.split('/').slice(1));
    }
  }
  return false;
}

/** In lists of names, codes and dates what is empty can go; in lists of entries it keeps the others in their places. */
function dropEmptyItems(value: unknown): void {
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

const depth = (path: string): number => path.split('/').length;

function matters(error: ErrorObject, value: unknown): boolean {
  // An unknown key is simply not looked at, except in a condition, which would mean something else without it.
  if (error.keyword === 'additionalProperties') return /\/(where|when)(\/|$)/.test(error.instancePath);
  const steps = error.instancePath.split('/').slice(1);
  let at = value;
  for (const step of steps) {
    if (at === null || at === undefined) return false;
    at = (at as Record<string, unknown>)[unescapeStep(step)];
  }
  return at !== null && at !== undefined;
}

function takeOut(value: unknown, steps: string[]): void {
  let parent = value as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) {
    const next = parent[unescapeStep(step)];
    if (next === null || typeof next !== 'object') return;
    parent = next as Record<string, unknown>;
  }
  const last = unescapeStep(steps.at(-1)!);
  if (Array.isArray(parent)) parent[Number(last)] = null;
  else delete parent[last];
}

const unescapeStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
