import type { Candidate, CandidatesFile, PlanFile } from '../generated/types.ts';
import { fieldShape, itemShape, rootShape, type Shape } from '../read/fields/shape.ts';
import type { Language } from '../text/language.ts';
import { yamlFlow, yamlKey, yamlScalar } from '../text/yaml.ts';

export interface YamlOptions {
  /** in which language keys and values of enumerations are written */
  keys: Language;
  /** comment lines for the top of the file */
  head: readonly string[];
  /** comment lines above a person, by the person's index */
  above(index: number): readonly string[];
  /** for `yaml-language-server`: where the schema is */
  schema?: string;
}

/** A roster as YAML for people: one field a line, short lists on their line, comments where something was guessed. */
export function candidatesYaml({ candidates }: CandidatesFile, options: YamlOptions): string {
  const shape = rootShape('candidates');
  const list = fieldShape(shape, 'candidates');
  const lines = [
    ...(options.schema === undefined ? [] : [`# yaml-language-server: $schema=${options.schema}`]),
    ...options.head.map(comment),
    `${yamlKey(shape, 'schema', options.keys)}: candidates/v1`,
    `${yamlKey(shape, 'candidates', options.keys)}:`,
  ];
  for (const [index, person] of (candidates as readonly (Candidate | null)[]).entries()) {
    // Who cannot be read at all has been reported.
    if (person === null) continue;
    lines.push(...options.above(index).map(line => `  ${comment(line)}`));
    const fields = mapLines(person as unknown as Fields, itemShape(list), options, 4);
    lines.push(`  - ${fields[0]!.trimStart()}`, ...fields.slice(1), '');
  }
  if (candidates.length > 0) lines.pop();
  return `${lines.join('\n')}\n`;
}

type Fields = Record<string, unknown>;

const comment = (line: string): string => `# ${line.replace(/[\r\n\u2028\u2029\x85]+/g, ' ')}`;

/** Lists longer than this are written one item a line. */
const LONGEST = 90;

function mapLines(fields: Fields, shape: Shape, options: YamlOptions, indent: number): string[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([name, value]) => {
      const below = fieldShape(shape, name);
      const start = `${' '.repeat(indent)}${yamlKey(shape, name, options.keys)}:`;
      if (Array.isArray(value)) return listLines(start, value, itemShape(below), options, indent);
      if (typeof value !== 'object') return [`${start} ${yamlScalar(value, below, options.keys)}`];
      const flow = flowMap(value as Fields, below, options);
      if (name !== 'events' && flow !== undefined && flow.length <= LONGEST) return [`${start} ${flow}`];
      return [start, ...mapLines(value as Fields, below, options, indent + 2)];
    });
}

function listLines(
  start: string,
  items: unknown[],
  shape: Shape,
  options: YamlOptions,
  indent: number,
): string[] {
  const texts = items.map(item =>
    typeof item === 'object' && item !== null
      ? flowMap(item as Fields, shape, options)!
      : yamlScalar(item, shape, options.keys, true),
  );
  const flow = `${start} [${texts.join(', ')}]`;
  if (flow.length <= LONGEST || texts.length === 0) return [flow];
  return [start, ...texts.map(text => `${' '.repeat(indent + 2)}- ${text}`)];
}

/** Undefined where something has levels of its own. */
function flowMap(fields: Fields, shape: Shape, { keys }: YamlOptions): string | undefined {
  const isDeep = Object.values(fields).some(
    value => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  return isDeep ? undefined : yamlFlow(fields, shape, keys);
}

/** A whole plan as one file, its roster and steps in it: short items on a line each, long ones a field a line. */
export function wholePlanYaml(data: PlanFile, keys: Language): string {
  const shape = rootShape('plan');
  const { schema: _schema, ...fields } = data;
  const lines = Object.entries({ schema: 'plan/v1', ...fields }).flatMap(([name, value]) =>
    blockLines(name, value, shape, keys, 0),
  );
  return `${lines.join('\n')}\n`;
}

function blockLines(name: string, value: unknown, shape: Shape, keys: Language, indent: number): string[] {
  const below = fieldShape(shape, name);
  const start = `${' '.repeat(indent)}${yamlKey(shape, name, keys)}:`;
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [`${start} ${yamlScalar(value, below, keys)}`];
  const flow = `${start} ${yamlFlow(value, below, keys)}`;
  const isOfMaps = Array.isArray(value) && value.some(item => typeof item === 'object');
  if (Object.keys(value).length === 0) return Array.isArray(value) ? [`${start} []`] : [];
  if (flow.length <= LONGEST && !(indent === 0 && isOfMaps)) return [flow];
  if (Array.isArray(value))
    return [start, ...value.flatMap(item => itemLines(item, itemShape(below), keys, indent + 2))];
  return [
    start,
    ...Object.entries(value).flatMap(([own, each]) => blockLines(own, each, below, keys, indent + 2)),
  ];
}

function itemLines(item: unknown, shape: Shape, keys: Language, indent: number): string[] {
  const start = `${' '.repeat(indent)}- `;
  const flow = start + yamlFlow(item, shape, keys);
  if (flow.length <= LONGEST || typeof item !== 'object' || item === null) return [flow];
  const lines = Object.entries(item).flatMap(([name, value]) =>
    blockLines(name, value, shape, keys, indent + 2),
  );
  return [start + lines[0]!.trimStart(), ...lines.slice(1)];
}
