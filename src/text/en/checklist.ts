import type { Actor, Case } from '../../facts/procedure/needs.ts';
import type { checklist as zh } from '../zh/checklist.ts';
import { step as stepName } from './steps.ts';
import { count, fullDate } from './words.ts';

const ACTOR: Record<Actor, string> = {
  person: 'the person',
  league: 'the League',
  branch: 'the branch',
  committee: 'the committee above',
  county: "the county's organization department",
};

const CASE: Record<Case, string> = {
  youngLeagueMember: 'League members of the age for it, generally under 28',
  withCommittee: 'where the branch has a committee',
  withoutCommittee: 'where the branch has no committee',
  mobile: 'mobile people',
  kinElsewhere: 'where close relations live elsewhere or are not known',
  moved: 'where somebody has changed the unit',
};

const stepWhen: (typeof zh)['stepWhen'] = (step, { earliest, latest, urgency }) => {
  const bounds = [earliest && `from ${fullDate(earliest)}`, latest && `by ${fullDate(latest)}`, urgency];
  const known = bounds.filter(part => part !== '').join(', ');
  return `${stepName(step)}${known && ` (${known})`}`;
};

export const checklist: typeof zh = {
  title: (organization, year) => `${organization}: papers for new Party members, ${year}`,
  asOf: iso => `as of ${fullDate(iso)}`,
  notKept: 'The roster records no papers; fill in materials to have them checked.',
  views: { person: 'person', slot: 'slot', step: 'step' },
  nothing: 'Nothing to list.',
  role: { nominee: 'nominee', reserve: 'reserve' },
  stage: stage => stage ?? '',
  person: (name, role, slot, stage) =>
    `${name} (${[role, slot, stage].filter(part => part !== '').join(', ')})`,
  columns: {
    papers: ['Paper', 'State', 'Dates', 'Due', 'Collected by'],
    slots: ['Slot', 'Name', 'Role', 'In', 'Missing'],
    steps: ['Paper', 'Still lacking'],
  },
  status: {
    in: 'in',
    partial: 'partly',
    missing: 'missing',
    'not-applicable': 'not needed',
    unknown: 'unknown',
  },
  partial: (have, need) => `${have} of ${need}`,
  state: (state, urgency) => state + (urgency && ` (${urgency})`),
  list: items => items.join(', '),
  urgency: { overdue: 'overdue', soon: 'within 30 days', later: '' },
  unrecorded: 'not on the roster; enter it if it was done',
  mobileUnknown:
    'The roster does not say who is mobile: of mobile people the notice hangs at the place left and the place lived in at the same time, and the political review hears both.',
  next: (step, when, by, papers) =>
    `Next: ${stepWhen(step, when)}, by ${ACTOR[by]}${papers.length > 0 ? `; papers: ${papers.join(', ')}` : ''}`,
  stepWhen,
  meanwhile: steps => `Meanwhile: ${steps.join(', ')}`,
  afterwards: steps => `Then: ${steps.join(', ')}`,
  stepPaper: {
    application: 'application to join',
    talkRecord: 'record of the talk',
    leagueForm: "the League's recommendation form",
    recommendation: 'recommendation by members or mass organizations',
    committeeMinutes: 'minutes of the branch committee',
    branchMinutes: 'minutes of the branch meeting',
    filing: 'filing report and reply',
    consentRequest: 'request to list the person and the superior committee’s reply',
    activistForm: 'activist register form',
    inspectionForm: 'cultivation and inspection form',
    writtenReports: 'written reports',
    notice: 'public notice and its result',
    bothNotices: 'notices at the place left and the place lived in, at the same time',
    opinions: 'opinions of the group, the contacts, members and people',
    earlierFile: 'cultivation papers of the former unit',
    introducerForm: 'introducer form',
    autobiography: 'autobiography',
    reviewSummary: 'summary of the political review',
    letters: 'letters of enquiry and replies',
    residenceOpinions: 'opinions of the organizations at the registered and the actual residence',
    certificate: 'certificate of the course',
    preReviewRequest: 'request for the preliminary review and reply',
    form: 'application form (志愿书)',
    ballots: 'ballots and count',
    talkEntry: 'opinion on the talk in the application form',
    partyMinutes: "the committee's minutes and reply",
    admissionForm: 'filing form for the admission',
    oathRecord: 'record of the oath',
    probationForm: 'inspection form for probation',
    conversionApplication: 'application for full membership',
    archiveList: 'list of the archived papers',
  },
  onlyIf: (paper, when) => `${paper} (${CASE[when]})`,
  slotsHeading: 'Papers by slot',
  step: (name, due, owner, urgency) =>
    `${name}${due && `: by ${fullDate(due)}`}${owner && `, ${owner}`}${urgency && ` (${urgency})`}`,
  nobody: 'nobody',
  vacant: 'vacant',
  summary: (people, missing, overdue) =>
    missing === 0
      ? `All papers of ${count(people, 'nominee')} are in.`
      : `${count(people, 'nominee')} lack ${count(missing, 'paper')}${overdue > 0 ? `, ${overdue} of them overdue` : ''}.`,
};
