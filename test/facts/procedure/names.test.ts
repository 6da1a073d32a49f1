import { describe, expect, it } from 'vitest';
import { countNames, indexBeyond, wrongNames } from '../../../src/facts/procedure/names.ts';
import type { Person, Plan } from '../../../src/model/plan.ts';

const own = { name: '本人' } as Person;
const nobody = { people: [] } as unknown as Plan;
const wrong = (list: (string | null)[]) => wrongNames(nobody, own, list, 0);

describe('names in a list', () => {
  it('are counted without those that could not be read', () => {
    expect(countNames(['甲', null, '乙'])).toBe(2);
  });

  it('are too many from the first one beyond the limit, by its number in the list', () => {
    expect(indexBeyond(['甲', null, '乙', '丙'], 2)).toBe(3);
    expect(indexBeyond(['甲', null, '乙'], 2)).toBeUndefined();
  });

  it('are wrong the second time, and where they are the person’s own', () => {
    expect(wrong(['甲', null, null, '本人', '甲'])).toEqual([
      { index: 3, name: '本人', why: 'self' },
      { index: 4, name: '甲', why: 'repeated' },
    ]);
    expect(wrong(['甲', '乙'])).toEqual([]);
  });

  it('may be of any number', () => {
    expect(wrong(new Array(200_000).fill('甲'))).toHaveLength(199_999);
  });
});
