import { nearest } from '../../values/nearest.ts';
import type { Mapping } from './columns.ts';
import { allTargets, exactTarget, type Target, targetName, targetTitle } from './target.ts';

export type ParsedMapping =
  | { heading: string; target: Target | null }
  | { failure: 'form' }
  | { failure: 'field'; name: string; nearest: string };

/** `列=字段`, as `--map` takes it; a heading without a field is a column not to be read. */
export function parseMapping(text: string): ParsedMapping {
  const match = /^([^=＝]+)[=＝](.*)$/s.exec(text);
  return match ? mapHeading(match[1]!, match[2]!) : { failure: 'form' };
}

/** A heading and the name of a field, or nothing for a column not to be read. */
export function mapHeading(written: string, field: string): Exclude<ParsedMapping, { failure: 'form' }> {
  const heading = written.replace(/\s+/g, '');
  const name = field.trim();
  if (name === '') return { heading, target: null };
  const target = exactTarget(name) ?? titled(name);
  return target ? { heading, target } : { failure: 'field', name, nearest: nearest(name, fieldNames()) };
}

/** 发展对象集中培训·开始, as the list of fields has it. */
const titled = (name: string): Target | undefined =>
  allTargets().find(target => targetTitle(target) === name);

/** A mapping that was saved: headings and names of fields as JSON; undefined where it is none. */
export function readMapping(bytes: Uint8Array): Mapping | undefined {
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof data !== 'object' || data === null) return undefined;
    const mapping = new Map<string, Target | null>();
    for (const [heading, name] of Object.entries(data)) {
      const parsed = mapHeading(heading, String(name));
      if (!('heading' in parsed)) return undefined;
      mapping.set(parsed.heading, parsed.target);
    }
    return mapping;
  } catch {
    return undefined;
  }
}

/** Every field that a column can be read into, by its Chinese and its English name. */
export const fieldList = (): { title: string; name: string }[] =>
  allTargets().map(target => ({ title: targetTitle(target), name: targetName(target) }));

const fieldNames = (): string[] => fieldList().flatMap(({ title, name }) => [title, name]);
