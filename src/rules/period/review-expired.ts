import { lastDay, severityOf } from '../../facts/procedure/time-limits.ts';
import { dateText } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** The political review was older than it is good for when the branch meeting, or then the committee, decided. */
export const reviewExpired = {
  id: 'period/review-expired',
  severity: 'warning',
  norm: 'review-valid',
  spans: [
    { norm: 'review-valid', from: 'politicalReview', to: 'branchMeeting', bound: 'latest' },
    { norm: 'review-valid', from: 'politicalReview', to: 'approval', bound: 'latest' },
  ],
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      review: string;
      step: 'branchMeeting' | 'approval';
      on: string;
      months: number;
      validUntil: string;
    }>,
  ) {
    for (const person of plan.people) {
      const review = person.dates.politicalReview;
      if (!review) continue;
      for (const step of ['branchMeeting', 'approval'] as const) {
        const date = person.dates[step];
        const day = date?.first;
        const norm = day === undefined ? undefined : plan.norms.find('review-valid', day);
        if (!date || day === undefined || norm?.value === undefined) continue;
        const validUntil = lastDay(review, norm.value);
        if (day <= validUntil) continue;
        report(
          person.place.at('events', 'politicalReview'),
          {
            person: ref(person),
            review: dateText(review),
            step,
            on: dateText(date),
            months: norm.value,
            validUntil: isoOf(validUntil),
          },
          {
            subject: person.id,
            norm,
            severity: severityOf(plan.norms, 'review-valid', day, months => day > lastDay(review, months)),
          },
        );
        // Once expired at the meeting it is no news that it was at the approval.
        break;
      }
    }
  },
} satisfies Rule;
