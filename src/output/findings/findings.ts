import type { FindingResult } from '../../generated/types.ts';
import { maskFileName } from '../../model/personal.ts';
import type { Severity } from '../../model/severity.ts';
import { documentOf } from '../../norms/norms.ts';
import type { CheckedPlan, Finding } from '../../rules/check.ts';
import { absentOf, PARTS, standingOf } from '../../rules/coverage.ts';
import { messageOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';

export function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `timeline.yaml:14:69`, `名册.xlsx [积极分子] F12` */
export function placeOf({ code, place }: Finding): string {
  const { file, cell } = place.locate();
  // A folder, or a file that could not be opened, has no lines.
  if (cell === undefined && code === 'input/unreadable' && place.source() === '') return maskFileName(file);
  return placeText(place.locate());
}

/** The same of a place as data. */
export function placeText({
  file,
  line,
  column,
  cell,
}: Pick<FindingResult, 'file' | 'line' | 'column' | 'cell'>): string {
  const shown = maskFileName(file);
  return cell === undefined ? `${shown}:${line}:${column}` : `${shown} ${cell}`;
}

/** The article that a finding rests on; the plan's own consistency and the file format need no citing. */
export const citationOf = ({ norm, severity }: Finding, texts: Texts): string =>
  citationText(
    { severity, source: { document: norm.document[texts.language], article: norm.article ?? '' } },
    texts,
  );

/** The same of a finding as data. */
export function citationText(
  { severity, source }: { severity: Severity; source: Pick<FindingResult['source'], 'document' | 'article'> },
  { language, report }: Texts,
): string {
  const needNoCiting = ['plan', 'format'].map(id => documentOf(id)[language]);
  if (severity === 'info' || needNoCiting.includes(source.document)) return '';
  return report.findings.source(source.document, source.article);
}

/** A finding that was set aside, with the reason and who approved. */
export const waivedText = ({ finding, ...waiver }: CheckedPlan['waived'][number], texts: Texts): string =>
  waiverText({ message: messageOf(finding, texts), ...waiver }, texts);

/** The same of what it says. */
export const waiverText = (
  { message, reason, approvedBy }: { message: string; reason: string; approvedBy: string },
  { report }: Texts,
): string => report.findings.waivedLine(message, reason, approvedBy);

/** The last sentence of a report: the verdict again, where the end is what stays on the screen, and what to do next. */
export function closingOf(checked: CheckedPlan, texts: Texts): string {
  const { findings, verdict } = checked;
  const { report } = texts;
  const { error, warning } = countsOf(findings);
  if (verdict !== 'unreadable')
    return report.closing(verdictOf(checked, texts), error, warning, partlyOf(checked), absentIn(checked));
  return findings.some(({ code }) => code === 'input/syntax') ? report.findings.formOnly : '';
}

const partlyOf = ({ checked }: CheckedPlan) =>
  checked ? PARTS.filter(part => checked[part] === 'partly') : [];

const absentIn = ({ checked }: CheckedPlan) => (checked ? absentOf(checked) : []);

/** The verdict in words: ready to submit is only what was judged. */
export function verdictOf({ verdict, checked }: CheckedPlan, { report }: Texts): string {
  if (verdict !== 'pass' || !checked) return report.verdict[verdict];
  const standing = standingOf(checked);
  return standing === 'pass' ? report.verdict.pass : report.qualified[standing];
}

/** What was checked and what was not; empty where the plan could not be read. */
export function coverageText({ checked }: CheckedPlan, { report }: Texts): string {
  if (!checked) return '';
  const those = (is: boolean | 'partly') => PARTS.filter(part => checked[part] === is);
  return report.checked(those(true), those('partly'), those(false));
}
