import type { Place } from '../../model/place.ts';
import type { PersonRef, Report, RuleMeta } from '../rule.ts';

/** Somebody who may be the same person as one on another roster: alike by ID number, or by name and birth date. */
export interface RosterEntry extends PersonRef {
  place: Place;
  /** whose plan it is */
  organization: string;
  /** expected to leave: may stand on two rosters for a while */
  leaving: boolean;
}

/** The same person stands on the rosters of two plans: certain by the ID number, suspected by name and birth date. */
export const duplicatePerson = {
  id: 'batch/duplicate-person',
  severity: 'error',
  norm: 'plan-consistency',
  /** Tells it at `own`; `certain` is whether the ID numbers are the same (model/namesakes.ts). */
  check(
    { own, other, certain }: { own: RosterEntry; other: RosterEntry; certain: boolean },
    report: Report<{
      person: PersonRef;
      other: PersonRef;
      organization: string;
      place: string;
      certain: boolean;
      leaving: boolean;
    }>,
  ) {
    const leaving = own.leaving || other.leaving;
    const { file, line } = other.place.locate();
    report(
      own.place,
      {
        person: { id: own.id, name: own.name },
        other: { id: other.id, name: other.name },
        organization: other.organization,
        place: `${file}:${line}`,
        certain,
        leaving,
      },
      { subject: own.id, severity: leaving ? 'info' : certain ? 'error' : 'warning' },
    );
  },
} satisfies RuleMeta & { check: unknown };
