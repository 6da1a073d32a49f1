import { describe, expect, it } from 'vitest';
import { readShareDemand } from '../../src/read/fields/share-text.ts';

describe('a share is read with the words that say how it is meant', () => {
  it.each([
    ['35%', undefined, '35%'],
    ['三分之一', undefined, '三分之一'],
    ['占35%', undefined, '35%'],
    ['35%以上', 'min', '35%'],
    ['35％及以上', 'min', '35%'],
    ['不低于35%', 'min', '35%'],
    ['不得低于 35 %', 'min', '35%'],
    ['不少于三分之一', 'min', '三分之一'],
    ['至少35%', 'min', '35%'],
    ['≥35%', 'min', '35%'],
    ['>=35%', 'min', '35%'],
    ['不低于35%以上', 'min', '35%'],
    ['百分之三十五以上', 'min', '35%'],
    ['at least 35%', 'min', '35%'],
    ['不超过20%', 'max', '20%'],
    ['20%以内', 'max', '20%'],
    ['20%以下', 'max', '20%'],
    ['控制在20%', 'max', '20%'],
    ['控制在20%以内', 'max', '20%'],
    ['≤20%', 'max', '20%'],
    ['45%左右', 'about', '45%'],
    ['约45%', 'about', '45%'],
    ['把握在45%左右', 'about', '45%'],
    ['控制在45%左右', 'about', '45%'],
    ['about 1/3', 'about', '1/3'],
    ['正好50%', 'exactly', '50%'],
  ])('%s', (text, comparator, share) =>
    expect(readShareDemand(text)).toEqual({ share, ...(comparator && { comparator }) }),
  );

  it.each(['', '很多', '35', '200%', '不低于35%以下', '不超过35%以上', '左右', '35%-45%', '5人', '>35%'])(
    '%s is none',
    text => expect(readShareDemand(text)).toBeUndefined(),
  );
});
