import { isoOf, parseDay } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

const NOTICES = { prospectiveNotice: 'notice', acceptanceNotice: 'acceptance-notice' } as const;

/**
 * A person's public notice has too few working days. Before somebody is listed Article 13 demands them since 11 May
 * 2026 (an error); until then, and for the acceptance, they are local practice (a warning).
 */
export const personalNoticeTooShort = {
  id: 'period/notice-too-short',
  severity: 'warning',
  norm: 'notice',
  settings: ['noticeWorkingDays', 'noticeExcludesFirstDay', 'holidays', 'workdays'],
  check(
    { plan: { people, norms, settings, calendar } }: Facts,
    report: Report<{
      person: PersonRef;
      notice: keyof typeof NOTICES;
      from: string;
      to: string;
      calendarDays: number;
      have: number;
      need: number;
      endsOn: string;
    }>,
  ) {
    const skipped = settings.noticeExcludesFirstDay ? 1 : 0;
    for (const person of people) {
      // From when to when is known only of what is told in detail.
      if (!person.isDetailed) continue;
      for (const notice of ['prospectiveNotice', 'acceptanceNotice'] as const) {
        const { from, to } = person.data.events?.[notice] ?? {};
        const first = from === undefined ? undefined : parseDay(from);
        const last = to === undefined ? undefined : parseDay(to);
        if (first === undefined || last === undefined || last < first) continue;
        const norm = norms.on(NOTICES[notice], first);
        const regulation = norms.regulation(NOTICES[notice], first)?.value ?? 0;
        // As in timeline/notice-too-short: the plan's own number never goes below a regulation.
        const need = Math.max(settings.noticeWorkingDays ?? norm.value!, regulation);
        const have = calendar.workingDays(first + skipped, last);
        if (have >= need) continue;
        report(
          person.place.at('events', notice, 'to'),
          {
            person: ref(person),
            notice,
            from: isoOf(first),
            to: isoOf(last),
            calendarDays: last - first + 1,
            have,
            need,
            endsOn: isoOf(calendar.nthWorkingDay(first + skipped, need)),
          },
          { subject: person.id, norm, severity: have < regulation ? 'error' : 'warning' },
        );
      }
    }
  },
} satisfies Rule;
