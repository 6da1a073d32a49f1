import type { FindingResult } from '../generated/types.ts';
import { maskPersonal, phonesIn } from '../model/personal.ts';
import { together } from '../output/findings/groups.ts';
import type { Part, PrintDocument } from '../output/print/model.ts';
import type { FindingArgs } from '../rules/index.ts';
import { ruleTitle } from '../text/rule-title.ts';
import type { Texts } from '../text/texts.ts';
import { type Day, isoOf } from '../values/day.ts';
import type { County } from './county.ts';
import { type Summary, stateOf } from './summary.ts';

/** What stands on every page of a run. */
export interface PageContext {
  asOf: Day;
  county?: County | undefined;
  /** names are replaced by pseudonyms: whom to call is the office, and nobody by name */
  redact: boolean;
  texts: Texts;
}

/**
 * A page for one township to act on: its verdict, what to mend in what order, by when, and whom to ask. Of other townships it
 * holds nothing but that somebody stands on a roster of theirs too.
 */
export function townshipPage(
  plan: Summary,
  findings: readonly FindingResult[],
  context: PageContext,
): PrintDocument {
  const { asOf, texts } = context;
  const { page } = texts.batch;
  const name = plan.organization ?? plan.path;
  const own = page.state(stateOf(plan), context.county?.file?.year);
  // Of last year's plan there is nothing to mend, and of one that did not come in no more to say.
  const shown = plan.lacks ? [] : findings.map(finding => withoutPaths(finding, plan, context));
  return {
    title: page.title(name),
    language: texts.language,
    style: 'sheet',
    orientation: 'portrait',
    day: asOf,
    parts: [
      { kind: 'paragraph', text: page.verdict(own, plan.errors, plan.warnings, isoOf(asOf)) },
      ...(plan.lacks
        ? [{ kind: 'paragraph' as const, text: page.lacks[plan.lacks](plan.year, rosterIn(findings)) }]
        : []),
      ...findingParts(page.mend, shown, 'error', texts),
      ...findingParts(page.look, shown, 'warning', texts),
      ...findingParts(page.know, shown, 'info', texts),
      ...dueParts(plan, texts),
      { kind: 'paragraph', text: page.ask },
      ...askParts(plan, context),
    ],
    published: phonesOf(plan, context),
  };
}

/** Whom to call: the county's office, and who of its staff answers this township. */
function askParts(plan: Summary, context: PageContext): Part[] {
  const { texts } = context;
  const { page } = texts.batch;
  const { organization, liaison } = whoAnswers(plan, context);
  const office = organization?.office ?? organization?.name ?? page.office;
  const lines = [
    page.call(office, organization?.phone ?? ''),
    ...(liaison ? [page.call(page.liaison(liaison.name ?? ''), liaison.phone ?? '')] : []),
  ];
  return lines.map(text => ({ kind: 'paragraph', text }));
}

/** The phones that stand there to be called; whatever else stands in their place is masked as everywhere. */
function phonesOf(plan: Summary, context: PageContext): string[] {
  const { organization, liaison } = whoAnswers(plan, context);
  return [organization?.phone, liaison?.phone].flatMap(phone => phonesIn(phone ?? ''));
}

function whoAnswers({ path, township }: Summary, { county, redact }: PageContext) {
  const { file, folders = [] } = county ?? {};
  const at = township ?? folders.indexOf(path);
  const liaison = redact ? undefined : file?.townships[at]?.liaison;
  return { organization: file?.organization, liaison };
}

function findingParts(
  heading: string,
  findings: readonly FindingResult[],
  severity: FindingResult['severity'],
  texts: Texts,
): Part[] {
  const { batch } = texts;
  const own = findings.filter(finding => finding.severity === severity);
  if (own.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'list',
      // What has one remedy is one thing to be told to do.
      items: together(own, ({ code, remedy }) => `${code} ${remedy}`).map(group => {
        const [first] = group;
        if (group.length === 1)
          return {
            text: first.message,
            details: severity === 'info' ? [] : [batch.county.remedy(first.remedy, placeIn(first))],
          };
        return {
          text: batch.page.several(ruleTitle(first.code, texts), group.length),
          details: [
            ...group.map(finding =>
              severity === 'info' ? finding.message : batch.page.at(finding.message, placeIn(finding)),
            ),
            ...(severity === 'info' ? [] : [batch.page.remedy(first.remedy)]),
          ],
        };
      }),
    },
  ];
}

