import { nomineeCategories } from '../../facts/reserve/nominees.ts';
import { boundsOf, type Quantity } from '../../values/quantity.ts';
import { headsAtLeast } from '../../values/share.ts';
import type { Facts, PersonRef, Report, Rule, SlotName } from '../rule.ts';
import { ref, slotName } from '../rule.ts';

/**
 * More nominees than slots: in all, in a category, or for one slot. A quota is indicative, but exceeding the total
 * contradicts 控制总量. Where more are nominated on purpose (`nomineesPerSlot`) that number is the limit.
 */
export const overTotal = {
  id: 'quota/over-total',
  severity: 'error',
  norm: 'control-total',
  check(
    { plan, reserves }: Facts,
    report: Report<{
      scope: 'total' | 'category' | 'slot';
      /** of the category; of a slot its id */
      name: string;
      slotName?: SlotName;
      have: number;
      limit: number;
      people: PersonRef[];
    }>,
  ) {
    const { quota } = plan;
    if (!quota) return;
    const limitOf = (slots: number) =>
      Number.isFinite(slots) ? headsAtLeast(quota.nomineesPerSlot, slots) : slots;
    const limitIn = (quantity: Quantity) => limitOf(boundsOf(quantity).max);
    const nominees = plan.people.filter(({ role }) => role === 'nominee');
    const total = limitIn(quota.total);
    if (nominees.length > total) {
      const extra = nominees.slice(total);
      report(
        extra[0]!.place,
        { scope: 'total', name: '', have: nominees.length, limit: total, people: extra.map(ref) },
        { subject: 'total', severity: severityOf(quota.total) },
      );
    }
    const categoryOf = nomineeCategories(plan);
    for (const category of quota.categories) {
      if (category.implicit) continue;
      const people = nominees.filter(person => categoryOf.get(person) === category);
      const limit = limitIn(category.count);
      if (people.length > limit)
        report(
          category.place.at('count'),
          { scope: 'category', name: category.name, have: people.length, limit, people: people.map(ref) },
          { subject: category.id, severity: severityOf(category.count) },
        );
    }
    for (const { slot, nominees: holders } of reserves.slots) {
      const limit = limitOf(1);
      if (holders.length > limit)
        report(
          holders[limit]!.place.at('slot'),
          {
            scope: 'slot',
            name: slot.id,
            slotName: slotName(slot),
            have: holders.length,
            limit,
            people: holders.map(ref),
          },
          { subject: slot.id },
        );
    }
  },
} satisfies Rule;

/** 左右 is no limit that could be broken, but somebody should know. */
const severityOf = ({ kind }: Quantity) => (kind === 'about' ? 'warning' : 'error');
