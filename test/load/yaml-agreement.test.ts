import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { decode } from '../../src/load/decode.ts';
import type { Node } from '../../src/load/node.ts';
import { parseYaml } from '../../src/load/yaml.ts';

/** Our tree as plain data; scalars as their text. */
function plain(node: Node | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key.text, plain(value)]);
}

/** The same from the `yaml` package, which knows nothing of our parser. */
function other(text: string): unknown {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    merge: false,
  });
  if (document.errors.length > 0) throw document.errors[0];
  const walk = (node: unknown): unknown => {
    const { items, value, source } = (node ?? {}) as {
      items?: { key?: unknown; value?: unknown }[];
      value?: unknown;
      source?: string;
    };
    if (!items) return typeof value === 'string' ? value : (source ?? '');
    const isMap = items.some(item => item && typeof item === 'object' && 'key' in item) || isYamlMap(node);
    return isMap ? items.map(({ key, value: below }) => [walk(key), walk(below)]) : items.map(walk);
  };
  return document.contents === null ? null : walk(document.contents);
}

const isYamlMap = (node: unknown): boolean => node?.constructor?.name === 'YAMLMap';

function outcome(parse: () => unknown): { value?: unknown; failed: boolean } {
  try {
    return { value: parse(), failed: false };
  } catch {
    return { failed: true };
  }
}

const files = ['examples', 'test/fixtures'].flatMap(root =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => join(root, name)),
);
const texts = files.flatMap(path => {
  const decoded = decode(readFileSync(path));
  return 'text' in decoded ? [[path, decoded.text] as const] : [];
});

describe('our reading of YAML', () => {
  it.each(texts)('of %s is that of the yaml package', (path, text) => {
    const ours = outcome(() => plain(parseYaml(text).root));
    expect(ours, path).toEqual(outcome(() => other(text)));
  });

  it('agrees on files with slips of the hand, wherever both accept them', () => {
    const small = texts.filter(([, text]) => text.length < 3000);
    fc.assert(
      fc.property(
        fc.nat(small.length - 1),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('drop', 'double', 'indent', 'cut'),
        (which, a, b, how) => {
          const [, text] = small[which]!;
          const lines = text.split('\n');
          const at = a % lines.length;
          if (how === 'drop') lines.splice(at, 1);
          if (how === 'double') lines.splice(at, 0, lines[at]!);
          if (how === 'indent') lines[at] = ' '.repeat(b % 4) + lines[at];
          if (how === 'cut') lines[at] = lines[at]!.slice(0, b % (lines[at]!.length + 1));
          const changed = lines.join('\n');
          const ours = outcome(() => plain(parseYaml(changed).root));
          const theirs = outcome(() => other(changed));
          if (!ours.failed && !theirs.failed) expect(ours.value).toEqual(theirs.value);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
