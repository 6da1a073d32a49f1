import type { Place } from '../../model/place.ts';
import type { Category } from '../../model/plan.ts';
import { headsOf, type Quantity } from '../../values/quantity.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** What cannot be computed without a number of the quota. */
type Stopped = 'structure' | 'reserve' | 'nominees' | 'funnel' | 'growth' | 'allocation' | 'batches';

/**
 * The plan does not say how many it is about, in all or in a category: nothing that is computed from the number is judged, and
 * this says what that is.
 */
export const numberUnknown = {
  id: 'quota/number-unknown',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    facts: Facts,
    report: Report<{
      what: 'total' | 'category';
      /** `missing`: nothing is written; `pending`: written as not known yet; `unreadable`: what is written was not understood */
      how: 'missing' | 'pending' | 'unreadable';
      names: string[];
      stopped: Stopped[];
      /** what the categories come to, where all of them are known; else 0 */
      sum: number;
    }>,
  ) {
    const { plan } = facts;
    const { quota } = plan;
    const total = quota && headsOf(quota.total);
    const open = (quota?.categories ?? []).filter(
      ({ count, implicit }) => !implicit && count.kind === 'pending',
    );
    if (total === undefined) {
      const stopped = stoppedWithoutTotal(facts);
      const place = quota ? quota.place.at('total') : plan.place;
      const parts = quota?.categories.filter(({ implicit }) => !implicit) ?? [];
      // Of a plan without figures, about something else for one, there is nothing to be missed.
      if (stopped.length > 0 || (quota && howOf(quota.total, place, '/total') !== 'unreadable'))
        report(
          place,
          {
            what: 'total',
            how: quota ? howOf(quota.total, place, '/total') : 'missing',
            names: [],
            stopped,
            sum: open.length > 0 ? 0 : parts.reduce((sum, { count }) => sum + (headsOf(count) ?? 0), 0),
          },
          { subject: 'total' },
        );
    }
    if (open.length > 0) {
      const [first] = open as [Category];
      report(
        first.place.at('count'),
        {
          what: 'category',
          how: howOf(first.count, first.place.at('count'), '/count'),
          names: open.map(({ name }) => name),
          stopped: stoppedWithoutCounts(facts),
          sum: 0,
        },
        { subject: first.id },
      );
    }
  },
} satisfies Rule;

/** What was refused still stands in the file; what was never written has the place of what is around it. */
function howOf(quantity: Quantity, place: Place, field: string): 'missing' | 'pending' | 'unreadable' {
  if (quantity.kind === 'pending' && quantity.stated) return 'pending';
  return place.locate().path.endsWith(field) ? 'unreadable' : 'missing';
}

const hasNominees = ({ plan }: Facts): boolean => plan.people.some(({ role }) => role === 'nominee');

function stoppedWithoutTotal(facts: Facts): Stopped[] {
  const { plan, structure, reserves } = facts;
  const { quota } = plan;
  const stopped: [Stopped, boolean][] = [
    ['structure', structure.some(({ obstacle }) => obstacle?.why === 'total-unknown')],
    ['reserve', plan.reserve !== undefined && reserves.slots.length === 0],
    ['nominees', quota !== undefined && hasNominees(facts)],
    ['funnel', plan.funnel !== undefined],
    ['growth', quota?.growthLimit !== undefined],
    ['batches', (quota?.batches.length ?? 0) > 0],
    ['allocation', quota !== undefined && plan.county !== undefined],
  ];
  return stopped.flatMap(([what, is]) => (is ? [what] : []));
}

function stoppedWithoutCounts(facts: Facts): Stopped[] {
  const { plan, structure } = facts;
  const stopped: [Stopped, boolean][] = [
    ['structure', structure.some(({ obstacle }) => obstacle?.why === 'count-unknown')],
    ['reserve', plan.reserve !== undefined],
    ['nominees', hasNominees(facts)],
  ];
  return stopped.flatMap(([what, is]) => (is ? [what] : []));
}
