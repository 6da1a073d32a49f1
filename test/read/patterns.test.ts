import { expect, it } from 'vitest';
import { expandAll, expandPattern, isPattern } from '../../src/read/patterns.ts';
import { memoryFiles } from '../support/memory.ts';

const files = memoryFiles({
  'a/东镇/plan.yaml': '',
  'a/西镇/plan.yaml': '',
  'a/.hidden/plan.yaml': '',
  'a/(旧) [1]/plan.yaml': '',
  'b/c/d/plan.yaml': '',
  'what?/plan.yaml': '',
});

it.each([
  ['a/*', ['a/(旧) [1]', 'a/东镇', 'a/西镇']],
  ['a/?镇', ['a/东镇', 'a/西镇']],
  ['a/*[1]', ['a/(旧) [1]']],
  ['a/.h*', ['a/.hidden']],
  ['*/东镇/plan.yaml', ['a/东镇/plan.yaml']],
  ['**/d', ['b/c/d']],
  ['**/**/**/d/*', ['b/c/d/plan.yaml']],
  ['x*', []],
  ['a\\*镇', ['a/东镇', 'a/西镇']],
  ['a//?镇/', ['a/东镇', 'a/西镇']],
])('%s matches %j', async (pattern, expected) => {
  expect((await expandPattern(pattern, files)).sort()).toEqual(expected);
});

it('of what a pattern matches, folders, YAML and workbooks are plans', async () => {
  const mixed = memoryFiles({
    'x/甲.xlsx': '',
    'x/乙.xlsm': '',
    'x/丙.et': '',
    'x/丁.yaml': '',
    'x/戊.docx': '',
    'x/~$甲.xlsx': '',
  });
  expect((await expandAll(['x/*'], mixed)).sort()).toEqual(
    ['x/丁.yaml', 'x/丙.et', 'x/乙.xlsm', 'x/甲.xlsx'].sort(),
  );
});

it('what is there by its name is no pattern', () => {
  expect(isPattern('what?', files)).toBe(false);
  expect(isPattern('what?x', files)).toBe(true);
});

it('no pattern takes long, whatever the names', async () => {
  const long = memoryFiles(Object.fromEntries([1, 2, 3].map(n => [`${'a'.repeat(200)}${n}/plan.yaml`, ''])));
  for (const part of ['*a', '*a?', '?*a', '*a*?', '**a'])
    expect(await expandPattern(`${part.repeat(15)}b`, long)).toEqual([]);
  expect(await expandPattern(`${'**/'.repeat(20)}nowhere`, files)).toEqual([]);
});

it('a search lets others have their turn, so that a signal can end it', async () => {
  const folders = (['a', 'b', 'c', 'd', 'e', 'f'] as const).map(name => ({
    name,
    kind: 'directory' as const,
  }));
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const list = (path: string) => (path.split('/').length > 5 ? [] : folders);
  const kind = () => undefined;
  expect(await expandPattern('**/nowhere', { ...files, list, kind })).toEqual([]);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
});
