import type { CandidatesFile } from '../generated/types.ts';
import { fieldShape, itemShape, rootShape, type Shape, titleOf } from '../read/fields/shape.ts';

export interface YamlOptions {
  /** in which language keys and values of enumerations are written */
  keys: 'zh' | 'en';
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
    `${keyOf(shape, 'schema', options)}: candidates/v1`,
    `${keyOf(shape, 'candidates', options)}:`,
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
      const start = `${' '.repeat(indent)}${keyOf(shape, name, options)}:`;
      if (Array.isArray(value)) return listLines(start, value, itemShape(below), options, indent);
      if (typeof value !== 'object') return [`${start} ${scalar(value, below, options)}`];
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
      : scalar(item, shape, options, true),
  );
  const flow = `${start} [${texts.join(', ')}]`;
  if (flow.length <= LONGEST || texts.length === 0) return [flow];
  return [start, ...texts.map(text => `${' '.repeat(indent + 2)}- ${text}`)];
}

/** `{ 开始: 2016-06-01, 结束: 2016-06-03 }`; undefined where something has its own levels. */
function flowMap(fields: Fields, shape: Shape, options: YamlOptions): string | undefined {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    const below = fieldShape(shape, name);
    const text = Array.isArray(value)
      ? `[${value.map(item => scalar(item, itemShape(below), options, true)).join(', ')}]`
      : typeof value === 'object'
        ? undefined
        : scalar(value, below, options, true);
    if (text === undefined) return undefined;
    parts.push(`${keyOf(shape, name, options)}: ${text}`);
  }
  return `{ ${parts.join(', ')} }`;
}

function keyOf(shape: Shape, name: string, { keys }: YamlOptions): string {
  const title = titleOf(shape, name);
  // Keys of the user's own, and titles that do not lead back to the key, stay as they are.
  const spelling = keys === 'zh' && shape.keys?.[title] === name ? title : name;
  return quoted(spelling, true);
}

function scalar(value: unknown, shape: Shape, { keys }: YamlOptions, flow = false): string {
  if (typeof value === 'boolean')
    return keys === 'zh' && shape.read?.includes('boolean') ? (value ? '是' : '否') : String(value);
  if (typeof value === 'number') return String(value);
  const text = String(value);
  if (shape.read?.[0] === 'date' && /^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text;
  const chinese = Object.entries(shape.values ?? {}).find(([name, of]) => of === text && name !== text)?.[0];
  if (shape.read?.includes('id-number') || shape.read?.includes('code')) return JSON.stringify(text);
  return quoted(keys === 'zh' && chinese !== undefined ? chinese : text, flow);
}

/** Letters, Chinese characters and some marks inside need no quotes; whatever YAML could take for something else does. */
function quoted(text: string, flow: boolean): string {
  const safe = flow
    ? /^[\p{L}][\p{L}\p{N}_·.（）《》“”-]*$/u
    : /^[\p{L}（《][\p{L}\p{N}_·./（）《》“”，、。；-]*$/u;
  const word = /^(true|false|null|yes|no|on|off|y|n|无|不详|未知|暂无|待定|是|否|有)$/i;
  return safe.test(text) && !word.test(text) ? text : JSON.stringify(text);
}
