import type { FindingResult } from '../generated/types.ts';
import { placeOf } from '../output/findings/findings.ts';
import { findingResult } from '../output/findings/result.ts';
import type { Cell, Section } from '../output/findings/section.ts';
import type { Part, PrintDocument } from '../output/print/model.ts';
import { partsOf } from '../output/print/model.ts';
import type { CountyRequirement } from '../rules/county-facts.ts';
import { ruleTitle } from '../text/rule-title.ts';
import { messageOf, remedyOf } from '../text/sentences.ts';
import type { Texts } from '../text/texts.ts';
import { mapped } from '../values/one-by-one.ts';
import { quantityOf } from '../values/quantity.ts';
import type { BatchRun } from './run.ts';
import { sinceSections } from './since.ts';
import { countyStatistics } from './statistics.ts';
import { failingOf, lackingIn, lineOf, statesOf } from './summary.ts';

/** Plans named at the end of a text; files have all of them. */
const NAMED = 40;

/** The batch for paper: the county, a line for each plan, findings by rule; with `whole` every finding, a table a rule. */
export function batchPrint(run: BatchRun, texts: Texts, whole: boolean): PrintDocument {
  const { batch } = texts;
  return {
    title: run.county?.county.file?.organization?.name
      ? `${run.county.county.file.organization.name} ${batch.title}`
      : batch.title,
    language: texts.language,
    style: 'sheet',
    orientation: 'landscape',
    day: run.asOf,
    parts: [
      { kind: 'paragraph', text: batch.summary(statesOf(run.plans)) },
      ...countySections(run, texts).flatMap(section => partsOf(section)),
      { kind: 'heading', level: 1, text: batch.title },
      linesTable(run, texts),
      ...partsOf(rulesSection(run, texts, !whole)),
      ...(run.since ? sinceSections(run.since, texts) : []).flatMap(section => partsOf(section)),
      ...countyStatistics(run, texts).flatMap(section => partsOf(section)),
      ...(whole ? findingTables(run, texts) : failing(run, texts)),
    ],
  };
}

/** The county's sums and what was found of it. */
export function countySections(run: BatchRun, texts: Texts): Section[] {
  if (!run.county) return [];
  const { county, rollup, findings } = run.county;
  const { county: words } = texts.batch;
  const name = county.file?.organization?.name ?? county.path;
  const section: Section = { heading: words.heading(name), lines: [], columns: [], rows: [], notes: [] };
  if (rollup && county.file) {
    const { quota } = county.file;
    if (quota?.total !== undefined)
      section.lines.push(
        words.allocated(quantityOf(quota.total), quantityOf(quota.held ?? 0), rollup.allocated),
      );
    section.lines.push(words.quota(rollup.planned, rollup.nominees));
    if (rollup.reserves.min > 0) section.lines.push(words.reserves(rollup.reserves));
    if (rollup.applicants + rollup.activists > 0)
      section.lines.push(words.funnel(rollup.applicants, rollup.activists));
    section.lines.push(...lackingIn(run.plans, texts));
    const pending = run.plans.filter(({ sums, lacks }) => sums && !lacks && sums.quota === null);
    if (pending.length > 0)
      section.lines.push(words.pending(pending.map(({ organization, path }) => organization ?? path)));
    section.columns = words.columns.map(title => ({ title }));
    section.rows = rollup.structure.map(state => [
      { text: state.name },
      { text: texts.report.structure.demand(state.comparator, state.amount) },
      { text: hasRange(state) ? texts.report.structure.heads(state.min, state.max) : '' },
      { text: String(state.have) },
      outcome(state, rollup.nominees, words),
    ]);
  }
  section.notes = findings.flatMap((finding): Cell[] => [
    {
      text: words.found(texts.batch.severity[finding.severity], messageOf(finding, texts)),
      tone: finding.severity === 'info' ? 'faint' : finding.severity,
    },
    { text: words.remedy(remedyOf(finding, texts), placeOf(finding)) },
  ]);
  return [section];
}

const hasRange = ({ obstacle, min, max }: CountyRequirement): boolean =>
  !obstacle && (max === null || min <= max);

function outcome(
  { met, unknown, vacant, obstacle }: CountyRequirement,
  nominees: number,
  words: Texts['batch']['county'],
): Cell {
  if (nominees === 0) return { text: words.nobody, tone: 'faint' };
  if (obstacle) return { text: words.obstacle[obstacle], tone: met === null ? 'warning' : 'error' };
  if (met === null) return { text: words.undecided(vacant, unknown), tone: 'warning' };
  return { text: words.result(met, unknown), tone: met ? 'good' : 'error' };
}

