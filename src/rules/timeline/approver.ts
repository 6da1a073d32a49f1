import { plannedSteps } from '../../facts/schedule/course.ts';
import { type CannotApprove, cannotApprove } from '../../model/approver.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

const APPROVALS = ['approval', 'conversionApproval'] as const;

/**
 * Only a Party committee (党委, 工委) approves admissions and conversions: no branch, general branch (党总支), leading group
 * (党组), temporary organization, nor the committee of a village or community under a township (Rules, Art. 23, since 2026
 * Art. 22). Judged of who is responsible for a step of the plan, and of who approved somebody.
 */
export const approver = {
  id: 'timeline/approver',
  severity: 'error',
  norm: 'approver',
  check(
    { plan, schedule }: Facts,
    report: Report<
      ({ person: PersonRef } | { step: string }) & { by: string; why: CannotApprove; date: string }
    >,
  ) {
    const { name: committee } = plan.organization;
    for (const { name, step, scheduled } of plannedSteps(schedule)) {
      const why =
        APPROVALS.some(approval => approval === name) && step.owner !== undefined
          ? cannotApprove(step.owner, committee)
          : undefined;
      const day = scheduled.to;
      if (!why || day === undefined) continue;
      report(
        step.place.at('owner'),
        { step: step.name, by: step.owner!, why, date: isoOf(day) },
        { subject: step.id, norm: plan.norms.on('approver', day) },
      );
    }
    for (const person of plan.people) {
      if (!person.isDetailed) continue;
      for (const approval of APPROVALS) {
        const written = person.data.events?.[approval];
        const by = typeof written === 'object' ? written.by : undefined;
        const why = by === undefined ? undefined : cannotApprove(by, committee);
        const date = person.dates[approval];
        if (!why || !date) continue;
        report(
          person.place.at('events', approval, 'by'),
          { person: ref(person), by: by!, why, date: isoOf(date.last) },
          { subject: person.id, norm: plan.norms.on('approver', date.last) },
        );
      }
    }
  },
} satisfies Rule;
