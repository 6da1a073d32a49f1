import type { Candidate } from '../generated/types.ts';
import { historyOf } from '../norms/norms.ts';
import { type Day, isoOf, parseDay } from '../values/day.ts';
import { type KnownDate, knownDate } from '../values/period.ts';
import { dateOf, type EventDates } from './stage.ts';

type Events = NonNullable<Candidate['events']>;
export type EventName = keyof Events;
/** The steps of the procedure; leaving the unit, moving to it and the term of probation are none of them. */
export type StepName = Exclude<EventName, 'leaving' | 'transferredIn' | 'probation'>;

/** What a paper says was done before it: a step, a year of cultivation as an activist, or the end of probation. */
export type Claim = StepName | 'cultivated' | 'probationOver';

/** The text of the Rules by which a step is judged: the one in force on its day. */
export type RulesText = 2014 | 2026;

const SINCE_2026 = parseDay(historyOf('consent')[1]!.from)!;

export const rulesOn = (day: Day): RulesText => (day < SINCE_2026 ? 2014 : 2026);

/**
 * The steps in their order (the 25 of the flow chart, with notices, the League's recommendation and an extended
 * probation), each with its stage of the procedure. Of stages the Rules say which comes first; within one the order is only
 * the flow chart's. The order is that of the 2026 text; `orderOf` knows what the text of 2014 has otherwise.
 */
const STAGE_OF: Record<StepName, number> = {
  application: 1,
  talk: 2,
  leagueRecommendation: 2,
  activist: 3,
  activistNotice: 4,
  activistFiling: 4,
  contactsAssigned: 4,
  inspections: 4,
  // Since 2026 the superior committee agrees, then comes the notice, then the listing (Art. 13).
  prospectiveFiling: 5,
  prospectiveNotice: 6,
  prospective: 7,
  introducersAssigned: 8,
  politicalReview: 8,
  training: 8,
  branchReview: 9,
  preReview: 10,
  form: 11,
  branchMeeting: 12,
  acceptanceNotice: 12,
  committeeTalk: 12,
  approval: 13,
  countyFiling: 14,
  assigned: 14,
  oath: 14,
  probationInspections: 14,
  conversionApplication: 15,
  probationExtension: 16,
  conversionMeeting: 17,
  conversionNotice: 17,
  conversionApproval: 18,
  archived: 19,
};

/** Every step, in the order of the procedure. */
export const STEPS = Object.keys(STAGE_OF) as StepName[];

const NUMBER_OF = new Map(STEPS.map((name, index) => [name, index]));

const numberOf = (name: StepName): number => NUMBER_OF.get(name)!;

/** Every step in the order of a text: that of 2014 lists somebody, then files it, and knows no notice. */
export const stepsUnder = (text: RulesText): readonly StepName[] => (text === 2026 ? STEPS : STEPS_2014);

const STEPS_2014 = STEPS.flatMap((name): StepName[] =>
  name === 'prospectiveFiling' ? [] : name === 'prospective' ? [name, 'prospectiveFiling'] : [name],
);

/** What a step is called: the filing of the 2014 text is an agreement (同意) since 2026. */
export type StepLabel = EventName | 'consent';

export const labelOf = (name: EventName, text: RulesText): StepLabel =>
  name === 'prospectiveFiling' && text === 2026 ? 'consent' : name;

/** The steps from one on, that one included; to another, where it is given. */
export const stepsFrom = (name: StepName, to: StepName = 'archived'): StepName[] =>
  STEPS.slice(numberOf(name), numberOf(to) + 1);

/** Inspections are repeated while the procedure goes on: they lie between two steps, not before those in between. */
const REPEATED: Partial<Record<StepName, { after: StepName; until: StepName }>> = {
  inspections: { after: 'activist', until: 'branchMeeting' },
  probationInspections: { after: 'branchMeeting', until: 'conversionMeeting' },
};

/** `rules`: the Rules put the one before the other; `chart`: only the flow chart does; undefined: nothing does. */
export type Order = 'rules' | 'chart' | undefined;

