import type { Schedule } from '../../facts/schedule/resolve.ts';
import type { Step } from '../../model/plan.ts';
import { rulesOn } from '../../model/steps.ts';
import type { Norm, NormId } from '../../norms/norms.ts';
import { dayOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

type Kind = Step['kind'];

/** Steps without which nobody is admitted, with the norm that asks for each; `or`: other kinds that will do. */
const REQUIRED: readonly { kind: Kind; or?: readonly Kind[]; norm: NormId }[] = [
  { kind: 'notice', norm: 'notice-step' },
  { kind: 'training', norm: 'training' },
  { kind: 'pre-review', norm: 'pre-review' },
  { kind: 'branch-meeting', norm: 'branch-meeting' },
  { kind: 'approval', or: ['decision'], norm: 'approval' },
];

/** Plans call the superior committee's agreement by several names; it has to come before the notice. */
const CONSENTS: ReadonlySet<Kind> = new Set<Kind>(['consent', 'decision', 'filing', 'inspection']);

/** Steps that only admitting somebody has. */
const ADMISSION: ReadonlySet<Kind> = new Set([
  'pre-review',
  'form',
  'branch-meeting',
  'committee-talk',
  'approval',
]);

/**
 * The timeline lacks a step of the procedure. A plan may list only its main dates, so this is a warning; `requiredSteps`
 * replaces the list, and packs add to it. Since 2026 the superior committee agrees before the notice: asked for of plans that
 * have one.
 */
export const missingStep = {
  id: 'timeline/missing-step',
  severity: 'warning',
  norm: 'plan-consistency',
  alsoCites: REQUIRED.map(({ norm }) => norm),
  settings: ['requiredSteps'],
  check({ plan, schedule }: Facts, report: Report<{ kind: string }>) {
    // Plans of other work (training, pilots) have timelines too; without a quota, what shows is a step of admission.
    if (plan.steps.length === 0 || !(plan.quota || plan.steps.some(({ kind }) => ADMISSION.has(kind))))
      return;
    const end = dayOf(plan.year, 12, 31)!;
    const normOf = (id: NormId | undefined) => id && plan.norms.on(id, end);
    const kinds = new Set(plan.steps.map(({ kind }) => kind));
    const told = new Set<Kind>();
    const lacks = (kind: Kind, norm: Norm | undefined) => {
      if (told.has(kind)) return;
      told.add(kind);
      report(plan.steps[0]!.place.at('id'), { kind }, { subject: kind, norm });
    };
    const own = plan.settings.requiredSteps?.filter(kind => kind !== null);
    if (own)
      for (const kind of own)
        if (!kinds.has(kind)) lacks(kind, normOf(REQUIRED.find(required => required.kind === kind)?.norm));
    if (!own) {
      if (lacksConsent(schedule)) lacks('consent', normOf('consent'));
      for (const { kind, or = [], norm } of REQUIRED)
        if (!kinds.has(kind) && !or.some(other => kinds.has(other))) lacks(kind, normOf(norm));
    }
    for (const { kind, norm } of plan.requiredSteps) if (!kinds.has(kind)) lacks(kind, norm);
  },
} satisfies Rule;

/** Whether there is a notice under the text of 2026, and nothing before it that may be the superior committee's agreement. */
function lacksConsent({ steps }: Schedule): boolean {
  const notice = steps.find(
    ({ step, from }) => step.kind === 'notice' && from !== undefined && rulesOn(from) === 2026,
  );
  // One in the wrong place is told by timeline/procedure.
  if (!notice || steps.some(({ step }) => step.kind === 'consent')) return false;
  return !steps.some(
    ({ step, from }) => CONSENTS.has(step.kind) && (from === undefined || from <= notice.from!),
  );
}
