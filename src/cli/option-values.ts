import { readDate } from '../read/fields/date-text.ts';
import type { Texts } from '../text/texts.ts';
import { type Day, dayOf, parseDay } from '../values/day.ts';
import { UsageError } from './usage-error.ts';

/** The value of an option that takes only some; with `names` also by what they are called, or a part of it. @throws {UsageError} */
export function choiceOf<T extends string>(
  { cli: { errors } }: Texts,
  option: string,
  value: string,
  allowed: readonly T[],
  names?: Readonly<Record<T, string>>,
): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  if (!names) throw new UsageError(errors.invalidValue(option, value, allowed));
  const called = allowed.filter(each => value !== '' && names[each].includes(value));
  const [only] = called.filter(each => called.length === 1 || names[each] === value);
  if (only) return only;
  const named = allowed.map(each => errors.named(each, names[each]));
  throw new UsageError(errors.invalidValue(option, value, named));
}

/** The day of the check: `--as-of`, else the day of the clock. @throws {UsageError} */
export function todayOf(asOf: string | undefined, now: Date, { cli }: Texts): Day {
  if (asOf === undefined) return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
  const date = readDate(asOf);
  const day = 'failure' in date ? undefined : parseDay(date.iso);
  if (day === undefined) throw new UsageError(cli.errors.invalidValue('--as-of', asOf, [cli.dateForm]));
  return day;
}
