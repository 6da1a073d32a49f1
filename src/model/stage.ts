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
 * The dates of somebody's events, whichever way they are written; undefined where one is not known. What is repeated has none
 * here: each time has its own (steps.ts).
 */
export type EventDates = Partial<Record<keyof Events, KnownDate>>;

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
