import type { Candidate } from '../generated/types.ts';
import vocabulary from '../generated/vocabulary.json' with { type: 'json' };
import type { Day } from './day.ts';
import { type KnownDate, knownDate } from './period.ts';

/** Stages of development: 申请人, 积极分子, 发展对象, 预备党员, 正式党员. */
export type Stage = keyof typeof vocabulary.stage;

const STAGES = Object.keys(vocabulary.stage) as Stage[];

const LATEST_FIRST = STAGES.toReversed();

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

/** The date of an event, whichever way it is written; undefined where it is not known. */
export function eventDate(person: Pick<Candidate, 'events'>, event: keyof Events): KnownDate | undefined {
  const written: unknown = person.events?.[event];
  if (typeof written === 'string') return knownDate(written);
  if (written === null || typeof written !== 'object') return undefined;
  const { on, to, end } = written as { on?: string; to?: string; end?: string };
  const date = on ?? to ?? end;
  return date === undefined ? undefined : knownDate(date);
}

/** The stage that somebody has certainly reached on a day: from the events, else as the roster states it. */
export function stageOn(person: Candidate, day: Day): Stage | undefined {
  for (const stage of LATEST_FIRST) {
    const begun = eventDate(person, BEGINS[stage]);
    if (begun && begun.last <= day) return later(stage, person.stage);
  }
  return person.stage;
}

/** Rosters name the present stage and often only the older dates. */
const later = (a: Stage, b: Stage | undefined): Stage => (b !== undefined && isAtLeast(b, a) ? b : a);

/** Whether a stage is the other or comes after it. */
export const isAtLeast = (stage: Stage, other: Stage): boolean =>
  STAGES.indexOf(stage) >= STAGES.indexOf(other);
