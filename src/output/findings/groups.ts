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
 * with a line for each, so that no name is lost. Of faults of form only
 * those that say the same are, since the line of the file is shown under the first.
 */
export function groupsOf(findings: readonly Finding[], texts: Texts): FindingGroup[] {
  const keyOf = (finding: Finding): string => {
    const { code, severity, norm } = finding;
    const remedy = severity === 'info' ? '' : remedyOf(finding, texts);
    const said = isOfForm(code) ? messageOf(finding, texts) : '';
    return `${severity} ${code} ${norm.article} ${remedy} ${said}`;
  };
  return together(findings, keyOf).map(group => groupOf(group, texts));
}

export const isOfForm = (code: string): boolean => code.startsWith('input/');

/** Findings with the same key, in the order of the first of each. */
export function together<F>(
  findings: readonly F[],
  keyOf: (finding: F, index: number) => string,
): [F, ...F[]][] {
  const groups = new Map<string, [F, ...F[]]>();
  for (const [index, finding] of findings.entries()) {
    const key = keyOf(finding, index);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function groupOf(findings: [Finding, ...Finding[]], texts: Texts): FindingGroup {
  const [first] = findings;
  // What could not be read is named by the message, and has no lines.
  const places = findings.map(finding => (finding.code === 'input/unreadable' ? '' : placeOf(finding)));
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
