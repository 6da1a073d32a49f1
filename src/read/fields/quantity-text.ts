import type { QuantityData } from '../../values/quantity.ts';
import { withDigits } from './numeral.ts';
import { DASHES } from './signs.ts';

/** `30`, `1,200`, `4.2万` */
const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d{1,7}(?:\\.\\d{1,4})?万|\\d{1,7})(余|多)?';
const UNIT = '[人名个位]?';
const EXACT = new RegExp(`^(?:共|合计|总数为?)?${NUMBER}${UNIT}$`);
const ABOUT = new RegExp(`^(?:约|大约|约为|大致|把握在)?${NUMBER}${UNIT}(?:左右|上下)?$`);
const AT_MOST = new RegExp(
  `^(?:不超过|不多于|不突破|不高于|至多|最多|控制在|≤|<=)${NUMBER}${UNIT}(?:以内|之内|以下)?$`,
);
const WITHIN = new RegExp(`^(?:控制在)?${NUMBER}${UNIT}(?:以内|之内|以下)$`);
const AT_LEAST = new RegExp(`^(?:不少于|不低于|至少|最少|≥|>=)${NUMBER}${UNIT}(?:以上)?$`);
const OR_MORE = new RegExp(`^${NUMBER}${UNIT}(?:及以上|以上)$`);
const RANGE = new RegExp(`^${NUMBER}${UNIT}(?:[-~${DASHES}]+|至|到)${NUMBER}${UNIT}$`);
const PENDING = /^(?:pending|不详|待定|未定|未知|待下达|未下达|另行下达|另行通知)$/;

/**
 * Reads a number of heads as plans write it: `9`, `九人`, `30名左右`, `约30人`, `30余名`, `4.2万余`, `不超过30`, `30名以内`, `18—20名`,
 * `295名以上`, `不详`. Undefined for anything else.
 *
 * @param written without spaces and full-width characters
 */
export function readQuantity(written: string): QuantityData {
  if (PENDING.test(written)) return 'pending';
  const text = withDigits(written);
  const exact = EXACT.exec(text);
  // A number that was rounded to write it shorter is no exact one.
  if (exact && exact[2] === undefined && !exact[1]!.includes('.')) return numberOf(exact[1]!);
  const most = AT_MOST.exec(text) ?? WITHIN.exec(text);
  if (most) return { max: numberOf(most[1]!) };
  const least = AT_LEAST.exec(text) ?? OR_MORE.exec(text);
  if (least) return { min: numberOf(least[1]!) };
  const range = RANGE.exec(text);
  if (range) return inOrder(numberOf(range[1]!), numberOf(range[3]!));
  const about = ABOUT.exec(text);
  return about ? { about: numberOf(about[1]!) } : undefined;
}

/** Reads what each branch or slot is to have: `2—3名`, `不超过2名`, `至少1名`, `2名` (no more and no fewer), `1:2以上`. */
export function readRange(written: string): { min?: number; max?: number } | undefined {
  // So many to each one.
  const read = readQuantity(written.replace(/^(?:按)?1[:比]/, ''));
  if (typeof read === 'number') return { min: read, max: read };
  return typeof read === 'object' && !('about' in read) ? read : undefined;
}

/** Reads `5:4:1`, so many applicants and activists to each new member; there are never fewer of the former. */
export function readFunnel(
  written: string,
): { applicants: number; activists: number; members: number } | undefined {
  const match = /^(\d{1,4})[:比](\d{1,4})[:比](\d{1,4})$/.exec(withDigits(written));
  const [applicants = 0, activists = 0, members = 0] = (match ?? []).slice(1).map(Number);
  return members > 0 && applicants >= activists && activists >= members
    ? { applicants, activists, members }
    : undefined;
}

const inOrder = (min: number, max: number) => (min < max ? { min, max } : undefined);

function numberOf(text: string): number {
  if (!text.endsWith('万')) return Number(text.replaceAll(',', ''));
  const [whole, decimals = ''] = text.slice(0, -1).split('.');
  return Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
}
