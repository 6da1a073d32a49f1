import type { Facts } from '../../facts/facts.ts';
import type { Plan } from '../../model/plan.ts';
import type { Texts } from '../../text/texts.ts';
import { type Day, isoOf } from '../../values/day.ts';
import { planTitle } from '../findings/rows.ts';
import type { Part, PrintDocument } from '../print/model.ts';
import { attachmentsOf, dataParts } from './document-data.ts';

/** The printed plan (工作计划): prose, quota and structure, steps and papers, as an official document. */
export function planDocument(
  facts: Facts,
  texts: Texts,
  date: Day | undefined,
  look: { redHead?: boolean; unsealed?: boolean } = {},
): PrintDocument {
  const { plan } = facts;
  const { document } = texts.papers;
  const organization = plan.organization.name;
  const told = new Set(plan.narrative.flatMap(({ data }) => data));
  const rest = (['quota', 'schedule', 'materials'] as const).filter(data => !told.has(data));
  const sections = [
    ...plan.narrative.map(prose => ({
      heading: prose.heading,
      parts: [...paragraphs(prose.text), ...prose.data.flatMap(data => dataParts(data, facts, texts))],
    })),
    ...rest.map(data => ({ heading: document.headings[data], parts: dataParts(data, facts, texts) })),
  ].filter(({ parts }) => parts.length > 0);
  const attachments = attachmentsOf(facts, texts);
  return {
    title: planTitle({ plan }, texts),
    language: texts.language,
    style: 'official',
    orientation: 'portrait',
    day: date ?? plan.asOf,
    whole: [organization],
    ...(look.redHead ? headAndFoot(plan, texts, date) : {}),
    parts: [
      ...addressees(plan, look),
      ...sections.flatMap(({ heading, parts }, index): Part[] => [
        { kind: 'heading', level: 1, text: document.numbered(index + 1, heading) },
        ...parts,
      ]),
      ...(attachments.length > 0
        ? [
            {
              kind: 'attachments' as const,
              label: document.attachments,
              names: attachments.map(({ name }) => name),
            },
          ]
        : []),
      {
        kind: 'issuer',
        organization,
        date: date === undefined ? document.blankDate(plan.year) : document.date(isoOf(date)),
        ...(look.unsealed ? { unsealed: true as const } : {}),
      },
      ...attachments.flatMap(({ name, parts }, index): Part[] => [
        { kind: 'title', label: document.attachment(attachments.length > 1 ? index + 1 : 0), text: name },
        ...parts,
      ]),
    ],
  };
}

/** Whom the document is sent to (主送机关) stands at the edge, above the text. */
const addressees = ({ document: official }: Plan, { redHead }: { redHead?: boolean }): Part[] =>
  redHead && official?.to?.length
    ? [{ kind: 'paragraph', text: `${official.to.join('、')}：`, flush: true }]
    : [];

/** The red head and the colophon; what the plan does not say is left blank for the hand. */
function headAndFoot(
  { organization, document: official, year }: Plan,
  { papers: { document } }: Texts,
  date: Day | undefined,
): Pick<PrintDocument, 'redHead' | 'colophon'> {
  const { number, secrecy, urgency, copies, printedBy, printedOn } = official ?? {};
  const printed = printedOn ?? (date === undefined ? undefined : isoOf(date));
  return {
    redHead: {
      mark: official?.mark ?? document.mark(organization.name),
      // 文号 has the year in which a document is issued, not the one that it plans.
      number: number ?? document.blankNumber(printed === undefined ? year : Number(printed.slice(0, 4))),
      ...(secrecy ? { secrecy } : {}),
      ...(urgency ? { urgency } : {}),
    },
    colophon: {
      ...(copies?.length ? { copies: document.copies(copies) } : {}),
      printedBy: printedBy ?? organization.office ?? organization.name,
      printedOn: document.printed(printed === undefined ? document.blankDate(year) : document.date(printed)),
    },
  };
}

/** A paragraph a line; the numbering at its beginning says how it is set, and the marks of a copy are put right. */
function paragraphs(text: string): Part[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map((line): Part => {
      const normal = withoutGaps(line)
        .replace(/^\(([一二三四五六七八九十]+)\)/, '（$1）')
        .replace(/^\((\d{1,2})\)/, '（$1）')
        .replace(/^(\d{1,2})[、．]\s*/, '$1. ');
      const lead = /^（[一二三四五六七八九十]+）/.test(normal)
        ? 2
        : /^\d{1,2}\. /.test(normal)
          ? 3
          : undefined;
      return { kind: 'paragraph', text: normal, ...(lead ? { lead } : {}) };
    });
}

/** Chinese has no spaces between words: those are left over from lines that YAML has joined. */
const withoutGaps = (text: string): string =>
  text.replace(
    /(?<=[\u2018-\u201d\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) +(?=[\u2018-\u201d\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])/g,
    '',
  );
