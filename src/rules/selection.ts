import type { Facts } from '../facts/facts.ts';
import { allocateReserves } from '../facts/reserve/allocate.ts';
import type { Plan } from '../model/plan.ts';
import { Problems } from '../read/problem.ts';
import { type Resilience, resilienceOf } from '../select/resilience.ts';
import { type Selection, select } from '../select/select.ts';
import { type CheckedPlan, checkPlan, type Finding } from './check.ts';
import { leavesOut } from './coverage.ts';
import type { Code } from './index.ts';

/** An error of these speaks against the person: nobody of whom the check would find it may be nominated. */
const BARRING: ReadonlySet<Code> = new Set<Code>([
  'candidate/no-candidate',
  'candidate/underage',
  'period/activist-too-short',
  'period/leaving-soon',
]);

/** What these find is wrong with the choice of nominees and reserves, so that another choice may mend it. */
const ON_CHOICE: ReadonlySet<Code> = new Set<Code>([
  'candidate/no-category',
  'candidate/unknown-slot',
  'quota/over-total',
  'quota/unfilled',
  'quota/wrong-category',
  'reserve/cannot-be-assigned',
  'reserve/too-few',
  'structure/not-met',
]);

/** A selection, held against the check: it is the check that says what is wrong with the plan before and after. */
export interface JudgedSelection extends Selection {
  /** why nominees have to be exchanged: what the check finds with those of the plan */
  reasons: Finding[];
  /** errors of the check that the selection leaves as they are */
  unmended: Finding[];
  /** who could take each place over if a nominee drops out; where it was asked for */
  resilience?: Resilience;
}

/** Seconds for each question, unless the user gives more. */
const SECONDS = 10;

export interface SelectionOptions {
  /** seconds for each question; 10 where absent */
  seconds?: number | undefined;
  /** work out who could take over as well */
  resilience?: boolean | undefined;
}

/**
 * Selects nominees for a plan that was checked. Where the check finds nothing wrong with the nominees they are the answer; nobody is
 * taken whom it would not let be nominated; severities and waivers are the plan's own.
 */
export async function selectFor(
  checked: CheckedPlan & { facts: Facts },
  { seconds = SECONDS, resilience = false }: SelectionOptions = {},
): Promise<JudgedSelection> {
  const { plan } = checked.facts;
  const nominees = nomineesOf(plan);
  // Who is decided stays, whatever speaks against them: nobody else is exchanged for that.
  const decided = new Set(plan.people.filter(({ data }) => data.fixed).map(({ id }) => id));
  const found = checked.findings.filter(
    ({ code, severity, subject }) =>
      (ON_CHOICE.has(code) && (severity === 'error' || ON_CHOICE_EVEN_WARNED.has(code))) ||
      (BARRING.has(code) && severity === 'error' && nominees.has(subject) && !decided.has(subject)),
  );
  const selection = await select(plan, {
    milliseconds: 1000 * seconds,
    fallback: async () => (await import('../select/highs.ts')).highs(),
    barred: barredFrom(plan),
    stands: found.length === 0 && nominees.size > 0,
  });
  const chosen = selection.plan ?? plan;
  const errors = [
    // What was not read is told at the top of every paper.
    ...checked.findings.filter(finding => finding.code.startsWith('input/') && !leavesOut(finding)),
    ...findingsOn(chosen),
  ].filter(({ severity }) => severity === 'error');
  const left = new Set(errors.map(({ code, subject }) => `${code} ${subject}`));
  const now = nomineesOf(chosen);
  // What speaks against somebody is done with once another is nominated, even where it stays true.
  const isDone = ({ code, subject }: Finding) =>
    BARRING.has(code) ? !now.has(subject) : !left.has(`${code} ${subject}`);
  return {
    ...selection,
    reasons: found.filter(isDone),
    unmended: selection.status === 'feasible' ? errors : [],
    ...(resilience && {
      resilience: resilienceOf(chosen, (selection.allocation ?? allocateReserves(plan)).slots),
    }),
  };
}

const nomineesOf = ({ people }: Plan): ReadonlySet<string> =>
  new Set(people.filter(({ role }) => role === 'nominee').map(({ id }) => id));

/** Warnings of these say as well that a slot or a reserve may be lacking. */
const ON_CHOICE_EVEN_WARNED: ReadonlySet<Code> = new Set<Code>(['candidate/no-category', 'quota/unfilled']);

/** Ids of those who could not be nominated: found by nominating everybody. */
function barredFrom(plan: Plan): ReadonlySet<string> {
  const all = { ...plan, people: plan.people.map(person => ({ ...person, role: 'nominee' as const })) };
  const against = findingsOn(all).filter(({ code, severity }) => BARRING.has(code) && severity === 'error');
  return new Set(against.map(({ subject }) => subject));
}

/** What the rules find on a plan that was read; what is wrong with its files is not told again. */
const findingsOn = (plan: Plan): Finding[] =>
  checkPlan({ path: plan.path, plan, problems: new Problems() }, plan.asOf).findings;
