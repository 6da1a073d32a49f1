import { expect, it } from 'vitest';
import { memoize } from '../../src/values/memo.ts';

/** The keys that had to be worked out. */
function asked(most: number, keys: readonly string[]): string[] {
  const worked: string[] = [];
  const lengthOf = memoize(most, (key: string) => {
    worked.push(key);
    return key === '' ? undefined : key.length;
  });
  for (const key of keys) expect(lengthOf(key)).toBe(key === '' ? undefined : key.length);
  return worked;
}

it('works a date out once, also where the answer is that there is none', () => {
  expect(asked(10, ['2016-06-04', '2016-06', '2016-06-04', '', '', '2016-06'])).toEqual([
    '2016-06-04',
    '2016-06',
    '',
  ]);
});

it('keeps no more answers than allowed, and is right after it has forgotten', () => {
  expect(asked(2, ['a', 'bb', 'a', 'bb'])).toEqual(['a', 'bb']);
  expect(asked(2, ['a', 'bb', 'ccc', 'ccc', 'a', 'bb'])).toEqual(['a', 'bb', 'ccc', 'a', 'bb']);
});
