import type { Facts } from '../../facts/facts.ts';
import type { CheckedPlan, Finding } from '../../rules/check.ts';
import type { Texts } from '../../text/texts.ts';
import { wordFor } from '../../text/word.ts';
import { version } from '../../values/version.ts';
import { checklistOf, isLacking } from '../checklist/model.ts';
import { summaryOf } from '../checklist/sections.ts';
import { closingOf, countsOf, coverageText, verdictOf, waivedText } from '../findings/findings.ts';
import { type FindingGroup, groupsOf } from '../findings/groups.ts';
import { planTitle, sectionsOf } from '../findings/rows.ts';
import type { Cell } from '../findings/section.ts';
import type { ListItem, Part, PrintDocument } from '../print/model.ts';
import { partsOf } from '../print/model.ts';

/** The whole report on a plan, as it is handed in, `withPlaces` for who mends it: verdict, tables, findings by group, checklist, who signs. */
export function reportOf(
  checked: CheckedPlan & { facts: Facts },
  texts: Texts,
  withPlaces = false,
): PrintDocument {
  const { facts, findings, verdict } = checked;
  const { report, papers } = texts;
  const tone = verdict === 'pass' ? 'good' : 'error';
  return {
    title: papers.report.title(planTitle(facts, texts)),
    language: texts.language,
    style: 'sheet',
    orientation: 'portrait',
    day: facts.plan.asOf,
    parts: [
      {
        kind: 'paragraph',
        text: papers.report.verdict(verdictOf(checked, texts), report.counts(countsOf(findings))),
        tone,
      },
      { kind: 'paragraph', text: coverageText(checked, texts) },
      { kind: 'paragraph', text: closingOf(checked, texts) },
      ...sectionsOf(facts, texts).flatMap(section => partsOf(section)),
      ...findingsByGroup(findings, texts, withPlaces),
      ...waived(checked, texts),
      ...checklistMatrix(facts, texts),
      { kind: 'signature', labels: papers.signature },
    ],
  };
}

function findingsByGroup(findings: readonly Finding[], texts: Texts, withPlaces: boolean): Part[] {
  if (findings.length === 0) return [];
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = finding.code.slice(0, finding.code.indexOf('/'));
    groups.set(group, [...(groups.get(group) ?? []), finding]);
  }
  return [
    { kind: 'heading', level: 1, text: texts.papers.report.findings(findings.length) },
    ...[...groups].flatMap(([group, own]): Part[] => [
      { kind: 'heading', level: 2, text: wordFor(texts.explain.groups, group) ?? group },
      { kind: 'list', items: groupsOf(own, texts).map(each => itemOf(each, texts, withPlaces)) },
    ]),
  ];
}

function itemOf(
  { first, messages, place, cell, remedy, citation }: FindingGroup,
  texts: Texts,
  withPlaces: boolean,
): ListItem {
  const { report } = texts;
  const { severity } = first;
  // A cell is where its clerk looks, on paper too; files, lines and codes are for who mends files.
  const [own, ...others] = messages.map(message =>
    [message.text, withPlaces ? message.place : message.cell].filter(part => part !== '').join('  '),
  );
  const origin = [...(withPlaces ? [place, first.code] : [cell]), citation].filter(part => part !== '');
  return {
    text: `${texts.papers.report.severity(report.severity[severity])}${own}`,
    tone: severity === 'info' ? undefined : severity,
    details: [
      ...others,
      ...(remedy === '' ? [] : [`→ ${remedy}`]),
      ...(origin.length > 0 ? [origin.join('  ')] : []),
    ],
  };
}

function waived({ waived: all }: CheckedPlan, texts: Texts): Part[] {
  if (all.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: texts.report.findings.waived(all.length) },
    { kind: 'list', items: all.map(each => ({ text: waivedText(each, texts), details: [] })) },
  ];
}

/** Papers against nominees: at one look who lacks what. */
function checklistMatrix(facts: Facts, texts: Texts): Part[] {
  const checklist = checklistOf(facts, { name: 'plan', version });
  const nominees = checklist.people.filter(({ role }) => role === 'nominee');
  const { materials } = facts.plan;
  if (!checklist.kept || materials.length === 0 || nominees.length === 0) return [];
  const { checklist: words, papers } = texts;
  const cell = (paper: (typeof nominees)[number]['papers'][number]): Cell => {
    if (!isLacking(paper))
      return { text: words.status[paper.status], tone: paper.status === 'in' ? 'good' : 'faint' };
    const text = paper.status === 'partial' ? words.partial(paper.have, paper.need) : words.status.missing;
    return { text, tone: paper.urgency === 'overdue' ? 'error' : 'warning' };
  };
  return [
    { kind: 'heading', level: 1, text: papers.report.checklist },
    { kind: 'paragraph', text: summaryOf(checklist, texts) },
    {
      kind: 'table',
      name: papers.report.checklist,
      columns: [
        { title: papers.report.person, min: 6 },
        ...materials.map(({ name }) => ({ title: name, min: 6 })),
      ],
      rows: nominees.map(({ name, papers: own }) => [{ text: name }, ...own.map(cell)]),
    },
  ];
}
