import type { CountyFile } from '../../generated/types.ts';
import { isRefused, type Place } from '../../model/place.ts';
import { boundsOf, headsOf, type Quantity, quantityOf, sumOf } from '../../values/quantity.ts';
import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/**
 * What the townships are allocated is not the county's total less what it holds back, or their own plans add up to more than that,
 * whatever they are allocated. A number that is not known may be any: nothing is said of a sum that could come out right.
 */
export const townshipSum = {
  id: 'batch/sum-mismatch',
  severity: 'error',
  norm: 'control-total',
  check(
    { file: { quota, townships }, place, rollup: { planned }, unlisted }: CountyFacts,
    report: Report<{
      total: number;
      /** the total as it is written, where it is no exact number */
      totalAs?: Quantity;
      held: number;
      sum: number;
      /** what the sum should be: the total less what is held back */
      limit: number;
      of: 'allocated' | 'planned';
    }>,
  ) {
    if (!quota) return;
    const total = quantityOf(quota.total);
    const held = heldOf(quota, place);
    const [all, kept] = [boundsOf(total), boundsOf(held)];
    const least = Math.max(0, all.min - kept.max);
    const most = all.max - kept.min;
    const parts = townships.map(township => quantityOf(township?.quota));
    const tell = (of: 'allocated' | 'planned', sum: number, limit: number, numbers: Quantity[]) =>
      report(
        place.at('quota', 'total'),
        {
          total: headsOf(total) ?? 0,
          ...(total.kind !== 'exact' && { totalAs: total }),
          ...{ held: headsOf(held) ?? 0, sum, limit, of },
        },
        { severity: numbers.some(({ kind }) => kind === 'about') ? 'warning' : 'error' },
      );
    const { min, max } = sumOf(parts);
    if (min > most) tell('allocated', min, most, [total, held, ...parts]);
    else if (max < least) tell('allocated', max, least, [total, held, ...parts]);
    // Plans that are not there yet can only make it more; those that no entry names are told of one by one.
    const listed = planned - unlisted.reduce((sum, { total: own }) => sum + (own ?? 0), 0);
    if (listed > most) tell('planned', listed, most, [total, held]);
  },
} satisfies CountyRule;

/** What the county holds back: nothing where it says nothing, not known where it was not understood. */
const heldOf = ({ held }: CountyFile['quota'], place: Place): Quantity =>
  quantityOf(held ?? (isRefused(place.at('quota'), 'held') ? undefined : 0));
