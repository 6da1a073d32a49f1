import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ScheduledStep } from '../../facts/schedule/resolve.ts';
import type { Plan, Step } from '../../model/plan.ts';
import { unitIn } from '../../model/unit-names.ts';
import type { Texts } from '../../text/texts.ts';
import { type Day, isoOf } from '../../values/day.ts';
import { planTitle } from '../findings/rows.ts';
import type { Gate } from '../gate.ts';
import { visible } from '../layout/clean.ts';
import { whenSaid } from './when.ts';

/** Lines of a calendar file end so (RFC 5545, 3.1). */
const END = '\r\n';

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LONGEST = 75;

/** Reminders: at nine in the morning, three days and one day before. */
const REMINDERS = ['-P2DT15H', '-PT15H'];

/** At nine on the last day of a step of several days; its event ends at midnight. */
const LAST_DAY = '-PT15H';

/**
 * When a step is in the calendar; undefined where nothing says when it is. What is to be done by a day stands on that day, however
 * long it takes.
 */
export function daysOf({ from, to, kind }: ScheduledStep): { from: Day; to: Day } | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  return { from: kind === 'deadline' ? to : from, to };
}

/**
 * The dated steps as all-day events for any calendar (RFC 5545). An event keeps its UID when the plan is printed again, and its
 * SEQUENCE grows with the day of printing, so that a calendar changes it instead of adding another. Dates are without times, so
 * no time zone can move them.
 * @param kept the name under which the plan is kept (`nameKept`)
 */
export function calendarFile(
  plan: Plan,
  steps: readonly ScheduledStep[],
  { texts, gate, kept }: { texts: Texts; gate: Gate; kept: string },
): string {
  const { ics } = texts.papers;
  const stamp = `${compact(plan.asOf)}T000000Z`;
  const title = gate.text(planTitle({ plan }, texts));
  const events = steps.flatMap(scheduled => {
    const days = daysOf(scheduled);
    return days ? event(scheduled, days.from, days.to, { plan, stamp, texts, gate, kept }) : [];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//plan//plan//${texts.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(title)}`,
    `X-WR-CALDESC:${escaped(ics.description)}`,
    ...events,
    'END:VCALENDAR',
  ]
    .map(line => folded(line) + END)
    .join('');
}

function event(
  scheduled: ScheduledStep,
  from: Day,
  to: Day,
  { plan, stamp, texts, gate, kept }: { plan: Plan; stamp: string; texts: Texts; gate: Gate; kept: string },
): string[] {
  const { ics } = texts.papers;
  const { step } = scheduled;
  const said = whenSaid(scheduled, texts, plan.year);
  const material = new Map(plan.materials.map(({ id, name }) => [id, name]));
  const papers = step.due.map(id => material.get(id) ?? id);
  const details = [
    step.owner && ics.owner(step.owner),
    papers.length > 0 && ics.materials(papers),
    said !== undefined && ics.when(said),
    step.deadline !== undefined && scheduled.kind !== 'deadline' && ics.deadline(isoOf(step.deadline)),
    step.note,
  ].filter(line => typeof line === 'string' && line !== '');
  const name = gate.text(scheduled.kind === 'deadline' ? ics.due(step.name) : step.name);
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(plan, step, kept)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${Math.max(0, plan.asOf)}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    // The end of an all-day event is the day after its last.
    `DTEND;VALUE=DATE:${compact(to + 1)}`,
    `SUMMARY:${escaped(name)}`,
    ...(details.length > 0 ? [`DESCRIPTION:${escaped(gate.text(details.join('\n')))}`] : []),
    ...(step.phase ? [`CATEGORIES:${escaped(gate.text(step.phase))}`] : []),
    'TRANSP:TRANSPARENT',
    ...(step.done === undefined ? REMINDERS.flatMap(trigger => alarm(`TRIGGER:${trigger}`, name)) : []),
    ...(step.done === undefined && to > from
      ? alarm(`TRIGGER;RELATED=END:${LAST_DAY}`, ics.lastDay(name))
      : []),
    'END:VEVENT',
  ];
}

const alarm = (trigger: string, text: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  trigger,
  `DESCRIPTION:${escaped(text)}`,
  'END:VALARM',
];

/**
 * Units whose plans go into one calendar are told apart by their code, or by what the county calls them: such a unit may be renamed
 * and the events stay the same. Without those its name counts, however its Party body is called, and the name under which the plan is
 * kept: many keep theirs in a folder called 计划, and the events of one unit would replace another's. Both are the same on every machine
 * that the folder is copied to, which its whole path is not.
 */
function uidOf({ organization, county, year }: Plan, { id }: Step, kept: string): string {
  const unit = organization.code ?? county?.township ?? `${unitIn(organization.name)}/${kept}`;
  return `${bytesToHex(sha256(utf8ToBytes(`${unit}\n${year}\n${id}`))).slice(0, 32)}@plan`;
}

const compact = (day: Day): string => isoOf(day).replaceAll('-', '');

const escaped = (text: string): string =>
  visible(text)
    .replace(/[\\;,]/g, char => `\\${char}`)
    .replace(/\n/g, '\\n')
    .replace(/\t/g, ' ');

/** Lines of at most 75 octets; a character is never cut, and neither is a pair of surrogates. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const char of line) {
    const size = utf8ToBytes(char).length;
    if (octets + size > LONGEST) {
      result += `${END} `;
      octets = 1;
    }
    result += char;
    octets += size;
  }
  return result;
}
