import { type Classed, UNCLEAR, withoutBrackets } from './table.ts';

/** GB/T 2261.1 codes; 男 and 女 side by side say something only where one is ticked (ticked.ts). */
export function gender(text: string): Classed | typeof UNCLEAR | undefined {
  if (text === '1' || text === '2') return { value: text === '1' ? 'male' : 'female', kind: 'code' };
  const word = /^(m|male|男(性|士|同志|生|孩)?)$/i.test(text)
    ? 'male'
    : /^(f|female|女(性|士|同志|生|孩)?)$/i.test(text)
      ? 'female'
      : undefined;
  if (word) return { value: word, kind: 'classed' };
  // 男（已婚）, 女（少数民族）: what is in brackets is told with the whole text.
  const bare = withoutBrackets(text);
  if (bare !== '' && bare !== text && !/[男女]/.test(text.replace(bare, ''))) return gender(bare);
  return text.includes('男') && text.includes('女') ? UNCLEAR : undefined;
}
