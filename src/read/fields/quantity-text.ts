import type { QuantityData } from '../../values/quantity.ts';

/** `30`, `1,200`, `4.2万` */
const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d{1,7}(?:\\.\\d{1,4})?万|\\d{1,7})(余|多)?';
const EXACT = new RegExp(`^${NUMBER}[人名个位]?$`);
const ABOUT = new RegExp(`^(?:约|大约|约为|大致|把握在)?${NUMBER}[人名个位]?(?:左右|上下)?$`);
const AT_MOST = new RegExp(
  `^(?:不超过|不多于|不突破|至多|最多|控制在|≤|<=)${NUMBER}[人名个位]?(?:以内|之内)?$`,
);
const WITHIN = new RegExp(`^(?:控制在)?${NUMBER}[人名个位]?(?:以内|之内)$`);
const PENDING = /^(?:pending|不详|待定|未定|未知|待下达|未下达)$/;

/**
 * Reads a number of heads as plans write it: `9`, `9名`, `30名左右`, `约30人`, `30余名`, `4.2万余`, `不超过30`, `30名以内`, `不详`. Undefined
 * for anything else, a range or a minimum for one: no place in a plan says what would follow from those.
 *
 * @param text without spaces and full-width characters
 */
export function readQuantity(text: string): QuantityData {
  if (PENDING.test(text)) return 'pending';
  const exact = EXACT.exec(text);
  // A number that was rounded to write it shorter is no exact one.
  if (exact && exact[2] === undefined && !exact[1]!.includes('.')) return numberOf(exact[1]!);
  const most = AT_MOST.exec(text) ?? WITHIN.exec(text);
  if (most) return { max: numberOf(most[1]!) };
  const about = ABOUT.exec(text);
  return about ? { about: numberOf(about[1]!) } : undefined;
}

function numberOf(text: string): number {
  if (!text.endsWith('万')) return Number(text.replaceAll(',', ''));
  const [whole, decimals = ''] = text.slice(0, -1).split('.');
  return Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
}
