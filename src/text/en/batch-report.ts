import { isNone } from '../../values/quantity.ts';
import type { Difference } from '../shard-values.ts';
import { typed } from '../typed.ts';
import type { batchReport as zh } from '../zh/batch-report.ts';
import { count, quantity, stillOpen } from './words.ts';

const LACKS = {
  partly: 'partly checked',
  nothing: 'nothing to check',
  unreadable: 'could not be checked',
  missing: 'not submitted',
  'excel-only': 'Excel only',
  'other-year': 'of another year',
};

const SHARD_VALUES: Record<Difference['what'], { name: string; remedy: string }> = {
  version: { name: 'the version of the program', remedy: 'Make them with one version.' },
  asOf: {
    name: 'the day',
    remedy: 'Give every part, and merge, the same --as-of, such as --as-of 2026-05-06.',
  },
  language: { name: 'the language', remedy: 'Give every part the same --lang, such as --lang zh.' },
  redacted: { name: 'whether names are replaced (--redact)', remedy: 'Give it to every part, or to none.' },
  county: { name: "the path of the county's file", remedy: 'Make them in one place, with the same path.' },
  countyFile: {
    name: "what stands in the county's file (digest)",
    remedy: 'It was changed since: make the parts again.',
  },
  plans: { name: 'the number of plans', remedy: 'Plans came or went in between: make the parts again.' },
  list: {
    name: 'the list of plans',
    remedy: 'Make them in one place, with the same paths, and change no folders.',
  },
  key: { name: 'PLAN_BATCH_KEY of the environment', remedy: 'Set the same one for every part.' },
  columns: {
    name: 'the columns of the statistics table',
    remedy: 'Give every part the same --statistics or --columns.',
  },
};

const namedOf = (names: readonly string[]): string =>
  names.slice(0, 30).join(', ') + (names.length > 30 ? ' …' : '');

