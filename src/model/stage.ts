import type { Candidate } from '../generated/types.ts';
import vocabulary from '../generated/vocabulary.json' with { type: 'json' };
import type { Day } from '../values/day.ts';
import { type KnownDate, knownDate } from '../values/period.ts';

/** Stages of development: 申请人, 积极分子, 发展对象, 预备党员, 正式党员. */
export type Stage = keyof typeof vocabulary.stage;

const STAGES = Object.keys(vocabulary.stage) as Stage[];

/** The dated steps that somebody has taken. */
export type Events = NonNullable<Candidate['events']>;

/** The event that begins each stage. Probation counts from the branch meeting (Charter, Art. 7), not from the oath. */
export const BEGINS: Record<Stage, keyof Events> = {
  applicant: 'application',
  activist: 'activist',
  prospective: 'prospective',
  probationary: 'branchMeeting',
  full: 'conversionMeeting',
};

/**
 * The dates of somebody's events that are known, whichever way they are written; of those that are repeated each has its own
 * (procedure/steps.ts, which fills them in). Read once, since every rule of periods asks for some. All are named, so that those
 * of all people are made alike: V8 finds the fields of like objects several times faster.
 */
export class EventDates implements Record<keyof Events, KnownDate | undefined> {
  application: KnownDate | undefined = undefined;
  talk: KnownDate | undefined = undefined;
  leagueRecommendation: KnownDate | undefined = undefined;
  activist: KnownDate | undefined = undefined;
  activistNotice: KnownDate | undefined = undefined;
  activistFiling: KnownDate | undefined = undefined;
  contactsAssigned: KnownDate | undefined = undefined;
  inspections: KnownDate | undefined = undefined;
  prospectiveNotice: KnownDate | undefined = undefined;
  prospective: KnownDate | undefined = undefined;
  prospectiveFiling: KnownDate | undefined = undefined;
  introducersAssigned: KnownDate | undefined = undefined;
  politicalReview: KnownDate | undefined = undefined;
  training: KnownDate | undefined = undefined;
  branchReview: KnownDate | undefined = undefined;
  preReview: KnownDate | undefined = undefined;
  form: KnownDate | undefined = undefined;
  branchMeeting: KnownDate | undefined = undefined;
  acceptanceNotice: KnownDate | undefined = undefined;
  committeeTalk: KnownDate | undefined = undefined;
  approval: KnownDate | undefined = undefined;
  countyFiling: KnownDate | undefined = undefined;
  assigned: KnownDate | undefined = undefined;
  oath: KnownDate | undefined = undefined;
  probationInspections: KnownDate | undefined = undefined;
  transferredIn: KnownDate | undefined = undefined;
  probationExtension: KnownDate | undefined = undefined;
  conversionApplication: KnownDate | undefined = undefined;
  conversionMeeting: KnownDate | undefined = undefined;
  conversionNotice: KnownDate | undefined = undefined;
  conversionApproval: KnownDate | undefined = undefined;
  archived: KnownDate | undefined = undefined;
  leaving: KnownDate | undefined = undefined;
}

/** The date of an event; undefined where it is not known. */
export const eventDate = (person: Pick<Candidate, 'events'>, event: keyof Events): KnownDate | undefined =>
  dateOf(person.events?.[event]);

/** The date of an event as it is written: alone, or with details. Of a list each item has its own. */
export function dateOf(written: unknown): KnownDate | undefined {
  if (typeof written === 'string') return knownDate(written);
  if (written === null || typeof written !== 'object') return undefined;
  const { on, to, end } = written as { on?: string; to?: string; end?: string };
  const date = on ?? to ?? end;
  return date === undefined ? undefined : knownDate(date);
}

/** The stage that the events alone show to be reached on a day. */
export function stageByEvents(dates: EventDates, day: Day): Stage | undefined {
  // Field by field: asked of every person by many rules, and looked up by their names they cost several times as much.
  const { application, activist, prospective, branchMeeting, conversionMeeting } = dates;
  if (conversionMeeting !== undefined && conversionMeeting.last <= day) return 'full';
  if (branchMeeting !== undefined && branchMeeting.last <= day) return 'probationary';
  if (prospective !== undefined && prospective.last <= day) return 'prospective';
  if (activist !== undefined && activist.last <= day) return 'activist';
  return application !== undefined && application.last <= day ? 'applicant' : undefined;
}

/** The stage that somebody has certainly reached on a day: from the events, else as the roster states it. */
export function stageOn({ dates, data: { stage: stated } }: Dated, day: Day): Stage | undefined {
  const shown = stageByEvents(dates, day);
  // Rosters name the present stage and often only the older dates.
  return shown === undefined || (stated !== undefined && isAtLeast(stated, shown)) ? stated : shown;
}

/** What of a person tells the stage. */
export interface Dated {
  dates: EventDates;
  data: Pick<Candidate, 'stage'>;
}

/** Whether a stage is the other or comes after it. */
export const isAtLeast = (stage: Stage, other: Stage): boolean => RANK[stage] >= RANK[other];

const RANK = Object.fromEntries(STAGES.map((stage, index) => [stage, index])) as Record<Stage, number>;
