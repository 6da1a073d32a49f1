import type { Decision } from '../../../facts/procedure/decisions.ts';
import type { Person, Plan } from '../../../model/plan.ts';
import type { PrintDocument } from '../../print/model.ts';
import { archivePaper } from './archive.ts';
import { filingPaper } from './filing.ts';
import { letterPaper, opinionsPaper, talksPaper } from './letters.ts';
import { noticeResultPaper } from './notice-result.ts';
import { overviewPaper } from './overview.ts';
import type { PaperContext } from './paper.ts';
import { allNominees, announced, filed, votedOn } from './people-concerned.ts';
import { preReviewPaper, preReviewReplyPaper } from './pre-review.ts';
import { recordPaper } from './record.ts';
import { rosterPaper } from './roster.ts';
import { trainingPaper } from './training.ts';
import { votePaper } from './vote.ts';

/** How a paper of the steps is made, and of whom. */
export interface StepPaperSpec {
  build(context: PaperContext): PrintDocument;
  /** the decisions that it can be about, the default first; none where it is always the same paper */
  decisions: readonly Decision[];
  /** whom it is about unless people are named */
  people(plan: Plan, decision: Decision): readonly Person[];
  /** it makes sense without people */
  needsNobody?: true;
  /** tables only, so that a spreadsheet can hold it */
  isTable?: true;
}

const everyone = ({ people }: Plan): readonly Person[] => people;

/** Every paper that `plan paper` prints, in the order of the procedure. A new one is an entry here and its words in stepPapers. */
export const PAPERS = {
  overview: { build: overviewPaper, decisions: [], people: everyone, needsNobody: true, isTable: true },
  roster: { build: rosterPaper, decisions: [], people: everyone, isTable: true },
  record: { build: recordPaper, decisions: [], people: allNominees },
  filing: { build: filingPaper, decisions: ['prospective', 'activist', 'acceptance'], people: filed },
  opinions: { build: opinionsPaper, decisions: [], people: allNominees },
  talks: { build: talksPaper, decisions: [], people: allNominees },
  'notice-result': {
    build: noticeResultPaper,
    decisions: ['prospective', 'activist', 'acceptance', 'conversion'],
    people: announced,
  },
  letter: { build: letterPaper, decisions: [], people: allNominees },
  training: {
    build: trainingPaper,
    decisions: ['prospective', 'activist'],
    people: (plan, decision) => (decision === 'activist' ? plan.people : allNominees(plan)),
    isTable: true,
  },
  'pre-review': { build: preReviewPaper, decisions: [], people: allNominees },
  'pre-review-reply': { build: preReviewReplyPaper, decisions: [], people: allNominees },
  vote: { build: votePaper, decisions: ['acceptance', 'conversion'], people: votedOn, isTable: true },
  archive: { build: archivePaper, decisions: [], people: allNominees, isTable: true },
} satisfies Record<string, StepPaperSpec>;

export type PaperKind = keyof typeof PAPERS;

export const PAPER_KINDS = Object.keys(PAPERS) as PaperKind[];
