import type { batchReport as zh } from '../zh/batch-report.ts';
import { count } from './words.ts';

export const batchReport: typeof zh = {
  title: 'Plans of all organizations',
  summary: ({ pass, fail, unreadable }) =>
    `${count(pass + fail + unreadable, 'plan')}: ${pass} ready to submit, ${fail} not ready${unreadable > 0 ? `, ${unreadable} could not be checked` : ''}.`,
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
  },
  verdict: { pass: 'ready', fail: 'not ready', unreadable: 'unreadable' },
  short: names =>
    names.length === 0 ? 'met' : names.map(({ name, heads }) => `${name} ${heads} short`).join(', '),
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
    result: (met, without) =>
      `${met ? 'met' : 'not met'}${without > 0 ? ` (${count(without, 'plan')} without it)` : ''}`,
    found: (severity, message) => `${severity}: ${message}`,
    remedy: (remedy, place) => `→ ${remedy} (${place})`,
  },
  failing: total => `To be mended (${total})`,
  failingLine: (name, errors, message) =>
    `${name}: ${count(errors, 'error')}${message ? `, such as: ${message}` : ''}`,
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
  },
  progress: (done, all, seconds) => `${done}/${all} checked, about ${seconds} s left`,
  stopped: (done, left) => `stopped: ${count(done, 'plan')} checked, ${left} not looked at`,
  nothing: path => `there is no plan (plan.yaml) under ${path}`,
  noPlans: 'no plans (plan.yaml) were found',
  shard: 'i/n, such as 1/4',
  notShard: path => `${path} is no result of plan batch --shard`,
  shardsDiffer: path =>
    `${path} is not of the same run as the others (day, version, language or number of plans)`,
  redactShards:
    'the parts hold names or pseudonyms as they were made: give --redact to the runs with --shard',
  shardMissing: shards => `missing shards: ${shards}`,
};
