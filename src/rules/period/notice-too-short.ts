import { NORM_OF_EVENT, shortNotice } from '../../facts/procedure/notices.ts';
import { isoOf, parseDay } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

type Notice = keyof typeof NORM_OF_EVENT;

const NOTICES = Object.keys(NORM_OF_EVENT) as Notice[];

/**
 * A person's public notice has too few working days. Before somebody is listed Article 13 demands them since 11 May
 * 2026 (an error); until then, and for the other notices, they are local practice (a warning).
 */
export const personalNoticeTooShort = {
  id: 'period/notice-too-short',
  severity: 'warning',
  norm: 'notice',
  alsoCites: ['acceptance-notice'],
  settings: ['noticeWorkingDays', 'noticeExcludesFirstDay', 'holidays', 'workdays'],
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      notice: Notice;
      from: string;
      to: string;
      calendarDays: number;
      have: number;
      need: number;
      endsOn: string;
    }>,
  ) {
    for (const person of plan.people) {
      // From when to when is known only of what is told in detail.
      if (!person.isDetailed) continue;
      for (const notice of NOTICES) {
        const { from, to } = person.data.events?.[notice] ?? {};
        const first = from === undefined ? undefined : parseDay(from);
        const last = to === undefined ? undefined : parseDay(to);
        if (first === undefined || last === undefined || last < first) continue;
        const short = shortNotice(plan, NORM_OF_EVENT[notice], first, last);
        if (!short) continue;
        const { have, need, endsOn, norm, severity } = short;
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
            endsOn: isoOf(endsOn),
          },
          { subject: person.id, norm, severity },
        );
      }
    }
  },
} satisfies Rule;
