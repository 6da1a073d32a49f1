import type { Schedule } from '../../facts/schedule/resolve.ts';
import type { Step } from '../../model/plan.ts';
import { rulesOn } from '../../model/steps.ts';
import type { Norm, NormId } from '../../norms/norms.ts';
import { yearEndOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

type Kind = Step['kind'];

/**
 * Steps without which nobody is admitted, with the norm that asks for each; `or`: other kinds that will do. Plans that list their
 * main dates alone leave out the political review: it is asked of those that have one of its neighbours (`with`).
 */
const REQUIRED: readonly { kind: Kind; or?: readonly Kind[]; with?: readonly Kind[]; norm: NormId }[] = [
  { kind: 'notice', norm: 'notice-step' },
  { kind: 'political-review', with: ['listing', 'introducers', 'branch-review'], norm: 'political-review' },
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

/** Steps of any schedule: one of nothing else (names to be handed in by 12 April) is no plan of the year's admissions. */
const ANY_WORK: ReadonlySet<Kind> = new Set([
  'report',
  'meeting',
  'test',
  'work-report',
  'nomination',
  'activist-training',
  'activist-analysis',
  'other',
]);

/**
 * The timeline lacks a step of the procedure. A plan may list only its main dates, so this is a warning; `requiredSteps`
 * replaces the list, and packs add to it. A schedule of nothing but reports and meetings is told of all of them at once. Since 2026
 * the superior committee agrees before the notice: that is asked for of plans which have a notice. What one step names together with
 * another (政审、培训) is told at that step.
 */
export const missingStep = {
  id: 'timeline/missing-step',
  severity: 'warning',
  norm: 'plan-consistency',
  alsoCites: REQUIRED.map(({ norm }) => norm),
  settings: ['requiredSteps'],
  check({ plan, schedule }: Facts, report: Report<{ kind: string; also: string[]; within?: string }>) {
    // Plans of other work (training, pilots) have timelines too; without a quota, what shows is a step of admission.
    if (plan.steps.length === 0 || !(plan.quota || plan.steps.some(({ kind }) => ADMISSION.has(kind))))
      return;
    const end = yearEndOf(plan.year);
    const normOf = (id: NormId | undefined) => id && plan.norms.on(id, end);
    const early = decisionsBeforeMeeting(schedule);
    const kinds = new Set(plan.steps.flatMap(step => (early.has(step) ? [] : [step.kind])));
    const lacking = new Map<Kind, Norm | undefined>();
    const ask = (kind: Kind, norm: Norm | undefined, or: readonly Kind[] = []) => {
      if (!kinds.has(kind) && !or.some(other => kinds.has(other)) && !lacking.has(kind))
        lacking.set(kind, norm);
    };
    const own = plan.settings.requiredSteps?.filter(kind => kind !== null);
    for (const kind of own ?? []) ask(kind, normOf(REQUIRED.find(required => required.kind === kind)?.norm));
    if (!own) {
      if (lacksConsent(schedule)) ask('consent', normOf('consent'));
      for (const { kind, or, with: neighbours, norm } of REQUIRED)
        if (!neighbours || neighbours.some(neighbour => kinds.has(neighbour))) ask(kind, normOf(norm), or);
    }
    const place = plan.steps[0]!.place.at('id');
    if (
      !own &&
      lacking.size > 1 &&
      plan.steps.every(({ kind, named }) => ANY_WORK.has(kind) && named.length === 0)
    ) {
      const [kind, ...also] = lacking.keys();
      report(place, { kind: kind!, also }, { subject: 'admission', norm: normOf('procedure') });
      lacking.clear();
    }
    for (const { kind, norm } of plan.requiredSteps) ask(kind, norm);
    // 政审、培训: both are there, in one step that is held against neither norm.
    for (const step of plan.steps) {
      const [kind] = step.named.filter(each => lacking.has(each));
      if (kind === undefined) continue;
      const also = step.named.filter(each => each !== kind);
      report(
        step.place.at('name'),
        { kind, also, within: step.name },
        { subject: step.id, norm: lacking.get(kind) },
      );
      for (const each of step.named) lacking.delete(each);
    }
    for (const [kind, norm] of lacking) {
      // The text of 2014 has no notice: where only practice asks for it, it is merely told.
      const isPractice = kind === 'notice' && norm?.standing === 'local' && norm.document.id === 'practice';
      report(
        place,
        { kind, also: [] },
        { subject: kind, norm, ...(isPractice && { severity: 'info' as const }) },
      );
    }
  },
} satisfies Rule;

/**
 * What 党委会研究审定 settles before the branch meeting is whom to list, and no approval. Where the plan gives the kind itself it may be
 * both.
 */
function decisionsBeforeMeeting({ steps }: Schedule): ReadonlySet<Step> {
  const meeting = steps.find(({ step, from }) => step.kind === 'branch-meeting' && from !== undefined);
  return new Set(
    steps.flatMap(({ step, to }) =>
      meeting && step.kind === 'decision' && step.kindFromName && to !== undefined && to < meeting.from!
        ? [step]
        : [],
    ),
  );
}

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
