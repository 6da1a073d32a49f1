import type { Finding } from '../../rules/check.ts';
import { messageOf, remedyOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';
import { citationOf, placeOf } from './findings.ts';

/** Findings that are told together: of one rule, with one remedy. */
export interface FindingGroup {
  first: Finding;
  /** what was found, each with its place, and the cell of it, where they have not all the same */
  messages: { finding: Finding; text: string; place: string; cell: string }[];
  /** the place of all; empty where they have several */
  place: string;
  /** the cell of all, where they stand in a workbook */
  cell: string;
  /** what to do next; empty for what is only worth knowing */
  remedy: string;
  /** the article; empty where none need be cited */
  citation: string;
}

/**
 * Seven people who lack the same paper have one thing to be told to do: findings with the same rule and remedy are one entry,
 * with a line for each, so that no name is lost. Faults of form stay single, since the lines of the file are shown under each;
 * `atOnePlace` keeps apart what stands at different places, for reports that are annotations of a line.
 */
export function groupsOf(
  findings: readonly Finding[],
  texts: Texts,
  { atOnePlace = false } = {},
): FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const [index, finding] of findings.entries()) {
    const isForm = finding.code.startsWith('input/');
    const remedy = finding.severity === 'info' ? '' : remedyOf(finding, texts);
    const kind = `${finding.severity} ${finding.code} ${finding.norm.article} ${remedy}`;
    const key = isForm ? String(index) : atOnePlace ? `${kind} ${placeOf(finding)}` : kind;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(group => groupOf(group, texts));
}

function groupOf(findings: [Finding, ...Finding[]], texts: Texts): FindingGroup {
  const [first] = findings;
  const places = findings.map(placeOf);
  const isOnePlace = places.every(place => place === places[0]);
  const cellOf = ({ place }: Finding): string => place.locate().cell ?? '';
  return {
    first,
    messages: findings.map((finding, index) => ({
      finding,
      text: messageOf(finding, texts),
      place: isOnePlace ? '' : places[index]!,
      cell: isOnePlace ? '' : cellOf(finding),
    })),
    cell: isOnePlace ? cellOf(first) : '',
    place: isOnePlace ? places[0]! : '',
    remedy: first.severity === 'info' ? '' : remedyOf(first, texts),
    citation: citationOf(first, texts),
  };
}
