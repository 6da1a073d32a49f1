import type { CandidatesFile } from '../generated/types.ts';
import { fieldShape, itemShape, rootShape, type Shape } from '../read/fields/shape.ts';
import { type Keys, yamlFlow, yamlKey, yamlScalar } from '../text/yaml.ts';

export interface YamlOptions {
  /** in which language keys and values of enumerations are written */
  keys: Keys;
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
  for (const [index, person] of candidates.entries()) {
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
