import type { Duration } from '../../model/plan.ts';
import { plainDateText } from '../fields/date-text.ts';
import { withDigits } from '../fields/numeral.ts';

/** Not 第3天, 3至5天 or 公示后3天内: those are no length. */
const LENGTH = /(?<![\d.第前后至到\-—–~])(\d{1,3})个?(工作日|天)(?!之?[前后内]|以[前后内])/g;

/** How long something takes by its name, as plans write it: 公示3天, 公示期不少于五个工作日, 集中培训5天. */
export function lengthIn(name: string): Duration | undefined {
  const [found, another] = withDigits(plainDateText(name).plain.replace(/\s+/g, '')).matchAll(LENGTH);
  const count = Number(found?.[1] ?? 0);
  return count === 0 || another ? undefined : { count, unit: found![2] === '天' ? 'd' : 'wd' };
}
