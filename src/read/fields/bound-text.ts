import { DASHES } from './signs.ts';

/** The two sides of a bound as they are written, both included. */
export interface WrittenBounds {
  min?: string;
  max?: string;
}

const BEFORE = /^(?:(不低于|不小于|不少于|不早于|至少|≥|>=)|不超过|不高于|不大于|不晚于|至多|≤|<=)\s*(.+)$/;
/** 大专（含）以上, 35岁及以下 */
const BEHIND = /^(.+?)\s*(?:[（(]含[）)]|及|或)?\s*(?:(以上)|以下|以内)$/;
const BETWEEN = new RegExp(
  `^(.+?)\\s*(?:[~${DASHES}]+|至|到|(?<=\\D)-(?=\\D)|(?<=^\\d{1,3}岁?)-(?=\\d{1,3}岁?$))\\s*(.+)$`,
);

/**
 * Reads a bound that is written with its value: `大专以上`, `高中及以上学历`, `不超过35岁`, `18至35周岁`. Of the value nothing but 岁 and
 * 学历 is taken off; whoever asks knows what it may be. Undefined where no bound is written.
 */
export function readBounds(text: string): WrittenBounds | undefined {
  const bare = text.trim().replace(/(?:文化程度|文化|学历)$/, '');
  const before = BEFORE.exec(bare);
  const [, value, isLower] = BEHIND.exec(before ? before[2]! : bare) ?? [];
  if (before) {
    // 不超过35岁以上 says two things.
    if (value !== undefined && (isLower === undefined) !== (before[1] === undefined)) return undefined;
    return side(before[1] !== undefined, value ?? before[2]!);
  }
  if (value !== undefined) return side(isLower !== undefined, value);
  const between = BETWEEN.exec(bare);
  return between ? { min: plain(between[1]!), max: plain(between[2]!) } : undefined;
}

const side = (isLower: boolean, value: string): WrittenBounds =>
  isLower ? { min: plain(value) } : { max: plain(value) };

const plain = (value: string): string => value.trim().replace(/(?:周)?岁$/, '');
