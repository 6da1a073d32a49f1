import { isNotice } from '../../facts/procedure/notices.ts';
import type { Step as StepData } from '../../generated/types.ts';
import { isRefused, type Place } from '../../model/place.ts';
import type { Duration, Predecessor, Step } from '../../model/plan.ts';
import { parseDay } from '../../values/day.ts';
import { leastExact, type Window } from '../../values/window.ts';
import { kindsOfName } from './kind.ts';
import { lengthIn } from './length.ts';
import { stepWindow, type WINDOW_FIELDS } from './step-window.ts';

/** Links a step of the timeline. A window of the year (6月上旬) gives it its first and last day. */
export function buildStep(data: StepData, place: Place, year: number): Step {
  const window = (field: (typeof WINDOW_FIELDS)[number]): Window | undefined => {
    const read = stepWindow(data, field, year);
    // What is no day of this year is reported where the file is read (dates.ts).
    return read && 'failure' in read ? undefined : read;
  };
  const begins = window('from');
  // 起：9月 and nothing else: it begins some day of September, so that is when it takes place.
  const isAlone = [data.on, data.to, data.duration].every(text => text === undefined);
  const isPart = begins !== undefined && begins.to > begins.from && isAlone;
  const on = isPart ? begins : window('on');
  const from = isPart ? undefined : begins;
  const to = window('to');
  const deadline = window('deadline');
  // 日期：6月8日前 is a deadline.
  const until = on?.by ? on : undefined;
  const named = data.kind === undefined ? kindsOfName(data.name) : [];
  const isClear = named.length === 1;
  const kind = data.kind ?? (isClear ? named[0]! : 'other');
  const isSpan = on?.precision === 'day' && on.to > on.from;
  const end = to?.to ?? (on && !until && on.to > on.from ? on.to : undefined);
  const duration =
    parseDuration(data.duration) ??
    on?.length ??
    from?.length ??
    (to || isSpan ? undefined : lengthOf(data, kind, place));
  const begin = on ?? from;
  // A day that was not understood is no day on which it begins or ends: without it nothing is known of how long it takes.
  const needed: Step['lost'] = begin
    ? end === undefined && duration === undefined
      ? ['to', 'duration']
      : NONE
    : to && duration
      ? NONE
      : ['on', 'from'];
  const lost = needed.filter(field => isLost(place, field));
  const isUnclear = lost.length > 0;
  return {
    id: data.id,
    name: data.name,
    kind,
    kindFromName: isClear,
    named: isClear ? NONE : named,
    on: until || isUnclear ? undefined : on?.from,
    from: isUnclear ? undefined : from?.from,
    to: isUnclear ? undefined : end,
    duration: isUnclear ? undefined : duration,
    lost,
    after: predecessorsOf(data.after),
    deadline: deadline?.to ?? until?.to,
    precision: leastExact([on, from, to].filter(own => !own?.by)),
    said: saidOf({ on: until ? undefined : on, from, to, deadline: deadline ?? until }),
    ...([on, from, to, deadline].some(own => own?.isOtherYear) && { isOtherYear: true as const }),
    phase: data.phase,
    done: data.done === undefined ? undefined : parseDay(data.done),
    hours: data.hours,
    due: data.due ?? [],
    owner: data.owner,
    note: data.note,
    place,
  };
}

/** Days that are simply days need no words. */
function saidOf(windows: Step['said']): Step['said'] {
  for (const window of Object.values(windows))
    if (window && (window.words !== '' || window.time !== undefined)) return windows;
  return NOTHING_SAID;
}

const NONE: readonly never[] = [];
const NOTHING_SAID: Step['said'] = {};

/** Whether a field was refused or says that it is not known. One that is empty says nothing, and 无 that there is none. */
const isLost = (place: Place, field: string): boolean =>
  place.has(field) && (isRefused(place, field) || /[不未待]/.test(place.at(field).quote()));

/** The length that the name of a notice or a training says, where the plan has no field of it. */
function lengthOf({ name }: StepData, kind: Step['kind'], place: Place): Duration | undefined {
  return (isNotice(kind) || kind === 'training') && !place.has('duration') ? lengthIn(name) : undefined;
}

function parseDuration(text: string | undefined): Duration | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d+)(d|wd)$/.exec(text)!;
  return { count: Number(match[1]), unit: match[2] as Duration['unit'] };
}

/** `[review, notice+5d]` */
function predecessorsOf(texts: readonly string[] | undefined): Predecessor[] {
  const predecessors: Predecessor[] = [];
  for (const text of texts ?? []) {
    const [id, lag] = text.split('+') as [string, string?];
    predecessors.push({ id, lag: parseDuration(lag) });
  }
  return predecessors;
}
