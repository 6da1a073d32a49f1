import { DASHES } from './signs.ts';

/** The two sides of a bound as they are written, both included. */
export interface WrittenBounds {
  min?: string;
  max?: string;
}

const BEFORE = /^(?:(不低于|不小于|不少于|不早于|至少|≥|>=)|不超过|不高于|不大于|不晚于|至多|≤|<=)\s*(.+)$/;
/** 大专（含）以上, 35岁及以下 */
const BEHIND =
  /^(.+?)\s*(?:[（(]含[）)]|及|或)?\s*(?:(以上|(?<=[日号月年])(?:以|之)?后)|以下|以内|(?<=[日号月年])(?:以|之)?前)(?:出生)?$/;
const BETWEEN = new RegExp(
  `^(.+?)\\s*(?:[~${DASHES}]+|至|到|(?<=\\D)-(?=\\D)|(?<=^\\d{1,3}岁?)-(?=\\d{1,3}岁?$))\\s*(.+)$`,
);

/**
 * Reads a bound that is written with its value: `大专以上`, `高中及以上学历`, `不超过35岁`, `18至35周岁`. Of the value nothing but 岁 and
 * 学历 is taken off; whoever asks knows what it may be. Undefined where no bound is written.
 */
export function readBounds(text: string): WrittenBounds | undefined {
  const beyond = readBeyond(text.trim());
  if (beyond) return beyond;
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

const BELOW =
  /^(?:不满|未满|不到|小于|低于|<)\s*(\d{1,3})(?:周?岁)?$|^(\d{1,3})(?:周?岁)?以下[（(]不含[^（()）]*[）)]$/;
const ABOVE =
  /^(?:大于|高于|超过|>)\s*(\d{1,3})(?:周?岁)?$|^(\d{1,3})(?:周?岁)?以上[（(]不含[^（()）]*[）)]$/;

/** 不满35岁, 35岁以下（不含35岁）: the number itself does not count, so the bound is the one before it. */
function readBeyond(text: string): WrittenBounds | undefined {
  const below = BELOW.exec(text);
  if (below) return { max: String(Number(below[1] ?? below[2]) - 1) };
  const above = ABOVE.exec(text);
  return above ? { min: String(Number(above[1] ?? above[2]) + 1) } : undefined;
}

const side = (isLower: boolean, value: string): WrittenBounds =>
  isLower ? { min: plain(value) } : { max: plain(value) };

const plain = (value: string): string => value.trim().replace(/(?:周)?岁$/, '');