/**
 * Paths are those of the county's computer: a township knows its own files by their names, and has neither the county's nor
 * another's.
 */
function withoutPaths(finding: FindingResult, plan: Summary, { county, texts }: PageContext): FindingResult {
  const { place = '' } = (finding.code === 'batch/duplicate-person' ? finding.args : {}) as {
    place?: string;
  };
  const shown = (text: string) => {
    const own = text.replace(`（${place}）`, '').replace(` (${place})`, '');
    const named = county ? own.replaceAll(county.path, texts.batch.page.countyFile) : own;
    return named.replaceAll(`${plan.path}/`, '');
  };
  return { ...finding, message: shown(finding.message), remedy: shown(finding.remedy) };
}

/** The workbook that stands where the plan should be. */
function rosterIn(findings: readonly FindingResult[]): string | undefined {
  const args = findings.find(({ code }) => code === 'input/unreadable')?.args;
  const { next } = (args ?? {}) as Partial<FindingArgs['input/unreadable']>;
  return next?.do === 'init' && next.roster !== undefined ? nameOf(next.roster) : undefined;
}

const placeIn = ({ file, line, cell }: FindingResult): string =>
  cell ? `${nameOf(file)} ${cell}` : `${nameOf(file)}:${line}`;

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

function dueParts({ sums }: Summary, { batch }: Texts): Part[] {
  if (!sums?.next && !sums?.overdue) return [];
  return [
    { kind: 'heading', level: 1, text: batch.page.due },
    ...(sums.overdue
      ? [{ kind: 'paragraph' as const, text: `${batch.columns.overdue}：${batch.overdue(sums.overdue)}` }]
      : []),
    ...(sums.next
      ? [{ kind: 'paragraph' as const, text: `${batch.columns.next}：${sums.next.date} ${sums.next.name}` }]
      : []),
  ];
}

/** The list of all pages, for who hands them out. */
export const pageIndex = (
  pages: readonly { plan: Summary; file: string }[],
  { asOf, texts }: PageContext,
): PrintDocument => ({
  title: texts.batch.page.index,
  language: texts.language,
  style: 'sheet',
  orientation: 'portrait',
  day: asOf,
  parts: [
    {
      kind: 'table',
      name: texts.batch.page.index,
      columns: [
        { title: texts.batch.columns.name, min: 8 },
        { title: texts.batch.columns.verdict },
        { title: texts.batch.columns.errors, align: 'right' },
        { title: texts.batch.columns.warnings, align: 'right' },
        { title: texts.batch.page.file, min: 8 },
      ],
      rows: pages.map(({ plan, file }) => [
        { text: plan.organization ?? plan.path },
        { text: texts.batch.state[stateOf(plan)] },
        { text: String(plan.errors) },
        { text: String(plan.warnings) },
        { text: file },
      ]),
    },
  ],
});

/** A name of a file for each township, alike on every system; two of one name are numbered. */
export function pageFiles(plans: readonly Summary[], ending: string, index: string): string[] {
  // Not every system tells capitals from small letters.
  const taken = new Set([index.toLowerCase()]);
  return plans.map(({ organization, path }) => {
    const name = maskPersonal(organization ?? path)
      .replace(/[\\/:*?"<>|\x00-\x1f.\s]+/g, '-')
      .slice(0, 60);
    const safe = name === '' || DEVICES.test(name) ? `-${name}` : name;
    let file = safe;
    for (let number = 2; taken.has(file.toLowerCase()); number++) file = `${safe}-${number}`;
    taken.add(file.toLowerCase());
    return `${file}.${ending}`;
  });
}

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
