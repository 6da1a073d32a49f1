import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../src/read/text/decode.ts';

const files = ['examples', 'test/fixtures'].flatMap(root =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => join(root, name)),
);

/** Every YAML file of the examples and fixtures that can be decoded: path and text. */
export const yamlTexts: (readonly [path: string, text: string])[] = files.flatMap(path => {
  const decoded = decode(readFileSync(path));
  return 'text' in decoded ? [[path, decoded.text] as const] : [];
});

/** A slip of the hand in one line; `b` is any number. */
export const SLIPS: Record<string, (lines: string[], at: number, b: number) => string[]> = {
  drop: (lines, at) => (lines.length > 1 ? lines.toSpliced(at, 1) : lines),
  double: (lines, at) => lines.toSpliced(at, 0, lines[at]!),
  indent: (lines, at, b) => lines.with(at, ' '.repeat(1 + (b % 4)) + lines[at]),
  outdent: (lines, at) => lines.with(at, lines[at]!.replace(/^ {1,2}/, '')),
  cut: (lines, at, b) => lines.with(at, lines[at]!.slice(0, b % (lines[at]!.length + 1))),
};

/** What means something in YAML, or nearly. */
export const MARKS = [
  ...[':', ': ', '- ', '? ', '"', "'", '[', ']', '{', '}', ',', '#', ' #', '|', '>', '>+\n'],
  ...['&a ', '*a', '!x ', '!!str ', '<<: ', '~', 'null', '---\n', '...\n', '%', '@', '`', '\\', '""', "''"],
  ...['\t', '\r', '\n', '\n\n', '  ', '\u3000', '：', '，'],
];
