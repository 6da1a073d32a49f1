import type { Facts } from '../../facts/facts.ts';
import { NORM_OF_KIND, noticeDays } from '../../facts/procedure/notices.ts';
import { reserveNeed, UNLIMITED } from '../../facts/reserve/allocate.ts';
import type { Code } from '../../rules/index.ts';
import { slotRef } from '../../rules/rule.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf } from '../../values/day.ts';
import { amountText, exactText, percentText } from '../../values/share.ts';

type Workings = (facts: Facts, texts: Texts['explain']['workings']) => string[];

const shares: Workings = ({ structure }, texts) =>
  structure.flatMap(({ requirement, whole = 0, accepted, counted }) =>
    accepted
      ? [
          texts.share(
            requirement.name,
            requirement.comparator,
            amountText(requirement.amount),
            whole,
            exactText(requirement.amount, whole),
            accepted.min,
            accepted.max ?? null,
            requirement.planned,
            counted.length,
            percentText(counted.length, whole),
          ),
        ]
      : [],
  );

const sums: Workings = ({ plan: { quota } }, texts) =>
  quota
    ? [
        texts.sum(
          quota.categories.map(({ name, count }) => ({ name, count })),
          quota.total,
        ),
      ]
    : [];

const reserves: Workings = ({ plan, reserves: { slots, day, months } }, texts) => [
  texts.ripe(isoOf(day), months),
  ...slots.map(({ slot, reserves: people, nominees }) => {
    const { min, max } = reserveNeed(plan, nominees.length);
    return texts.slot(slotRef(slot), people.length, min, max === UNLIMITED ? null : max);
  }),
];

const notices: Workings = ({ plan, schedule }, texts) =>
  schedule.steps.flatMap(({ step, from, to, calendarDays, workingDays }) => {
    const norm = NORM_OF_KIND[step.kind];
    if (norm === undefined || from === undefined || to === undefined) return [];
    const need = noticeDays(plan, norm, from);
    return [texts.notice(step.name, isoOf(from), isoOf(to), calendarDays, workingDays, need)];
  });

const days: Workings = ({ schedule }, texts) =>
  schedule.steps.flatMap(({ step, from, to, calendarDays, workingDays }) =>
    from === undefined || to === undefined
      ? []
      : [texts.step(step.name, isoOf(from), isoOf(to), calendarDays, workingDays)],
  );

/** How a rule's demand works out with a plan's own numbers; rules that are not about numbers have none. */
export const workings: Partial<Record<Code, Workings>> = {
  'quota/sum-mismatch': sums,
  'structure/not-met': shares,
  'structure/planned-conflicts-share': shares,
  'structure/no-margin': shares,
  'structure/no-integer-fits': shares,
  'structure/subset-larger-than-whole': shares,
  'reserve/too-few': reserves,
  'reserve/too-many': reserves,
  'reserve/not-eligible': reserves,
  'reserve/cannot-be-assigned': reserves,
  'timeline/notice-too-short': notices,
  'timeline/public-holiday': days,
  'timeline/rest-day': days,
  'timeline/order': days,
  'timeline/overlap': days,
};
