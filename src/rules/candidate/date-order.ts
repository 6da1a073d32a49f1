import { isInOrder, orderNorms, type Reversal, reversals } from '../../facts/procedure/order.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * The dates of somebody's steps run backwards under the text of the Rules in force on the later one's day. Where only the flow
 * chart has the two in this order and the Rules leave it open, that is merely said.
 */
export const dateOrder = {
  id: 'candidate/date-order',
  severity: 'error',
  norm: 'procedure',
  alsoCites: orderNorms,
  check({ plan }: Facts, report: Report<Reversal & { person: PersonRef }>) {
    for (const person of plan.people) {
      if (isInOrder(person.dated)) continue;
      for (const { step, order, reversal, norm } of reversals(person.dated))
        report(
          person.place.at(...step.path),
          { person: ref(person), ...reversal },
          {
            subject: person.id,
            norm: plan.norms.find(order === 'rules' ? norm : 'procedure', step.start.first),
            severity: order === 'chart' ? 'info' : 'error',
          },
        );
    }
  },
} satisfies Rule;
