import { exposedIn } from '../model/exposed.ts';
import { maskPersonal, type PersonalNumber } from '../model/personal.ts';
import type { TextOwner } from '../model/plan-texts.ts';
import type { Facts, Report } from './rule.ts';

/** Reports each text that is printed or passed on and in which such a number stands; the field for it is never printed. */
export function reportExposed(
  kind: PersonalNumber['kind'],
  { plan }: Facts,
  report: Report<{ tails: string[]; owner: TextOwner }>,
): void {
  for (const { text, numbers } of exposedIn(plan)) {
    const exposed = numbers.filter(number => number.kind === kind);
    if (exposed.length === 0) continue;
    const { place, owner, subject } = text;
    // An id may be such a number itself, and subjects are shown.
    report(
      place,
      { tails: exposed.map(({ tail }) => tail), owner },
      { subject: subject && maskPersonal(subject) },
    );
  }
}
