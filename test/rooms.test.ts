import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** The rooms of src/, each of which imports only from those before it (CONTRIBUTING.md, the map). */
const ROOMS = [
  'values',
  'norms',
  'model',
  'facts',
  'read',
  'select',
  'rules',
  'text',
  'output',
  'office',
  'county',
  'cli',
  'library',
  'page',
];

const src = resolve(import.meta.dirname, '../src');

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const roomOf = (path: string): number => ROOMS.indexOf(relative(src, path).split(/[\\/]/)[0]!);

const sources = (folder: string): string[] => files(folder).filter(name => /\.tsx?$/.test(name));

/** The files that a file imports, types too. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target]) =>
    resolve(dirname(file), target!),
  );

const arrow = (...path: string[]): string => path.map(file => relative(src, file)).join(' → ');

it.each(ROOMS)('%s imports from no room above it', room => {
  const upward = sources(join(src, room)).flatMap(file =>
    importsOf(file)
      .filter(target => roomOf(target) > roomOf(file))
      .map(target => arrow(file, target)),
  );
  expect(upward).toEqual([]);
});

it('no file imports itself by way of others', () => {
  const imports = new Map(sources(src).map(file => [file, importsOf(file)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, above: string[]): void => {
    if (above.includes(file)) circles.push(arrow(...above.slice(above.indexOf(file)), file));
    if (above.includes(file) || done.has(file)) return;
    for (const target of imports.get(file) ?? []) walk(target, [...above, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

it('every folder of src is a room, or makes and holds what is generated', () => {
  expect(readdirSync(src).sort()).toEqual([...ROOMS, 'build', 'generated'].sort());
});

it('CONTRIBUTING draws the rooms in this order', () => {
  const map = readFileSync(resolve(src, '../CONTRIBUTING.md'), 'utf8').split('## The map')[1]!;
  const drawn = [...map.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(drawn.slice(0, ROOMS.length)).toEqual(ROOMS);
});