export const batchReport: typeof zh = {
  title: 'Plans of all organizations',
  summary: counts => {
    const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
    const others = (['unreadable', 'missing', 'excel-only', 'other-year', 'partly', 'nothing'] as const)
      .filter(state => counts[state] > 0)
      .map(state => `, ${counts[state]} ${LACKS[state]}`);
    return `${count(all, 'plan')}: ${counts.pass} ready to submit, ${counts.fail} not ready${others.join('')}.`;
  },
  columns: {
    name: 'Organization',
    path: 'Folder',
    verdict: 'Verdict',
    quota: 'Quota',
    structure: 'Structure',
    reserve: 'Reserves',
    errors: 'Errors',
    warnings: 'Warnings',
    next: 'Next',
    overdue: 'Overdue',
  },
  state: { pass: 'ready', fail: 'not ready', ...LACKS },
  short: names =>
    names.length === 0
      ? 'met'
      : names
          .map(({ name, short, over }) => `${name} ${over > 0 ? `${over} over` : `${short} short`}`)
          .join(', '),
  overdue: ({ steps, date, name }) =>
    `${name} (${date.slice(5)})${steps > 1 ? ` and ${steps - 1} more` : ''}`,
  reserveShort: slots => (slots === 0 ? 'met' : `${count(slots, 'slot')} short`),
  because: (name, why) => `${name} (${why})`,
  uncounted: units => `Not counted (${units.length}): ${namedOf(units)}.`,
  uncountedBy: {
    missing: LACKS.missing,
    'excel-only': LACKS['excel-only'],
    'other-year': LACKS['other-year'],
    unreadable: 'plan not read',
    'roster-unread': 'roster not read',
    'no-roster': 'no roster',
  },
  partlyCounted: names =>
    `Something of their roster was not read, so they may have more people (${names.length}): ${namedOf(names)}.`,
  county: {
    heading: name => `${name}, in all`,
    allocated: (total, held, allocated) =>
      `${quantity(total)} in all${isNone(held) ? '' : `, ${quantity(held)} held back`}, ${allocated === null ? 'not all allocations to townships are known: no sum' : `${allocated} allocated to townships`}.`,
    quota: (planned, nominees) => `The townships plan ${planned} and have ${count(nominees, 'nominee')}.`,
    reserves: ({ min, max, have, slots }) =>
      `Reserves needed for the ${count(slots, 'slot')} of all categories: ${max === null ? `at least ${min}` : `${min}–${max}`}; there are ${have}.`,
    pending: names =>
      `Without a total of their own, and not in the sum (${names.length}): ${namedOf(names)}.`,
    funnel: (applicants, activists) => `${count(applicants, 'applicant')}, ${count(activists, 'activist')}.`,
    columns: ['Demand', 'Share', 'Needed', 'Have', 'Result'],
    obstacle: {
      'no-base': 'share of nothing',
      'no-integer': 'no whole number',
      'total-unknown': 'a plan does not say how many slots there are',
    },
    nobody: 'nobody to judge',
    undecided: (vacant, unknown) => `not judged yet: ${stillOpen(vacant, unknown)}`,
    result: (met, unknown) => `${met ? 'met' : 'not met'}${unknown > 0 ? ` (not known of ${unknown})` : ''}`,
    found: (severity, message) => `${severity}: ${message}`,
    remedy: (remedy, place) => `→ ${remedy} (${place})`,
  },
  page: {
    title: name => `Review of the plan of ${name}`,
    state: (state, year) =>
      ({
        pass: 'ready to submit',
        fail: 'not ready to submit',
        partly: 'no errors, but not everything was checked',
        nothing: 'nothing in the plan to check',
        unreadable: 'the file could not be read, and so not checked',
        missing: 'no plan has come in',
        'excel-only': 'a roster in Excel has come in, and no plan',
        'other-year': `the plan is not that of ${year ?? 'this year'}`,
      })[state],
    verdict: (state, errors, warnings, day) =>
      `Verdict: ${state}. ${count(errors, 'error')}, ${count(warnings, 'warning')} (checked ${day}).`,
    lacks: {
      missing: () => "This year's plan has not come in: please submit it soon.",
      'excel-only': (_year, roster) =>
        `Only a file in Excel has come in${roster === undefined ? '' : ` (${roster})`}, and no plan: please submit one.${roster === undefined ? '' : ` It can be made from it: plan init plan --from ${typed(roster)}`}`,
      'other-year': year =>
        `The plan is that of ${year ?? 'another year'}: please submit this year's first; what else there is to mend shows from that.`,
    },
    countyFile: "the county's file",
    several: (title, total) => `${title} (${total})`,
    at: (message, place) => `${message} (${place})`,
    remedy: remedy => `→ ${remedy}`,
    mend: 'To be mended, in this order',
    look: 'To be looked at',
    know: 'To know',
    due: 'Deadlines',
    ask: 'Please submit the plan again once it is mended. Questions are answered by:',
    office: 'the organization department of the county',
    liaison: name => `${name === '' ? 'the' : `${name}, the`} liaison of this township`,
    call: (who, phone) => `${who}${phone === '' ? '' : `, phone ${phone}`}`,
    index: 'Index of reviews',
    file: 'File',
    exist: (folder, pages) =>
      `${folder} already holds ${count(pages, 'page')} of these names, which were left alone: name another folder, or add --force`,
    wrote: (pages, folder) => `wrote ${count(pages, 'page')} and an index into ${folder}`,
  },
  since: {
    heading: day => `Compared with ${day}`,
    summary: ({ mended, added, open }) =>
      `Of errors and warnings ${mended} were mended, ${added} are new, ${open} are still open.`,
    columns: ['Organization', 'Mended', 'New', 'Still open'],
    history: 'One run after another',
    numbered: (day, number) => `${day} no. ${number}`,
    historyColumns: ['Date', 'Ready', 'Errors', 'Warnings'],
    byPlace: total =>
      `Of those still open ${total} were matched by their place alone: an id or a name has changed, so see whether it is the same person.`,
    onlyNow: names => `Not there the last time, and so not compared (${names.length}): ${namedOf(names)}.`,
    onlyBefore: names => `There the last time, and not checked now (${names.length}): ${namedOf(names)}.`,
    otherVersion: version => `The last run was by version ${version}, whose rules may differ.`,
    otherYears: years =>
      `The last run was of plans for ${years.join(', ')}, this one is not: what is mended or new only tells how two plans differ.`,
    notResult: path =>
      `${path} is no result of plan batch; keep one with -f json=result.json to compare with later`,
  },
  failing: total => `To be mended (${total})`,
  failingLine: (name, state, errors, message) =>
    errors === 0
      ? `${name}: ${state}`
      : `${name}: ${count(errors, 'error')}${message ? `, such as: ${message}` : ''}`,
  more: total => `… and ${total} more; see json, xlsx and others`,
  byRule: total => `Findings by rule (${total})`,
  ruleColumns: ['Severity', 'Rule', 'What', 'Findings', 'Plans'],
  findings: {
    sheet: 'All findings',
    columns: ['Organization', 'Severity', 'Rule', 'What', 'Where', 'What to do'],
  },
  severity: { error: 'error', warning: 'warning', info: 'note' },
  html: {
    search: 'find an organization',
    all: 'all',
    shortfalls: 'Heads short by requirement',
    deadlines: 'Deadlines',
    days: (date, plans) => `${date}: ${count(plans, 'plan')}`,
    people: heads => `${heads} short`,
    rule: 'What',
    overdue: 'overdue',
    soon: 'due within 30 days',
    capped: (shown, all) =>
      `${shown} of ${all} plans are listed here, those to be mended first; csv, xlsx and json hold all of them.`,
    cut: (shown, all) =>
      `The first ${shown} of ${all} are listed here; json holds all of them: plan batch … -f json=result.json`,
    toMend: total => `To be mended (${total})`,
  },
  progress: (done, all, seconds) => `${done}/${all} checked, about ${seconds} s left`,
  stopped: (done, left) => `stopped: ${count(done, 'plan')} checked, ${left} not looked at`,
  shardFiles: 'the files of the parts, such as plan batch merge 1.ndjson 2.ndjson',
  noPlans: 'no plans (plan.yaml) were found',
  emptyList: path => `${path} names no path to check; write one folder a line`,
  noList: path => `${path} is no text; write one folder a line`,
  wholeDrive: path => `"${path}" in the list is a whole drive and was left out; name the folders`,
  shard: 'i/n, such as 1/4',
  notShard: path =>
    `${path} is no part of a run; parts are made with plan batch county --shard 1/2 -o 1.ndjson`,
  shardDiffers: (file, other, { what, one, other: there }) => {
    const { name, remedy } = SHARD_VALUES[what];
    const values = what === 'key' || what === 'list' ? '' : `: ${one || '(empty)'}, ${there || '(empty)'}`;
    return `${file} and ${other === '' ? 'what is asked for' : other} differ in ${name}${values}. ${remedy}`;
  },
  shardOtherCount: (file, one, other, first) =>
    `${file} is one of ${one.of} parts, ${other} one of ${first.of}: they are not of one run`,
  shardTwice: ({ number, of }, one, other) =>
    `${one} and ${other} are both part ${number}/${of}: leave one out`,
  shardCounty: path =>
    `merging needs the county's file, and ${path} is not there: merge in the folder in which the parts were made`,
  redactShards:
    'the parts hold names or pseudonyms as they were made: give --redact to the runs with --shard',
  shardsWithoutStatistics: 'the parts have no statistics: add --statistics to the runs with --shard',
  shardMissing: shards => `missing shards: ${shards}`,
};
