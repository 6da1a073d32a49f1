import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ScheduledStep } from '../../facts/schedule/resolve.ts';
import type { Plan, Step } from '../../model/plan.ts';
import type { Texts } from '../../text/texts.ts';
import { type Day, isoOf } from '../../values/day.ts';
import { titleOf } from '../findings/rows.ts';
import type { Gate } from '../gate.ts';
import { visible } from '../layout/clean.ts';

/** Lines of a calendar file end so (RFC 5545, 3.1). */
const END = '\r\n';

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LONGEST = 75;

/** Reminders: at nine in the morning, three days and one day before. */
const REMINDERS = ['-P2DT15H', '-PT15H'];

/**
 * The dated steps as all-day events for any calendar (RFC 5545). An event keeps its UID when the plan is printed again, so
 * that a calendar changes it instead of adding another. Dates are without times, so no time zone can move them.
 */
export function calendarFile(plan: Plan, steps: readonly ScheduledStep[], texts: Texts, gate: Gate): string {
  const { ics } = texts.papers;
  const stamp = `${compact(plan.asOf)}T000000Z`;
  const title = gate.text(titleOf({ plan }, texts));
  const events = steps.flatMap(({ step, from, to }) =>
    from === undefined || to === undefined || to < from
      ? []
      : event(step, from, to, { plan, stamp, texts, gate }),
  );
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
  step: Step,
  from: Day,
  to: Day,
  { plan, stamp, texts, gate }: { plan: Plan; stamp: string; texts: Texts; gate: Gate },
): string[] {
  const { ics } = texts.papers;
  const material = new Map(plan.materials.map(({ id, name }) => [id, name]));
  const papers = step.due.map(id => material.get(id) ?? id);
  const details = [
    step.owner && ics.owner(step.owner),
    papers.length > 0 && ics.materials(papers),
    step.deadline !== undefined && ics.deadline(isoOf(step.deadline)),
    step.note,
  ].filter(line => typeof line === 'string' && line !== '');
  const name = gate.text(step.name);
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(plan, step)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    // The end of an all-day event is the day after its last.
    `DTEND;VALUE=DATE:${compact(to + 1)}`,
    `SUMMARY:${escaped(name)}`,
    ...(details.length > 0 ? [`DESCRIPTION:${escaped(gate.text(details.join('\n')))}`] : []),
    ...(step.phase ? [`CATEGORIES:${escaped(gate.text(step.phase))}`] : []),
    'TRANSP:TRANSPARENT',
    ...(step.done === undefined
      ? REMINDERS.flatMap(trigger => [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `TRIGGER:${trigger}`,
          `DESCRIPTION:${escaped(name)}`,
          'END:VALARM',
        ])
      : []),
    'END:VEVENT',
  ];
}

const uidOf = ({ organization, year }: Plan, { id }: Step): string =>
  `${bytesToHex(sha256(utf8ToBytes(`${organization.name}\n${year}\n${id}`))).slice(0, 32)}@plan`;

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
