import { BEGINS, isAtLeast, type Stage, stageByEvents } from '../../model/stage.ts';
import { dateText, type EventName, hasAny, STEPS } from '../../model/steps.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * The stage that the roster states is not the one that the events show today: they show a later one, or the event that
 * begins the stated one has no date or lies ahead. Somebody without any dated step has nothing to disagree with.
 */
export const stageDisagrees = {
  id: 'candidate/stage-disagrees',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      stated: Stage;
      /** the stage of the event named */
      shown: Stage;
      event: EventName;
      /** empty where the event has no date */
      date: string;
      why: 'beyond' | 'missing' | 'ahead';
    }>,
  ) {
    for (const person of plan.people) {
      const stated = person.data.stage;
      if (stated === undefined || !hasAny(person, STEPS)) continue;
      const reached = stageByEvents(person.dates, plan.asOf);
      const isBeyond = reached !== undefined && reached !== stated && isAtLeast(reached, stated);
      const shown = isBeyond ? reached : stated;
      const date = person.dates[BEGINS[shown]];
      if (!isBeyond && date && date.first <= plan.asOf) continue;
      report(
        person.place.at('stage'),
        {
          person: ref(person),
          stated,
          shown,
          event: BEGINS[shown],
          date: date ? dateText(date) : '',
          why: isBeyond ? 'beyond' : date ? 'ahead' : 'missing',
        },
        { subject: person.id },
      );
    }
  },
} satisfies Rule;
