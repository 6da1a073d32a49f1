import type { Candidate } from '../../generated/types.ts';
import type { NormId } from '../../norms/norms.ts';
import { knownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

type Meeting = 'branchMeeting' | 'conversionMeeting';

interface Fault {
  why: 'quorum' | 'majority' | 'more-than-entitled';
  /** the number that is wrong */
  field: 'present' | 'inFavour';
  have: number;
  entitled: number;
  /** the least that will do, or for `more-than-entitled` the most */
  need: number;
}

/**
 * The count of a branch meeting does not carry its resolution: those present must exceed half of those entitled to vote
 * (Rules, Art. 20, since 2026 Art. 19), those in favour likewise, not half of those present (Art. 21, 20). More in favour
 * than present is possible: written opinions sent before the meeting count.
 */
export const voteShort = {
  id: 'period/vote-short',
  severity: 'error',
  norm: 'majority',
  alsoCites: ['quorum', 'plan-consistency'],
  check({ plan: { people, norms } }: Facts, report: Report<Fault & { person: PersonRef; meeting: Meeting }>) {
    for (const person of people) {
      // Counts are told in detail, or not at all.
      if (!person.isDetailed) continue;
      for (const meeting of ['branchMeeting', 'conversionMeeting'] as const) {
        const written = person.data.events?.[meeting];
        if (typeof written !== 'object' || written === null) continue;
        const day = knownDate(written.on).first;
        for (const fault of faults(written))
          report(
            person.place.at('events', meeting, fault.field),
            { person: ref(person), meeting, ...fault },
            { subject: person.id, norm: norms.on(NORM[fault.why], day) },
          );
      }
    }
  },
} satisfies Rule;

const NORM: Record<Fault['why'], NormId> = {
  quorum: 'quorum',
  majority: 'majority',
  'more-than-entitled': 'plan-consistency',
};

type Count = Exclude<NonNullable<NonNullable<Candidate['events']>['branchMeeting']>, string>;

function faults({ entitled, present, inFavour }: Count): Fault[] {
  if (entitled === undefined) return [];
  const need = Math.floor(entitled / 2) + 1;
  const judge = (field: Fault['field'], have: number | undefined, why: 'quorum' | 'majority'): Fault[] => {
    if (have === undefined) return [];
    if (have > entitled) return [{ why: 'more-than-entitled', field, have, entitled, need: entitled }];
    return have < need ? [{ why, field, have, entitled, need }] : [];
  };
  return [...judge('present', present, 'quorum'), ...judge('inFavour', inFavour, 'majority')];
}
