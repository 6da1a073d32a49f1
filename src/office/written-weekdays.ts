import type { PlanFile } from '../generated/types.ts';
import type { Plan } from '../model/plan.ts';

/**
 * The plan with those days written as the user wrote them that have a weekday: `2016-06-16（周五）`. Reading keeps the date alone, and a
 * wrong weekday would be found no more in another form of the plan.
 */
export function withWrittenWeekdays(data: PlanFile, plan: Plan | undefined): PlanFile {
  const steps = plan?.steps ?? [];
  if (!Array.isArray(data.timeline) || steps.length !== data.timeline.length) return data;
  const timeline = data.timeline.map((step, index) => {
    const own = { ...step };
    for (const field of ['on', 'from', 'to'] as const) {
      const at = steps[index]!.place.at(field);
      if (own[field] === undefined || !at.locate().path.endsWith(`/${field}`)) continue;
      const written = at.quote().replace(/^["']|["']$/g, '');
      if (/周|星期|礼拜/.test(written)) own[field] = written;
    }
    return own;
  });
  return { ...data, timeline };
}
