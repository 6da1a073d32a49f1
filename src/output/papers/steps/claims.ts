import { type Decision, STEPS_OF } from '../../../facts/procedure/decisions.ts';
import { isFull } from '../../../facts/procedure/time-limits.ts';
import { cultivationMonths } from '../../../facts/reserve/fitness.ts';
import type { Person, Plan } from '../../../model/plan.ts';
import { isAtLeast, type Stage, stageOn } from '../../../model/stage.ts';
import type { Claim } from '../../../model/steps.ts';
import type { Day } from '../../../values/day.ts';

/** Papers that say what was done before them. */
export type ClaimingPaper = 'notice' | 'filing' | 'notice-result' | 'pre-review' | 'vote';

const CLAIMS: Record<ClaimingPaper, (decision: Decision) => readonly Claim[]> = {
  notice: decision =>
    ({
      activist: [],
      prospective: [],
      acceptance: ['branchMeeting'] as const,
      conversion: ['probationOver', 'conversionMeeting'] as const,
    })[decision],
  filing: decision =>
    ({
      activist: ['activist'] as const,
      prospective: ['cultivated'] as const,
      acceptance: ['branchMeeting', 'approval'] as const,
      conversion: ['conversionMeeting', 'conversionApproval'] as const,
    })[decision],
  'notice-result': decision => [STEPS_OF[decision].notice],
  // Nobody is converted who has not been received.
  vote: decision => (decision === 'conversion' ? ['branchMeeting'] : []),
  'pre-review': () => ['branchReview', 'politicalReview', 'training'],
};

export const isClaiming = (kind: string): kind is ClaimingPaper => kind in CLAIMS;

/** What nobody who is of a stage, as the roster states it, can lack, though rosters often have no date of it. */
const PASSED_BY: Partial<Record<Claim, Stage>> = {
  activist: 'activist',
  cultivated: 'prospective',
  branchMeeting: 'probationary',
  approval: 'probationary',
  probationOver: 'full',
  conversionMeeting: 'full',
  conversionApproval: 'full',
};

/** Those of whom the roster does not show what a paper claims. */
export interface Unproven {
  claim: Claim;
  people: Person[];
}

/**
 * Lists what a paper would say of people that the roster does not show by a day: a clerk prints a paper ahead, but must not sign
 * what has not happened. The paper leaves it blank, and the command names the people.
 */
export function unproven(
  plan: Plan,
  paper: ClaimingPaper,
  decision: Decision,
  people: readonly Person[],
  day: Day = plan.asOf,
): Unproven[] {
  return CLAIMS[paper](decision).flatMap(claim => {
    const open = people.filter(person => !isShown(plan, person, claim, day));
    return open.length > 0 ? [{ claim, people: open }] : [];
  });
}

function isShown(plan: Plan, person: Person, claim: Claim, day: Day): boolean {
  const { stage } = person.data;
  const by = PASSED_BY[claim];
  if (stage !== undefined && by !== undefined && isAtLeast(stage, by)) return true;
  const { dates } = person;
  if (claim === 'cultivated')
    return dates.activist !== undefined && isFull(dates.activist, day, cultivationMonths(plan, day));
  if (claim === 'probationOver')
    return (
      dates.branchMeeting !== undefined &&
      isFull(dates.branchMeeting, day, plan.norms.on('probation', dates.branchMeeting.first).value!)
    );
  return dates[claim] !== undefined && dates[claim].first <= day;
}

/** The stage that makes a decision on somebody pointless: who is a probationary member is not listed any more. */
const TOO_LATE: Record<Decision, Stage> = {
  activist: 'prospective',
  prospective: 'probationary',
  acceptance: 'full',
  conversion: 'full',
};

/** The claims to be left blank. */
export const openClaims = (found: readonly Unproven[]): ReadonlySet<Claim> =>
  new Set(found.map(({ claim }) => claim));

/** Those whose stage is past what a notice or a request asks for. */
export const pastDecision = (plan: Plan, decision: Decision, people: readonly Person[]): Person[] =>
  people.filter(person => {
    const stage = stageOn(person, plan.asOf);
    return stage !== undefined && isAtLeast(stage, TOO_LATE[decision]);
  });