/** What puts `before` ahead of `step`, a later one of the list (or the same, for what is repeated), under a text. */
export function orderOf(before: StepName, step: StepName, text: RulesText): Order {
  const goesOn = REPEATED[before];
  const own = REPEATED[step];
  if (before === step) return 'rules';
  if (goesOn && numberOf(step) < numberOf(goesOn.until)) return undefined;
  if (own && numberOf(before) > numberOf(own.after)) return undefined;
  if (LOCAL.has(before) || LOCAL.has(step)) return localOrder(before, step);
  // Who is not trained cannot be admitted (Art. 17); that the reviews come after the course is only the flow chart's.
  if (before === 'training' && (step === 'branchReview' || step === 'preReview')) return 'chart';
  // After an extension one applies again.
  if (before === 'conversionApplication' && step === 'probationExtension') return undefined;
  if (text === 2014 && numberOf(before) >= numberOf('prospectiveFiling') && before !== 'prospective') {
    // Somebody is listed once the superior committee has the filing, the flow chart files the decision.
    if (before === 'prospectiveFiling')
      return step === 'prospective' || step === 'prospectiveNotice' ? undefined : 'rules';
    // No article of 2014 asks for a notice; offices hold it before the listing.
    if (before === 'prospectiveNotice') return step === 'prospective' ? 'chart' : undefined;
  }
  if (text === 2014 && step === 'prospectiveNotice')
    return STAGE_OF[before] < STAGE_OF.inspections ? 'rules' : 'chart';
  return STAGE_OF[before] < STAGE_OF[step] ? 'rules' : 'chart';
}

/** Notices of local practice: before or after the step that they tell of, as the place has it. */
const LOCAL: ReadonlySet<StepName> = new Set(['activistNotice', 'conversionNotice']);

/** They lie somewhere in their phase: not before what begins it, not after what ends it. */
function localOrder(before: StepName, step: StepName): Order {
  return STAGE_OF[step] - STAGE_OF[before] > 1 ? 'rules' : undefined;
}

/** A step of which the roster has the date. */
export interface DatedStep {
  name: StepName;
  /** from the person's place to the date on which it began */
  path: readonly (string | number)[];
  /** which one it is of those that are repeated, from 1 */
  number: number;
  start: KnownDate;
  /** the same day, but for notices and training */
  end: KnownDate;
}

/** Somebody's events, each of which is read once. */
export interface ReadEvents {
  dates: EventDates;
  /** the steps in the order of the procedure; those that are repeated in the order of the roster */
  dated: readonly DatedStep[];
  /** whether one of them is told with more than its date */
  isDetailed: boolean;
}

/** Reads the dates of the schema's forms; RangeError for a date that the schema does not let through. */
export function readEvents(events: Candidate['events'] = {}): ReadEvents {
  const dates: EventDates = {};
  const dated: DatedStep[] = [];
  let isDetailed = false;
  for (const [name, written] of Object.entries(events) as [StepName, unknown][]) {
    if (!Array.isArray(written)) {
      dates[name] = dateOf(written);
      isDetailed ||= typeof written !== 'string';
      // Leaving is no step; it has a date all the same.
      if (NUMBER_OF.has(name)) dated.push(...datedSteps(written, name, 1, ['events', name]));
      continue;
    }
    // A second extension of probation is a breach; the first one is what counts.
    if (name === 'probationExtension') dates[name] = dateOf(written.find(item => item !== null));
    isDetailed ||= written.some(item => item !== null && typeof item === 'object');
    for (const [index, item] of written.entries())
      dated.push(...datedSteps(item, name, index + 1, ['events', name, index]));
  }
  return { dates, dated: dated.sort((a, b) => numberOf(a.name) - numberOf(b.name)), isDetailed };
}

/** The step that is written at a path, where it has a date. */
function datedSteps(
  written: unknown,
  name: StepName,
  number: number,
  path: readonly (string | number)[],
): DatedStep[] {
  if (typeof written === 'string') {
    const date = knownDate(written);
    return [{ name, number, start: date, end: date, path }];
  }
  if (written === null || typeof written !== 'object') return [];
  const { on, from, to, start, end } = written as Record<string, string | undefined>;
  const first = on ?? from ?? start;
  const last = on ?? to ?? end;
  if (first === undefined || last === undefined) return [];
  const field = on !== undefined ? 'on' : from !== undefined ? 'from' : 'start';
  return [{ name, number, start: knownDate(first), end: knownDate(last), path: [...path, field] }];
}

/** Whether the last dated step is `name` or a later one. */
export function comesTo({ dated }: Pick<ReadEvents, 'dated'>, name: StepName): boolean {
  const last = dated.at(-1);
  return last !== undefined && numberOf(last.name) >= numberOf(name);
}

/** Whether one of these steps has a date, known or planned. */
export const hasAny = ({ dated }: Pick<ReadEvents, 'dated'>, names: readonly StepName[]): boolean =>
  dated.length > 0 && dated.some(({ name }) => names.includes(name));

/** `2016-06-04`, or `2016-06` where only the month is known. */
export const dateText = ({ first, last }: KnownDate): string =>
  first === last ? isoOf(first) : isoOf(first).slice(0, 7);