function linesTable(run: BatchRun, texts: Texts): Part {
  const { columns, state } = texts.batch;
  return {
    kind: 'table',
    name: texts.batch.title,
    columns: [
      { title: columns.name, min: 8 },
      { title: columns.path, min: 8 },
      { title: columns.verdict, min: 8 },
      { title: columns.quota, min: 5 },
      { title: columns.structure, min: 8 },
      { title: columns.reserve, min: 6 },
      { title: columns.errors, align: 'right' },
      { title: columns.warnings, align: 'right' },
      { title: columns.next, min: 10 },
      { title: columns.overdue, min: 8 },
    ],
    rows: mapped(run.plans, (plan): Cell[] => {
      const line = lineOf(plan, texts);
      return [
        { text: line.name },
        { text: line.path },
        { text: state[line.state], tone: line.state === 'pass' ? 'good' : 'error' },
        { text: line.quota },
        { text: line.structure, tone: line.structureShort ? 'error' : undefined },
        { text: line.reserve, tone: line.reserveShort ? 'error' : undefined },
        { text: String(line.errors), tone: line.errors > 0 ? 'error' : undefined },
        { text: String(line.warnings) },
        { text: line.next },
        { text: line.overdue, tone: line.overdue === '' ? undefined : 'warning' },
      ];
    }),
  };
}

/**
 * Findings by rule.
 * @param hasIds whether the rule's id stands beside its title, by which plan explain is asked
 */
export function rulesSection(run: BatchRun, texts: Texts, hasIds: boolean): Section {
  const { batch } = texts;
  const counts = run.ruleCounts;
  const [severity, rule, title, findings, plans] = batch.ruleColumns;
  return {
    heading: batch.byRule(counts.reduce((sum, { findings: own }) => sum + own, 0)),
    lines: [],
    columns: [
      { title: severity },
      ...(hasIds ? [{ title: rule, min: 16 }] : []),
      { title, min: 12 },
      { title: findings, align: 'right' },
      { title: plans, align: 'right' },
    ],
    rows: counts.map(({ code, severity: own, findings: found, plans: many }) => [
      { text: batch.severity[own], tone: own === 'info' ? undefined : own },
      ...(hasIds ? [{ text: code }] : []),
      { text: ruleTitle(code, texts) },
      { text: String(found) },
      { text: String(many) },
    ]),
    notes: [],
  };
}

/** The plans that cannot be submitted, each with its first error. */
function failing(run: BatchRun, texts: Texts): Part[] {
  const { batch } = texts;
  const all = failingOf(run.plans);
  if (all.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: batch.failing(all.length) },
    {
      kind: 'list',
      items: all.slice(0, NAMED).map(({ name, state, errors, message }) => ({
        text: batch.failingLine(name, batch.state[state], errors, message),
        details: [],
      })),
    },
    ...(all.length > NAMED ? [{ kind: 'paragraph' as const, text: batch.more(all.length - NAMED) }] : []),
  ];
}

/** Findings that a workbook lists: more than a province has, and no more than a spreadsheet is quick with. */
const MOST_FINDINGS = 50_000;

/** Every finding, and again by rule: a county sorts by township, the expert by rule. */
function findingTables(run: BatchRun, texts: Texts): Part[] {
  const { findings: words, html } = texts.batch;
  const columns = words.columns.map(title => ({ title, min: 6 }));
  const rows: FindingRow[] = [];
  const byRule = new Map<string, FindingRow[]>();
  for (const row of findingsOf(run, texts)) {
    rows.push(row);
    byRule.set(row.code, byRule.get(row.code) ?? []);
    byRule.get(row.code)!.push(row);
    if (rows.length === MOST_FINDINGS) break;
  }
  const countOf = (of?: string) =>
    run.ruleCounts.reduce((sum, { code, findings }) => (code === (of ?? code) ? sum + findings : sum), 0);
  const table = (name: string, own: FindingRow[], all: number): Part[] => [
    { kind: 'heading', level: 1, text: name },
    ...(all > own.length
      ? [{ kind: 'paragraph' as const, text: html.cut(own.length, all), tone: 'warning' as const }]
      : []),
    { kind: 'table', name, columns, rows: mapped(own, row => findingCells(row, texts)) },
  ];
  return [
    ...table(words.sheet, rows, countOf()),
    ...[...byRule].flatMap(([code, own]) => table(ruleTitle(code, texts), own, countOf(code))),
  ];
}

/** What was found of the county and of each plan, one after the other, with whose it is. */
function* findingsOf(run: BatchRun, texts: Texts): Generator<FindingRow> {
  if (run.county) {
    const { county, findings } = run.county;
    const name = county.file?.organization?.name ?? county.path;
    for (const finding of findings) yield rowFor(name, findingResult(finding, texts));
  }
  const names = new Map(run.plans.map(({ index, organization, path }) => [index, organization ?? path]));
  for (const { index, result } of run.rows)
    for (const finding of result.findings) yield rowFor(names.get(index)!, finding);
}

/** What a workbook lists of a finding, and no more: there may be fifty thousand. */
type FindingRow = Pick<FindingResult, 'code' | 'severity' | 'message' | 'remedy' | 'file' | 'line'> & {
  name: string;
};

const rowFor = (
  name: string,
  { code, severity, message, remedy, file, line }: FindingResult,
): FindingRow => ({ name, code, severity, message, remedy, file, line });

const findingCells = (
  { name, code, severity, message, remedy, file, line }: FindingRow,
  texts: Texts,
): Cell[] => [
  { text: name },
  { text: texts.batch.severity[severity], tone: severity === 'info' ? undefined : severity },
  { text: ruleTitle(code, texts) },
  { text: message },
  { text: `${file}:${line}` },
  { text: remedy },
];
