import { parseDay } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * Mobile people have the notice before their listing at the place that they left and at the one that they live in, at the same
 * time (Rules, Art. 13, since 2026). One place is a breach; where the roster names none the places are asked for.
 */
export const mobileNotice = {
  id: 'candidate/mobile-notice',
  severity: 'error',
  norm: 'mobile-notice',
  check({ plan }: Facts, report: Report<{ person: PersonRef; places: string[] }>) {
    for (const person of plan.people) {
      const notice = person.data.events?.prospectiveNotice;
      const from = notice && parseDay(notice.from);
      if (person.data.mobile !== true || !notice || from === undefined) continue;
      const norm = plan.norms.on('mobile-notice', from);
      if (norm.standing !== 'regulation') continue;
      const places = (notice.places ?? []).filter(place => place !== null);
      if (new Set(places).size > 1) continue;
      report(
        person.place.at('events', 'prospectiveNotice', places.length > 0 ? 'places' : 'from'),
        { person: ref(person), places },
        { subject: person.id, norm, severity: places.length > 0 ? 'error' : 'warning' },
      );
    }
  },
} satisfies Rule;
