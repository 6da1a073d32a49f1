import type { report as zh } from '../zh/report.ts';
import { step as stepName } from './steps.ts';
import { article, list, perBranch, quantity, share, windowText } from './words.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const range = (min: number, max: number | null) =>
  max === null ? `≥${min}` : min === max ? String(min) : min === 0 ? `≤${max}` : `${min}–${max}`;

export const report: typeof zh = {
  title: (organization, year) => `${organization}: plan for developing new Party members, ${year}`,
  verdict: { pass: 'Ready to submit', fail: 'Not ready to submit', unreadable: 'Could not be checked' },
  qualified: { partly: 'No errors, but not everything was checked', nothing: 'Nothing to check' },
  checked: (whole, partly, none) =>
    [
      whole.length > 0 && `Checked: ${whole.join(', ')}`,
      partly.length > 0 && `only partly: ${partly.join(', ')}`,
      none.length > 0 && `not checked (not in the plan): ${none.join(', ')}`,
    ]
      .filter(part => part !== false)
      .join('; '),
  counts: ({ error, warning, info }) =>
    `${plural(error, 'error')}, ${plural(warning, 'warning')}, ${plural(info, 'note')}`,
  severity: { error: 'error', warning: 'warning', info: 'note' },
  quota: {
    heading: 'Quota',
    summary: (total, nominees, parts) =>
      `Total ${quantity(total)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}; ${plural(nominees, 'nominee')}`,
    noRoster: 'No roster was read: only the plan itself is checked',
    part: (name, count) => `${name} ${quantity(count)}`,
    years: (years, tolerance) =>
      `over ${plural(years, 'year')}${tolerance === undefined ? '' : `, ±${tolerance} in each`}`,
    batches: parts => `in batches: ${parts.join(', ')}`,
    perBranch: (min, max) => `for each branch ${perBranch(min, max)}`,
  },
  structure: {
    heading: 'Structure',
    columns: ['Demand', 'Share', 'Exact', 'Needed', 'Planned', 'Have', 'Result'],
    demand: (comparator, amount) =>
      `${{ min: 'min', max: 'max', about: 'about', exactly: 'exactly', actual: 'in fact' }[comparator]} ${share(amount)}`,
    heads: range,
    step: (whole, step) => `Of ${whole}, one person is ${step.replace('%', '')} points.`,
    of: name => ` (of ${name})`,
    advisory: ' (advisory)',
    met: 'met',
    short: heads => `${heads} short`,
    over: heads => `${heads} over`,
    noNominees: 'no nominees',
    unknown: people => `${people} unknown`,
    obstacle: {
      'total-unknown': 'total not known: not checked',
      'count-unknown': 'slots not known: not checked',
      'base-unknown': 'base not understood: not checked',
      'no-integer': 'no whole number fits',
    },
  },
  reserve: {
    slot: (category, number) => `${category} ${number}`.trim(),
    heading: 'Reserves',
    summary: (min, max, slots, allMin, allMax, have) =>
      `${max === null ? `At least ${min}` : min === max ? min : `${min}–${max}`} for each slot: ${allMax === null ? `at least ${allMin}` : `${allMin}–${allMax}`} for ${plural(slots, 'slot')}; ${plural(have, 'eligible activist')} in stock.`,
    columns: ['Slot', 'Nominee', 'Reserves', 'No.', 'By'],
    by: { plan: 'roster', tool: 'tool', both: 'both' },
    nobody: 'vacant',
    pool: names => `Not assigned to a slot: ${names.join(', ')}`,
  },
  timeline: {
    heading: 'Timeline',
    columns: ['Date', 'Day', 'Step', 'Days', 'Working', 'Remarks'],
    weekday: day => ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][day]!,
    weekdays: (from, to) => `${from}–${to}`,
    undated: 'undated',
    window: windowText,
    span: (from, to) => `${from} to ${to}`,
    by: when => `by ${when}`,
    days: String,
    holiday: (name, days) => `${shortDays(days)} ${name}`,
    weekend: days => `${shortDays(days)} weekend`,
    makeup: days => `${shortDays(days)} make-up workday`,
    provisional: unsure =>
      unsure.length === 0 ? 'provisional' : `provisional (${shortDays(unsure)} may be off)`,
    computed: 'computed',
    localHoliday: 'local holiday',
  },
  upcoming: {
    heading: 'Next 30 days',
    columns: ['Due', 'What', 'Remarks'],
    papers: step => `papers (${step})`,
    lacking: names => `still lacking: ${list(names)}`,
    event: step => stepName(step),
    people: names => list(names),
  },
  findings: {
    heading: (severity, count, groups) =>
      `${{ error: 'Errors', warning: 'Warnings', info: 'Notes' }[severity]} (${groups === count ? count : `${count}, in ${plural(groups, 'entry', 'entries')}`})`,
    source: (document, of) => `Source: ${document}${of && `, ${article(of)}`}`,
    at: place => ` (${place})`,
    summary: 'By rule',
    summaryColumns: ['Severity', 'Rule', 'What', 'Found'],
    leftOut: (warnings, infos) =>
      `Errors only; left out: ${[warnings > 0 && plural(warnings, 'warning'), infos > 0 && plural(infos, 'note')].filter(part => part !== false).join(', ')}.`,
    waived: count => `Waived (${count})`,
    waivedLine: (message, reason, approvedBy) => `${message}. Reason: ${reason} (approved by ${approvedBy})`,
    formOnly: 'The file has format errors; the content can be checked once they are mended',
  },
  closing: (verdict, errors, warnings, partly, absent) =>
    `${verdict}: ${
      errors > 0
        ? `mend ${plural(errors, 'error')}, then run plan check again.`
        : warnings > 0
          ? `read ${plural(warnings, 'warning')} before submitting.`
          : 'no errors, no warnings.'
    }${errors === 0 && partly.length > 0 ? ` Not fully checked: ${partly.join(', ')}; complete what is missing or check it yourself.` : ''}${errors === 0 && absent.length > 0 ? ` Nothing of this in the plan, and so not checked: ${absent.join(', ')}.` : ''}`,
};

function shortDays(isos: readonly string[]): string {
  const days = isos.map(iso => Number(iso.slice(8)));
  const consecutive =
    days.length > 2 && days.every((day, index) => index === 0 || day === days[index - 1]! + 1);
  return consecutive ? `${days[0]}–${days.at(-1)}` : days.join(', ');
}
