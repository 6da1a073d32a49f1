import type { batchReport as zh } from '../zh/batch-report.ts';
import { count } from './words.ts';

const LACKS = {
  unreadable: 'could not be checked',
  missing: 'not submitted',
  'excel-only': 'Excel only',
  'other-year': 'of another year',
};

export const batchReport: typeof zh = {
  title: 'Plans of all organizations',
  summary: counts => {
    const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
    const others = (['unreadable', 'missing', 'excel-only', 'other-year'] as const)
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
  county: {
    heading: name => `${name}, in all`,
    allocated: (total, held, allocated) =>
      `${total} in all${held > 0 ? `, ${held} held back` : ''}, ${allocated} allocated to townships.`,
    quota: (planned, nominees) => `The townships plan ${planned} and have ${count(nominees, 'nominee')}.`,
    reserves: (min, max, have) =>
      `Reserves needed: ${max === null ? `at least ${min}` : `${min}–${max}`}; there are ${have}.`,
    funnel: (applicants, activists) => `${count(applicants, 'applicant')}, ${count(activists, 'activist')}.`,
    columns: ['Demand', 'Share', 'Needed', 'Have', 'Result'],
    result: (met, unknown) => `${met ? 'met' : 'not met'}${unknown > 0 ? ` (not known of ${unknown})` : ''}`,
    found: (severity, message) => `${severity}: ${message}`,
    remedy: (remedy, place) => `→ ${remedy} (${place})`,
  },
  page: {
    title: name => `Review of the plan of ${name}`,
    verdict: (state, errors, warnings, day) =>
      `Verdict: ${state}. ${count(errors, 'error')}, ${count(warnings, 'warning')} (checked ${day}).`,
    lacks: {
      missing: "This year's plan has not come in: please submit it soon.",
      'excel-only':
        'The folder holds Excel files and no plan (plan.yaml): make one by plan init --from ROSTER.xlsx, or use the template of the county.',
      'other-year': "The plan is that of another year: please submit this year's.",
    },
    mend: 'To be mended, in this order',
    look: 'To be looked at',
    know: 'To know',
    due: 'Deadlines',
    ask: office =>
      `Please submit the plan again once it is mended; questions are answered by ${office === '' ? 'the organization department of the county' : office}.`,
    index: 'Index of reviews',
    file: 'File',
    wrote: (pages, folder) => `wrote ${count(pages, 'page')} and an index into ${folder}`,
  },
  since: {
    heading: day => `Compared with ${day}`,
    summary: ({ mended, added, open }) =>
      `Of errors and warnings ${mended} were mended, ${added} are new, ${open} are still open.`,
    columns: ['Organization', 'Mended', 'New', 'Still open'],
    history: 'One run after another',
    historyColumns: ['Date', 'Ready', 'Errors', 'Warnings'],
    notResult: path => `${path} is no result of plan batch -f json or -f ndjson`,
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
      `${shown} of ${all} are listed here, what is to be mended first; csv, xlsx and json hold all of them.`,
    toMend: total => `To be mended (${total})`,
  },
  progress: (done, all, seconds) => `${done}/${all} checked, about ${seconds} s left`,
  stopped: (done, left) => `stopped: ${count(done, 'plan')} checked, ${left} not looked at`,
  nothing: path => `there is no plan (plan.yaml) under ${path}`,
  noPlans: 'no plans (plan.yaml) were found',
  noList: path => `${path} is no text; write one folder a line`,
  wholeDrive: path => `"${path}" in the list is a whole drive and was left out; name the folders`,
  shard: 'i/n, such as 1/4',
  notShard: path => `${path} is no result of plan batch --shard`,
  shardsDiffer: path =>
    `${path} is not of the same run as the others (day, version, language or number of plans)`,
  redactShards:
    'the parts hold names or pseudonyms as they were made: give --redact to the runs with --shard',
  shardsWithoutStatistics: 'the parts have no statistics: add --statistics to the runs with --shard',
  shardMissing: shards => `missing shards: ${shards}`,
};
