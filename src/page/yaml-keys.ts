import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Tooltip } from '@codemirror/view';
import { editorSchema, type SchemaKind } from '../office/editor-schema.ts';
import type { Language } from '../text/language.ts';

/** A schema, or a part of one, as `plan schema` prints it. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

const KINDS: Record<string, SchemaKind> = {
  plan: 'plan',
  candidates: 'candidates',
  timeline: 'timeline',
  county: 'county',
};

/** The schema of a file by its name; undefined where it is none of ours. */
export function schemaFor(path: string, keys: Language): Schema | undefined {
  const kind = KINDS[/([a-z]+)\.ya?ml$/.exec(path)?.[1] ?? ''];
  return kind && (editorSchema(kind, keys) as Schema);
}

/** A key (with a list's dash before it, where there is one) at the beginning of a line. */
const KEY = /^(\s*)((?:- )*)(?:([^\s#:,{}[\]"'-][^#:,{}[\]]*?)\s*[:：](?=\s|$))?/;

/**
 * The keys that lead to a line, the outermost first, as they are written; `[]` for an item of a list. By indentation alone: the
 * text need not be right while it is typed.
 */
function pathAt(lines: readonly string[], line: number): string[] {
  const path: string[] = [];
  const own = KEY.exec(lines[line] ?? '')!;
  let indent = own[1]!.length + own[2]!.length;
  if (own[2] !== '') path.unshift('[]');
  let dashed = own[2] !== '' ? own[1]!.length : Number.POSITIVE_INFINITY;
  for (let at = line - 1; at >= 0 && (indent > 0 || dashed !== Number.POSITIVE_INFINITY); at--) {
    const match = KEY.exec(lines[at]!)!;
    const [, space, dashes, key] = match;
    if (lines[at]!.trim() === '' || lines[at]!.trimStart().startsWith('#')) continue;
    const column = space!.length + dashes!.length;
    // A key above a list may stand as far left as the dashes.
    if (key !== undefined && dashes === '' && (column < Math.min(indent, dashed) || column === dashed)) {
      path.unshift(key);
      indent = column;
      dashed = Number.POSITIVE_INFINITY;
    } else if (
      dashes !== '' &&
      dashed === Number.POSITIVE_INFINITY &&
      column <= indent &&
      space!.length < indent
    ) {
      if (key !== undefined && column < indent) path.unshift(key);
      path.unshift('[]');
      indent = space!.length;
      dashed = space!.length;
    }
  }
  return path;
}

/** What a schema says below a path, its references followed and the ways of writing a thing laid side by side. */
function schemasAt(root: Schema, path: readonly string[]): Schema[] {
  let found = spread(root, root);
  for (const step of path) {
    found = found.flatMap(schema => {
      const below =
        step === '[]'
          ? schema.items
          : (schema.properties?.[step] ??
            Object.entries(schema.patternProperties ?? {}).find(([pattern]) =>
              new RegExp(pattern, 'u').test(step),
            )?.[1]);
      return below ? spread(below, root) : [];
    });
  }
  return found;
}

function spread(schema: Schema, root: Schema): Schema[] {
  const target = schema.$ref?.startsWith('#/$defs/')
    ? root.$defs?.[schema.$ref.slice('#/$defs/'.length)]
    : undefined;
  return [
    schema,
    ...(target ? spread(target, root) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(each =>
      spread(each, root),
    ),
  ];
}

/** What can be written where the cursor stands: fields at the beginning of a line or a brace, values behind a colon. */
export function offers(schema: Schema, context: CompletionContext): CompletionResult | null {
  const { doc } = context.state;
  const line = doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const word = /[^\s:：,，{[\-"']*$/.exec(before)!;
  const path = pathAt(doc.toString().split('\n'), line.number - 1);
  const value = /(?:^|[\s{,-])([^\s#:：,{}[\]"']+)\s*[:：]\s+[^\s,{}[\]]*$/.exec(before);
  if (value) return values(schema, value[1]!, path, word.index + line.from);
  if (!context.explicit && word[0] === '') return null;
  const inside = /\{[^}]*$/.test(before);
  const opened = inside ? /([^\s#:：,{}[\]"'-]+)\s*[:：]\s*\{[^}]*$/.exec(before)?.[1] : undefined;
  const options = schemasAt(schema, opened === undefined ? path : [...path, opened]).flatMap(
    ({ properties }) =>
      Object.entries(properties ?? {}).map(([label, field]) => ({
        label,
        apply: `${label}: `,
        type: 'property',
        ...(field.description !== undefined && { info: field.description }),
      })),
  );
  return options.length > 0 ? { from: word.index + line.from, options, validFor: /^[^\s:：,]*$/ } : null;
}

function values(schema: Schema, key: string, path: readonly string[], from: number): CompletionResult | null {
  const own = schemasAt(schema, [...path, key]);
  const options = own.flatMap(each =>
    (each.enum ?? []).map(option => ({ label: String(option), type: 'enum' })),
  );
  return options.length > 0 ? { from, options, validFor: /^[^\s,}]*$/ } : null;
}

/** The description of the field under the pointer. */
export function fieldAt(schema: Schema, text: string, at: number): Tooltip | null {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const lines = text.split('\n');
  const number = text.slice(0, start).split('\n').length - 1;
  const line = lines[number] ?? '';
  for (const match of line.matchAll(/([^\s#:：,{}[\]"'-]+)\s*[:：](?=\s|$)/g)) {
    const from = start + match.index;
    if (at < from || at > from + match[1]!.length) continue;
    const path = pathAt(lines, number);
    const around = /([^\s#:：,{}[\]"'-]+)\s*[:：]\s*\{[^}]*$/.exec(line.slice(0, match.index))?.[1];
    const [found] = schemasAt(schema, [...path, ...(around ? [around] : []), match[1]!]).filter(
      ({ description }) => description !== undefined,
    );
    if (!found) return null;
    return {
      pos: from,
      end: from + match[1]!.length,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'field-help';
        dom.textContent = found.description!;
        return { dom };
      },
    };
  }
  return null;
}
