import type { StepLabel } from '../../model/steps.ts';
import { field, fullDate } from './words.ts';

/** `“谈话”`: a step by the Chinese name that the schema gives it. */
export const step = (name: StepLabel): string =>
  `“${name === 'consent' ? '上级党委同意' : field(`events.${name}`)}”`;

/** `2016年6月16日`, or `2016年6月` where the day is not known. */
export const known = (iso: string): string =>
  iso.length === 7 ? `${Number(iso.slice(0, 4))}年${Number(iso.slice(5))}月` : fullDate(iso);

/** `“培养考察”第2次（2016年6月16日）` */
export function dated({
  step: name,
  number,
  date,
}: {
  step: StepLabel;
  number?: number;
  date: string;
}): string {
  const isRepeated = name === 'inspections' || name === 'probationInspections';
  return `${step(name)}${isRepeated && number ? `第${number}次` : ''}（${known(date)}）`;
}
