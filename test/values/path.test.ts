import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dirname, isAbsolute, isWithin, join, namedIn, normalize } from '../../src/values/path.ts';

const paths = fc
  .array(fc.constantFrom('a', 'b.yaml', '某镇', '.', '..', '', '...'), { maxLength: 6 })
  .map(parts => parts.join('/').replace(/^\/{2,}/, '/'));

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
  ['//server/share/../东镇/', '//server/share/东镇/'],
  ['//server/share', '//server/share'],
])('a drive or a share of Windows is a root: %s', (path, normal) => {
  expect(isAbsolute(path)).toBe(true);
  expect(normalize(path)).toBe(normal);
});

it.each([
  ['//server/share/plan.yaml', '//server/share/'],
  ['//server/share/', '//server/share/'],
  ['C:/plan.yaml', 'C:/'],
])('the folder of %s', (path, folder) => {
  expect(dirname(path)).toBe(folder);
});

it('below the root there are no shares', () => {
  expect(join('/', 'srv', 'plans')).toBe('/srv/plans');
  expect(join('/', '/srv/plans')).toBe('/srv/plans');
});

it('what is written with \\ leads where / does', () => {
  expect(namedIn('县', '乡镇\\东镇')).toBe('县/乡镇/东镇');
  expect(namedIn('县', '..\\别处')).toBe('别处');
});
