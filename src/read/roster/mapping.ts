import { nearest } from '../../values/nearest.ts';
import { fieldShape, itemShape, rootShape, spellingsOf } from '../fields/shape.ts';
import { exactTarget, type Target } from './columns.ts';

export type ParsedMapping =
  | { heading: string; target: Target | null }
  | { failure: 'form' }
  | { failure: 'field'; name: string; nearest: string };

/** `列=字段`, as `--map` takes it; a heading without a field is a column not to be read. */
export function parseMapping(text: string): ParsedMapping {
  const match = /^([^=＝]+)[=＝](.*)$/.exec(text);
  if (!match) return { failure: 'form' };
  const heading = match[1]!.replace(/\s+/g, '');
  const name = match[2]!.trim();
  if (name === '') return { heading, target: null };
  const target = exactTarget(name);
  return target ? { heading, target } : { failure: 'field', name, nearest: nearest(name, fieldNames()) };
}

/** A mapping that was saved: headings and names of fields as JSON; undefined where it is none. */
export function readMapping(bytes: Uint8Array): Map<string, Target | null> | undefined {
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof data !== 'object' || data === null) return undefined;
    const mapping = new Map<string, Target | null>();
    for (const [heading, name] of Object.entries(data)) {
      const parsed = parseMapping(`${heading}=${name}`);
      if (!('heading' in parsed)) return undefined;
      mapping.set(parsed.heading, parsed.target);
    }
    return mapping;
  } catch {
    return undefined;
  }
}

function fieldNames(): string[] {
  const person = itemShape(fieldShape(rootShape('candidates'), 'candidates'));
  return [...spellingsOf(person), ...spellingsOf(fieldShape(person, 'events'))];
}
