import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Io } from '../src/cli/io.ts';
import { run } from '../src/cli/run.ts';
import { FileError } from '../src/load/files.ts';
import { testIo } from './support/io.ts';

const NAMES = ['plan.yaml', 'candidates.yaml', 'timeline.yaml'] as const;
const example = (folder: string) =>
  Object.fromEntries(NAMES.map(name => [name, readFileSync(`examples/${folder}/${name}`, 'utf8')]));
const sources = [example('township-2016'), example('township-2016-broken')];

/** Runs `plan check` on files in memory. */
async function check(files: Record<string, Uint8Array>, lang: string, format: string) {
  const { io, written } = testIo({});
  const memory: Io = {
    ...io,
    files: {
      kind: path => (path === '.' ? 'directory' : path in files ? 'file' : undefined),
      root: '/',
      list: () => [],
      same: (a, b) => a === b,
      read: path => {
        const bytes = files[path];
        if (!bytes) throw new FileError('missing');
        return bytes;
      },
      write: () => {},
      makeFolder: () => {},
      takeBack: () => {},
    },
  };
  const code = await run(['check', '--lang', lang, '-f', format], memory);
  return { code, ...written };
}

const SNIPPETS = [
  ':',
  '：',
  '- ',
  '  ',
  '\t',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '，',
  '#',
  '|',
  '>',
  '&a',
  '*a',
  '!x',
  '---\n',
  '\r',
  '\0',
  '\u3000',
  '\ufeff',
  '不详',
  '无',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  '45%',
  '101%',
  '2016-02-30',
  '９',
  'null',
  '~',
  '__proto__: 1',
  'constructor: {}',
  '<<: *a',
  '男',
  'female',
  'min: 80%',
  'of: women',
  'after: [notice]',
  'slot: farmer-9',
  'duration: 5wd',
  'from: 2016-06-01',
  'to: 1900-01-01',
  '\u202e',
  '\u001b[31m',
  '𠮷',
  '👨‍👩‍👧',
];

/** Changes to a text such as a slip of the hand or a bad copy makes. */
const mutation = fc.tuple(
  fc.constantFrom('insert', 'delete', 'duplicate', 'swap', 'indent', 'cut'),
  fc.nat(),
  fc.nat(),
  fc.constantFrom(...SNIPPETS),
);

function mutate(text: string, [kind, a, b, snippet]: [string, number, number, string]): string {
  const lines = text.split('\n');
  const line = a % lines.length;
  const at = a % (text.length + 1);
  switch (kind) {
    case 'insert':
      return text.slice(0, at) + snippet + text.slice(at);
    case 'delete':
      return text.slice(0, at) + text.slice(at + (b % 12));
    case 'duplicate':
      return splice(lines, line, 0, lines[line]!).join('\n');
    case 'swap':
      return splice(lines, line, 1, lines[b % lines.length]!).join('\n');
    case 'indent':
      return splice(lines, line, 1, ' '.repeat(b % 5) + lines[line]!).join('\n');
    default:
      return text.slice(0, at);
  }
}

describe('plan check', () => {
  it('answers whatever slips are made in the files', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sources.length - 1),
        fc.constantFrom(...NAMES),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('zh', 'en'),
        fc.constantFrom('text', 'json'),
        async (index, name, mutations, lang, format) => {
          const source = sources[index]!;
          const texts = { ...source, [name]: mutations.reduce(mutate, source[name]!) };
          const files = Object.fromEntries(
            Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
          );
          await expectAnswer(files, lang, format);
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
    );
  });

  it('answers any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: 'grapheme' }),
        async (bytes, text) => {
          await expectAnswer({ 'plan.yaml': bytes }, 'zh', 'text');
          await expectAnswer({ 'plan.yaml': new TextEncoder().encode(text) }, 'en', 'json');
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
    );
  });
});

async function expectAnswer(files: Record<string, Uint8Array>, lang: string, format: string): Promise<void> {
  const { code, out, err } = await check(files, lang, format);
  expect([0, 1, 2]).toContain(code);
  // An internal error is the only thing that is said on the error stream here.
  expect(err).toBe('');
  expect(out).not.toMatch(/undefined|NaN|\[object|\n\s+at .*:\d+:\d+/);
  expect(out).not.toContain('\u001b');
  if (format === 'json') JSON.parse(out);
}

function splice(lines: string[], at: number, remove: number, line: string): string[] {
  return [...lines.slice(0, at), line, ...lines.slice(at + remove)];
}
