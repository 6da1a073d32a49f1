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

it.each(ROOMS)('%s imports from no room above it', room => {
  const upward: string[] = [];
  for (const file of files(join(src, room)).filter(name => /\.tsx?$/.test(name)))
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g))
      if (roomOf(resolve(dirname(file), target!)) > roomOf(file))
        upward.push(`${relative(src, file)} → ${target}`);
  expect(upward).toEqual([]);
});

it('every folder of src is a room, or makes and holds what is generated', () => {
  expect(readdirSync(src).sort()).toEqual([...ROOMS, 'build', 'generated'].sort());
});

it('CONTRIBUTING draws the rooms in this order', () => {
  const map = readFileSync(resolve(src, '../CONTRIBUTING.md'), 'utf8').split('## The map')[1]!;
  const drawn = [...map.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(drawn.slice(0, ROOMS.length)).toEqual(ROOMS);
});
