import { isShareOfWhole } from '../../values/share.ts';
import { withDigits } from './numeral.ts';

/** A share that is demanded; how it is meant is absent where only the share is written. */
export interface ShareDemand {
  comparator?: Comparator;
  /** `35%`, `三分之一` */
  share: string;
}

export type Comparator = 'min' | 'max' | 'about' | 'exactly';

const BEFORE: readonly (readonly [RegExp, Comparator | undefined])[] = [
  [/^(不低于|不少于|不小于|不得低于|不得少于|至少|最少|达到|≥|>=|at least )/, 'min'],
  [/^(不超过|不高于|不多于|不大于|不得超过|至多|最多|≤|<=|at most )/, 'max'],
  [/^(把握在|保持在|大约|约为|大致|约|≈|about )/, 'about'],
  [/^(恰好|正好|等于|exactly )/, 'exactly'],
  // 控制在35%左右 is about, 控制在35%以内 and 控制在35% are limits.
  [/^(控制在)/, undefined],
];
const BEHIND: readonly (readonly [RegExp, Comparator])[] = [
  [/(及?以上)$/, 'min'],
  [/(及?以下|以内|之内)$/, 'max'],
  [/(左右|上下)$/, 'about'],
];

/** Reads `35%`, `35%以上`, `不低于35%`, `≥35%`, `不超过三分之一`, `百分之四十五左右`. Undefined for anything else, and for words that disagree. */
export function readShareDemand(written: string): ShareDemand | undefined {
  let text = written.normalize('NFKC').trim().toLowerCase();
  if (/\p{Script=Han}|[≥≤<>%]/u.test(text) && !/^(at|about|exactly)/.test(text))
    text = text.replace(/\s+/g, '');
  text = text.replace(/^占/, '');
  const before = BEFORE.find(([pattern]) => pattern.test(text));
  if (before) text = text.replace(before[0], '');
  const behind = BEHIND.find(([pattern]) => pattern.test(text));
  if (behind) text = text.replace(behind[0], '');
  const words = [before?.[1], behind?.[1], before && !before[1] && !behind ? 'max' : undefined];
  const said = new Set(words.filter(word => word !== undefined));
  const percent = /^百分之(.+)$/.exec(text)?.[1];
  const share = percent === undefined ? text : `${withDigits(percent)}%`;
  if (said.size > 1 || !isShareOfWhole(share)) return undefined;
  const [comparator] = said;
  return { share, ...(comparator && { comparator: comparator as Comparator }) };
}
