import { headsOf } from '../../values/quantity.ts';
import { isShareText } from '../../values/share.ts';
import type { explain as zh } from '../zh/explain.ts';
import { known, step as stepName } from './steps.ts';
import { article, quantity, slot as slotWord, share as writtenShare } from './words.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const heads = (min: number, max: number | null) =>
  max === null
    ? `at least ${min}`
    : min === max
      ? String(min)
      : min === 0
        ? `at most ${max}`
        : `${min} to ${max}`;

export const explain: typeof zh = {
  groups: {
    input: 'Files',
    quota: 'Quota',
    structure: 'Structure',
    reserve: 'Reserves',
    candidate: 'People',
    period: 'Periods',
    materials: 'Materials',
    timeline: 'Timeline',
    branch: 'Branches',
    text: 'Wording',
    privacy: 'Personal data',
    pack: 'Local norms',
    waiver: 'Waivers',
    batch: 'Roll-up',
  },
  headings: {
    demand: 'Demand',
    severity: 'Default severity',
    source: 'Source',
    workings: 'With the numbers of this plan',
    found: 'Found in this plan',
    settings: 'Settings',
    bad: 'Bad example',
    good: 'Good example',
    norms: 'Norms (local packs may tighten them)',
  },
  severity: { error: 'error', warning: 'warning', info: 'note' },
  nothingFound: 'nothing found',
  subject: 'the id of the person, slot or step',
  settings:
    'What plan.yaml may say: another severity (error, warning, info, off), other settings, or a waiver for a case that was approved.',
  certainty: { text: 'read in the text', secondary: 'from a copy or report', memory: 'not verified' },
  standing: {
    regulation: 'regulation',
    general: 'regulation, “generally”',
    local: 'common practice',
    optional: 'optional: in force with the pack common or a local one',
  },
  localNumbers: 'regulation; the number is common practice',
  units: {
    months: ' months',
    days: ' days',
    hours: ' class hours',
    'working-days': ' working days',
    people: ' people',
    years: ' years',
    copies: ' copies',
  },
  value: (from, amount, document, standing, certainty) =>
    `${[[from && `from ${from}`, amount].filter(part => part !== '').join(': '), document].filter(part => part !== '').join('  ')} (${standing && `${standing}, `}${certainty})`,
  amount: (value, most, unit) => `${value}${unit}${most === undefined ? '' : `, at most ${most}${unit}`}`,
  article: text => text && `, ${article(text)}`,
  unknownCode: (code, nearest) =>
    `there is no rule or norm "${code}"${nearest ? `; did you mean ${nearest}?` : '; plan explain lists them all'}`,
  several: (words, count) => `${count} have to do with "${words}":`,
  listHint: 'One of them: plan explain CODE; with a plan: plan explain CODE FOLDER',
  workings: {
    share: (name, comparator, amount, whole, exact, min, max, planned, have, haveShare) =>
      `${name}: ${comparator} ${writtenShare(amount)}; ${isShareText(amount) ? `${whole} × ${writtenShare(amount)} = ${exact}, ` : ''}needs ${heads(min, max)}; ${planned === undefined ? '' : `planned ${planned}; `}have ${have}${haveShare === '' ? '' : ` (${haveShare})`}`,
    sum: (parts, total) =>
      `${parts.map(({ name, count }) => `${name} ${quantity(count)}`).join(' + ')} = ${parts.reduce((sum, { count }) => sum + (headsOf(count) ?? 0), 0)}; total ${quantity(total)}`,
    ripe: (day, months) => `${plural(months, 'month')} of cultivation by ${day}`,
    slot: (own, have, min, max) => `${slotWord(own)}: ${plural(have, 'reserve')}, needs ${heads(min, max)}`,
    notice: (name, from, to, calendarDays, workingDays, need) =>
      `${name}: ${from} to ${to}, ${plural(calendarDays, 'day')}, ${plural(workingDays, 'working day')}; needs ${need}`,
    step: (name, from, to, calendarDays, workingDays) =>
      `${name}: ${from}${from === to ? '' : ` to ${to}`}, ${plural(calendarDays, 'day')}, ${plural(workingDays, 'working day')}`,
    period: ({ name, from, start, months, bound, limit, to, on }) =>
      `${name}: ${stepName(from)} ${known(start)} + ${plural(months, 'month')}: ${to === 'slot' ? 'filling the slot' : stepName(to)} ${bound === 'latest' ? 'by' : 'from'} ${known(limit)}; ${on === '' ? 'no date yet' : `${to === 'slot' ? 'planned for' : 'was on'} ${known(on)}`}`,
  },
  reference: {
    title: 'The rules',
    note: 'Made by plan explain from the rules themselves; the examples run as tests. Any severity can be changed and any finding waived: plan explain CODE shows the lines.',
  },
};
