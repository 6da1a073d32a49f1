import type { Where } from '../../generated/types.ts';
import { meets } from '../../model/condition.ts';
import type { Person, Plan } from '../../model/plan.ts';
import type { RulesText, StepName } from '../../model/steps.ts';
import { memoize } from '../../values/memo.ts';
import { not, type Truth } from '../../values/truth.ts';

/** Who takes a step: the person, the League, the branch, the committee above it, or the county's department. */
export type Actor = 'person' | 'league' | 'branch' | 'committee' | 'county';

/** When a paper is needed of some people only. */
export type Case = keyof typeof CASES;

/** The papers of the procedure, as offices call them. */
export type StepPaper =
  | 'application'
  | 'talkRecord'
  | 'leagueForm'
  | 'recommendation'
  | 'committeeMinutes'
  | 'branchMinutes'
  | 'filing'
  | 'consentRequest'
  | 'activistForm'
  | 'inspectionForm'
  | 'writtenReports'
  | 'notice'
  | 'bothNotices'
  | 'opinions'
  | 'earlierFile'
  | 'introducerForm'
  | 'autobiography'
  | 'reviewSummary'
  | 'letters'
  | 'residenceOpinions'
  | 'certificate'
  | 'preReviewRequest'
  | 'form'
  | 'ballots'
  | 'talkEntry'
  | 'partyMinutes'
  | 'admissionForm'
  | 'oathRecord'
  | 'probationForm'
  | 'conversionApplication'
  | 'archiveList';

type Papers = readonly (StepPaper | readonly [StepPaper, Case])[];

const DECISION: Papers = [
  ['committeeMinutes', 'withCommittee'],
  ['branchMinutes', 'withoutCommittee'],
];

/**
 * Who takes each step and which papers it leaves or asks for, as the flow chart of 25 steps and the lists of offices have
 * them. A plan's own list of materials says which of them it collects; this says what the step itself needs.
 */
const NEEDS: Record<StepName, { by: Actor; papers: Papers }> = {
  application: { by: 'person', papers: ['application'] },
  talk: { by: 'branch', papers: ['talkRecord'] },
  leagueRecommendation: { by: 'league', papers: ['leagueForm'] },
  activist: { by: 'branch', papers: ['recommendation', ['leagueForm', 'youngLeagueMember'], ...DECISION] },
  activistNotice: { by: 'branch', papers: ['notice'] },
  activistFiling: { by: 'committee', papers: ['filing'] },
  contactsAssigned: { by: 'branch', papers: ['activistForm'] },
  inspections: { by: 'branch', papers: ['inspectionForm', 'writtenReports'] },
  prospectiveNotice: { by: 'branch', papers: ['notice'] },
  prospective: { by: 'branch', papers: ['opinions', ...DECISION, ['earlierFile', 'moved']] },
  prospectiveFiling: { by: 'committee', papers: ['filing'] },
  introducersAssigned: { by: 'branch', papers: ['introducerForm'] },
  politicalReview: {
    by: 'branch',
    papers: ['autobiography', 'reviewSummary', ['letters', 'kinElsewhere'], ['residenceOpinions', 'mobile']],
  },
  training: { by: 'committee', papers: ['certificate'] },
  branchReview: { by: 'branch', papers: DECISION },
  preReview: { by: 'committee', papers: ['preReviewRequest'] },
  form: { by: 'person', papers: ['form'] },
  branchMeeting: { by: 'branch', papers: ['form', 'branchMinutes', 'ballots'] },
  acceptanceNotice: { by: 'branch', papers: ['notice'] },
  committeeTalk: { by: 'committee', papers: ['talkEntry'] },
  approval: { by: 'committee', papers: ['form', 'partyMinutes'] },
  countyFiling: { by: 'county', papers: ['admissionForm'] },
  assigned: { by: 'branch', papers: [] },
  oath: { by: 'committee', papers: ['oathRecord'] },
  probationInspections: { by: 'branch', papers: ['probationForm'] },
  conversionApplication: { by: 'person', papers: ['conversionApplication'] },
  probationExtension: { by: 'branch', papers: ['branchMinutes', 'ballots'] },
  conversionNotice: { by: 'branch', papers: ['notice'] },
  conversionMeeting: { by: 'branch', papers: ['opinions', 'branchMinutes', 'ballots'] },
  conversionApproval: { by: 'committee', papers: ['partyMinutes'] },
  archived: { by: 'branch', papers: ['archiveList'] },
};

/** Whether a case is this person's; unknown where the roster does not tell, as it never does of kin or former units. */
const CASES = {
  youngLeagueMember: isYoungLeagueMember,
  withCommittee: (plan: Plan, person: Person) => not(lacksCommittee(plan, person)),
  withoutCommittee: lacksCommittee,
  mobile: (_plan: Plan, { data }: Person): Truth => data.mobile,
  kinElsewhere: (): Truth => undefined,
  moved: (): Truth => undefined,
};

/** A paper that a step needs of somebody; with a case where it is not known whether that applies. */
export interface NeededPaper {
  paper: StepPaper;
  case?: Case;
}

/** Since 2026 the superior committee is asked before the notice, with what the branch has found (Art. 13). */
const NEEDS_2026: Partial<Record<StepName, { by: Actor; papers: Papers }>> = {
  prospectiveFiling: {
    by: 'committee',
    papers: ['opinions', ...DECISION, 'consentRequest', ['earlierFile', 'moved']],
  },
  prospectiveNotice: { by: 'branch', papers: ['notice', ['bothNotices', 'mobile']] },
  prospective: { by: 'branch', papers: DECISION },
};

/** Who takes the step, and the papers that it needs of this person under a text of the Rules. */
export function needsOf(
  plan: Plan,
  person: Person,
  step: StepName,
  text: RulesText,
): { by: Actor; papers: NeededPaper[] } {
  const { by, papers } = (text === 2026 ? NEEDS_2026[step] : undefined) ?? NEEDS[step];
  return { by, papers: papers.flatMap(entry => needed(plan, person, entry)) };
}

function needed(plan: Plan, person: Person, entry: Papers[number]): NeededPaper[] {
  if (typeof entry === 'string') return [{ paper: entry }];
  const [paper, when] = entry;
  const applies = CASES[when](plan, person);
  if (applies === false) return [];
  return [applies ? { paper } : { paper, case: when }];
}

/** Whether the League recommends this person: a member below the League's age on the plan's day (28 by practice). */
export function isYoungLeagueMember({ norms, asOf }: Plan, { data }: Person): Truth {
  return meets(data, young(norms.on('league-age', asOf).value!), asOf);
}

/** One condition for each age, so that it is made ready once (condition.ts). */
const young = memoize(4, (below: number): Where => ({ leagueMember: true, age: { max: below - 1 } }));

/** A branch decides in its committee unless the plan says that it has none; then in the branch meeting. */
/** Whether somebody's branch has no committee, so that its meeting decides instead. */
export function lacksCommittee(plan: Plan, { data }: Person): Truth {
  return plan.branches.some(({ name, committee }) => name === data.branch && committee === false);
}
