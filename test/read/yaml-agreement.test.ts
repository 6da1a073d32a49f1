import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { parseYaml } from '../../src/read/yaml/full.ts';
import type { Node } from '../../src/read/yaml/node.ts';
import { runs, some } from '../support/runs.ts';
import { MARKS, SLIPS, yamlTexts } from '../support/slips.ts';

/** What a parser makes of a text: plain data with all scalars as their text, or why it refuses. */
interface Outcome {
  value?: unknown;
  error?: string;
}

/** Where the two are known to differ. Each says why; what none explains fails. */
const EXCEPTIONS: Record<string, (text: string, ours: Outcome, theirs: Outcome) => boolean> = {
  'YAML counts a lone CR as a line end, as we do; the other package takes it for a character': text =>
    /\r(?!\n)/.test(text),
  'a plan has no use for tags, so we refuse them; the other package only warns': (_, { error }) =>
    /unknown tag/.test(error ?? ''),
  'every key of a plan is text; YAML also knows lists and maps as keys': (_, { error }) =>
    error === 'a key must be text',
  'nobody writes keys with `? ` in a plan; js-yaml refuses some that YAML allows': (text, { error }) =>
    /\? /.test(text) && error !== undefined,
  'js-yaml takes `---` behind spaces for the start of the document; to YAML it is text': text =>
    /^ +---/m.test(text),
  'js-yaml lets a map begin on the line of its key behind `:`, an anchor or a tag (`: a: 1`, `a: &x b: 1`)': (
    text,
    _,
    { error },
  ) => /^[\s-]*: |&a |!!str |!x /m.test(text) && /BLOCK_AS_IMPLICIT_KEY|UNEXPECTED_TOKEN/.test(error ?? ''),
  'the other package lets a colon follow what stands in brackets (`a: { b: 1 }:`)': (text, { error }) =>
    /[\]}]:/.test(text) && error === 'bad indentation of a mapping entry',
  'a line of nothing but a tab is an empty line; the other package minds it': (text, _, { error }) =>
    /^[ ]*\t\s*$/m.test(text) && error === 'TAB_AS_INDENT',
  'a tab before a text that is all there is indents nothing; the other package minds it': (
    _,
    { value },
    { error },
  ) => typeof value === 'string' && error === 'TAB_AS_INDENT',
  'a line `...` before anything is written ends nothing; the other package sees an empty document': (
    text,
    _,
    { value },
  ) => /^(?:[ \t]*(?:#.*)?\n)*\.{3}\s/.test(text) && value === '',
  'a directive (`%`) belongs to the document below it; the other package lets one stand alone': (
    text,
    { error },
    { value },
  ) => /^%/m.test(text) && error !== undefined && value !== undefined,
  // Tabs as well, which YAML allows there: reading has a test for this, since clerks copy them from Excel.
  'lines within brackets are indented more than their key; the other package minds only the closing bracket':
    (_, { error }) => error === 'deficient indentation',
};

function ours(text: string): Outcome {
  const plain = (node: Node): unknown => {
    if (node.kind === 'scalar') return node.text;
    if (node.kind === 'list') return node.items.map(plain);
    return node.entries.map(({ key, value }) => [key.text, plain(value)]);
  };
  try {
    const { root } = parseYaml(text);
    return { value: root ? plain(root) : '' };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** The same from the `yaml` package, which shares nothing with our parser. */
function theirs(text: string): Outcome {
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  // No documents: the text is empty, or only comments.
  if (!Array.isArray(documents)) return { value: '' };
  const failed = documents.flatMap(({ errors }) => errors)[0];
  if (failed) return { error: failed.code };
  try {
    const [first] = documents;
    return { value: first ? plainOf(first.contents, first) : '' };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

function plainOf(node: unknown, document: Document): unknown {
  if (isAlias(node)) {
    const target = node.resolve(document);
    if (!target) throw new Error(`no anchor ${node.source}`);
    return plainOf(target, document);
  }
  if (isMap(node))
    return node.items.map(({ key, value }) => [plainOf(key, document), plainOf(value, document)]);
  if (isSeq(node)) return node.items.map(item => plainOf(item, document));
  return isScalar(node) ? String(node.value ?? '') : '';
}

function expectAgreement(text: string): void {
  const [a, b] = [ours(text), theirs(text)];
  if (a.error !== undefined && b.error !== undefined) return;
  if (Object.values(EXCEPTIONS).some(explains => explains(text, a, b))) return;
  expect({ weRefuse: a.error }).toEqual({ weRefuse: b.error && `as the other does: ${b.error}` });
  expect(a.value).toEqual(b.value);
}

// The other parser needs a millisecond for every ten lines. The habits of clerks are in these two groups.
const small = yamlTexts
  .filter(([path, text]) => /fixtures\/(input|timeline)\//.test(path) && text.length < 3000)
  .map(([, text]) => text);

describe('our reading of YAML is that of the yaml package', () => {
  it.each(some(yamlTexts, 3))('on %s', (_path, text) => {
    expectAgreement(text);
  });

  it('on files with slips in their lines', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(SLIPS)), fc.nat(), fc.nat()), {
          minLength: 1,
          maxLength: 3,
        }),
        (text, slips) => {
          const lines = slips.reduce(
            (before, [how, a, b]) => SLIPS[how]!(before, a % before.length, b),
            text.split('\n'),
          );
          expectAgreement(lines.join('\n'));
        },
      ),
      runs(600),
    );
  });

  it('on files with a mark too many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.constantFrom(...MARKS),
        fc.nat(),
        fc.nat(1),
        (text, mark, a, over) => {
          const at = a % (text.length + 1);
          expectAgreement(text.slice(0, at) + mark + text.slice(at + over));
        },
      ),
      runs(600),
    );
  });
});
