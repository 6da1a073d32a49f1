import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dirname, isAbsolute, isWithin, join, normalize } from '../../src/values/path.ts';

const paths = fc
  .array(fc.constantFrom('a', 'b.yaml', '某镇', '.', '..', '', '...'), { maxLength: 6 })
  .map(parts => parts.join('/'));

describe('paths are what Node makes of them', () => {
  it.each([
    ['normalize', (path: string) => normalize(path), (path: string) => posix.normalize(path)],
    ['isAbsolute', isAbsolute, posix.isAbsolute],
    [
      'dirname of',
      (path: string) => dirname(normalize(path)),
      (path: string) => posix.dirname(posix.normalize(path)),
    ],
  ])('%s', (_name, own, theirs) => {
    fc.assert(
      fc.property(paths, path => {
        expect(own(path)).toBe(theirs(path));
      }),
    );
  });

  it('join', () => {
    fc.assert(
      fc.property(fc.array(paths, { maxLength: 3 }), parts => {
        expect(join(...parts)).toBe(posix.join(...parts));
      }),
    );
  });

  it('isWithin', () => {
    fc.assert(
      fc.property(paths, paths, (folder, path) => {
        const way = posix.relative(
          posix.resolve('/1/2/3/4/5/6', folder),
          posix.resolve('/1/2/3/4/5/6', path),
        );
        // Relative to a folder above, `..` may lead back to where it began.
        fc.pre(!folder.includes('..') && posix.isAbsolute(folder) === posix.isAbsolute(path));
        expect(isWithin(folder, path)).toBe(!/^\.\.(\/|$)/.test(way));
      }),
    );
  });
});

it.each([
  ['C:/plans/../other/plan.yaml', 'C:/other/plan.yaml'],
  ['C:/..', 'C:/'],
])('a drive of Windows is a root: %s', (path, normal) => {
  expect(isAbsolute(path)).toBe(true);
  expect(normalize(path)).toBe(normal);
});
