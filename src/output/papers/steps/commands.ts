import type { Decision } from '../../../facts/procedure/decisions.ts';
import type { StepLabel } from '../../../model/steps.ts';
import type { Texts } from '../../../text/texts.ts';
import { typed } from '../../../text/typed.ts';
import type { PaperKind } from './kinds.ts';

/** A paper of a step: its kind, and the decision that it is about where it is not the usual one. */
type StepPaper = readonly [kind: PaperKind | 'notice', decision?: Decision];

const OPINIONS: readonly StepPaper[] = [['opinions'], ['talks']];

/** The papers that are printed for a step; what a paper needs besides is told by the paper itself. */
const PRINTED: Partial<Record<StepLabel, readonly StepPaper[]>> = {
  activistNotice: [
    ['notice', 'activist'],
    ['notice-result', 'activist'],
  ],
  activist: [['notice', 'activist']],
  activistFiling: [['filing', 'activist']],
  prospectiveNotice: [['notice', 'prospective'], ['notice-result']],
  prospective: OPINIONS,
  prospectiveFiling: [['filing']],
  consent: [...OPINIONS, ['filing']],
  politicalReview: [['letter']],
  training: [['training']],
  preReview: [['pre-review'], ['pre-review-reply']],
  branchMeeting: [['vote']],
  acceptanceNotice: [
    ['notice', 'acceptance'],
    ['notice-result', 'acceptance'],
  ],
  countyFiling: [['filing', 'acceptance']],
  conversionMeeting: [['vote', 'conversion']],
  conversionNotice: [
    ['notice', 'conversion'],
    ['notice-result', 'conversion'],
  ],
  archived: [['archive'], ['record']],
};

/** What is typed to print the papers of a step for one person of the plan at a path. */
export const commandsFor = (step: StepLabel, person: string, path: string): string[] =>
  (PRINTED[step] ?? []).map(([kind, decision]) =>
    [
      kind === 'notice' ? 'plan notice' : `plan paper ${kind}`,
      ...(path === '.' ? [] : [typed(path)]),
      ...(decision === undefined ? [] : [`--stage ${decision}`]),
      `--person ${person}`,
    ].join(' '),
  );

/** The names of the papers of a step, for a page on which nobody types. */
export const papersFor = (step: StepLabel, { stepPapers }: Texts): string[] =>
  (PRINTED[step] ?? []).map(([kind, decision]) =>
    stepPapers.paperOf(
      kind === 'notice' ? stepPapers.listing.notices : stepPapers.kinds[kind],
      decision === undefined ? '' : stepPapers.decisions[decision],
    ),
  );
