import { exposedIn } from '../../model/exposed.ts';
import { maskPersonal } from '../../model/personal.ts';
import type { TextOwner } from '../../model/texts.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** An ID number stands in a text that is printed or passed on; the field for it is never printed. */
export const idNumberExposed = {
  id: 'privacy/id-number-exposed',
  severity: 'error',
  norm: 'privacy',
  check({ plan }: Facts, report: Report<{ tails: string[]; owner: TextOwner }>) {
    for (const { text, numbers } of exposedIn(plan)) {
      const exposed = numbers.filter(({ kind }) => kind === 'id-number');
      if (exposed.length === 0) continue;
      const { place, owner, subject } = text;
      // An id may be such a number itself, and subjects are shown.
      report(
        place,
        { tails: exposed.map(({ tail }) => tail), owner },
        { subject: subject && maskPersonal(subject) },
      );
    }
  },
} satisfies Rule;
