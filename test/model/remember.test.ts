import { expect, it } from 'vitest';
import { apart, knownText, ofTexts, remembering } from '../../src/model/remember.ts';

/** The keys that had to be worked out. */
function asked(most: number, keys: readonly string[]): string[] {
  const worked: string[] = [];
  const lengthOf = remembering(most, (key: string) => {
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

it('looks at a text once that many plans have, and at a long one each time', () => {
  const worked: string[] = [];
  const lengthOf = ofTexts(text => {
    worked.push(text);
    return text.length;
  });
  const long = '工'.repeat(1001);
  for (const text of ['公示', '公示', long, long, '公示'])
    expect(lengthOf(knownText(text))).toBe(text.length);
  expect(worked).toEqual(['公示', long, long]);
});

it('keeps the answers to several questions apart', () => {
  const lengthOf = ofTexts(text => text.length);
  const firstOf = ofTexts(text => text.slice(0, 1));
  const known = knownText('公示');
  for (let round = 0; round < 2; round++) {
    expect(lengthOf(known)).toBe(2);
    expect(firstOf(known)).toBe('公');
  }
});

it('forgets texts before there are too many, and is right afterwards', () => {
  let worked = 0;
  const same = ofTexts(text => {
    worked++;
    return text;
  });
  for (let round = 0; round < 2; round++)
    for (let number = 0; number < 1500; number++)
      expect(same(knownText(`第${number}镇`))).toBe(`第${number}镇`);
  expect(worked).toBeGreaterThan(1500);
});

it.each(['', '某镇', '按照控制总量、优化结构、提高质量、发挥作用的总要求', '半个字\ud840，不会变成别的字符'])(
  'copies %j as it is',
  text => {
    expect(apart(`前${text}后`.slice(1, -1))).toBe(text);
  },
);
