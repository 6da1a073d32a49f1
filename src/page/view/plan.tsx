import { planTitle, sectionsOf } from '../../output/findings/rows.ts';
import { scheduleOf } from '../../output/papers/schedule.ts';
import { partHtml } from '../../output/print/html.ts';
import { partsOf } from '../../output/print/model.ts';
import type { CheckedPlan, Desk } from '../desk.ts';
import { Beside } from './beside.tsx';
import { Findings } from './findings.tsx';
import { Verdict } from './verdict.tsx';

/** One plan: the verdict, what to mend beside where it is mended, and the tables. */
export function PlanView({
  desk,
  choose,
}: {
  desk: Desk;
  choose(files: FileList | null, beside: boolean): void;
}) {
  const checked = desk.current!;
  return (
    <>
      <Verdict desk={desk} checked={checked} choose={choose} />
      <div class="columns">
        <Findings desk={desk} checked={checked} />
        <Beside desk={desk} checked={checked} />
      </div>
      <Tables desk={desk} checked={checked} />
    </>
  );
}

/** The tables of the report, from the same parts that are printed. */
function Tables({ desk, checked }: { desk: Desk; checked: CheckedPlan }) {
  const { facts } = checked;
  if (!facts) return null;
  const { plan, schedule, structure } = facts;
  const gantt = scheduleOf(plan, schedule.steps, undefined, desk.texts).parts.filter(
    ({ kind }) => kind === 'gantt',
  );
  const parts = [...sectionsOf(facts, desk.texts).flatMap(section => partsOf(section)), ...gantt];
  const { bars } = desk.words;
  // What cannot be computed has no bar: the table says why.
  const measured = structure.flatMap(state =>
    state.whole !== undefined && state.whole > 0 && state.accepted
      ? [{ state, whole: state.whole, least: state.accepted.min }]
      : [],
  );
  return (
    <>
      {measured.length > 0 && plan.hasRoster && (
        <section class="bars" aria-label={bars.heading}>
          <h2>{bars.heading}</h2>
          {measured.map(({ state, whole, least }) => (
            <Bar
              key={state.requirement.id}
              state={state}
              whole={whole}
              least={least}
              told={bars.of(state.counted.length, whole)}
            />
          ))}
        </section>
      )}
      <Printed label={planTitle(facts, desk.texts)} html={parts.map(part => partHtml(part)).join('\n')} />
    </>
  );
}

/** How many there are against how many there must be. */
function Bar({
  state,
  whole,
  least,
  told,
}: {
  state: NonNullable<CheckedPlan['facts']>['structure'][number];
  whole: number;
  least: number;
  told: string;
}) {
  const { requirement, counted, met } = state;
  const share = (heads: number) => `${Math.min(100, (100 * heads) / whole)}%`;
  return (
    <div class="bar">
      <span>{requirement.name}</span>
      <span class="track" aria-hidden="true">
        <i class={met === false ? 'error' : 'good'} style={{ width: share(counted.length) }} />
        <b style={{ left: share(least) }} />
      </span>
      <span class={met === false ? 'error' : undefined}>
        {met === false ? '✖ ' : ''}
        {told}
      </span>
    </div>
  );
}

function Printed({ label, html }: { label: string; html: string }) {
  // The parts are escaped where they become HTML (output/print/html.ts).
  return <section class="tables" aria-label={label} dangerouslySetInnerHTML={{ __html: html }} />;
}
