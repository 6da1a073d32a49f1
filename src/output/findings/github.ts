import type { FindingResult } from '../../generated/types.ts';
import { maskFileName } from '../../model/personal.ts';
import type { Severity } from '../../model/severity.ts';
import { ruleTitle } from '../../text/rule-title.ts';
import type { Texts } from '../../text/texts.ts';
import { visible } from '../layout/clean.ts';
import { slashed } from './file-path.ts';
import { citationText, placeText } from './findings.ts';
import { isOfForm, together } from './groups.ts';
import type { ResultReporter } from './run.ts';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which shows each as an annotation at its line. */
export const github: ResultReporter = function* ({ plans }, { texts, errorsOnly = false }) {
  for (const { findings } of plans) {
    const told = findings.filter(({ severity }) => !errorsOnly || severity === 'error');
    for (const group of together(told, keyOf)) yield `${annotation(group, texts)}\n`;
  }
};

/** What is alike at one place is one annotation; faults of form stay single. */
const keyOf = ({ code, severity, source, remedy, ...place }: FindingResult, index: number): string =>
  isOfForm(code) ? String(index) : [severity, code, source.article, remedy, placeText(place)].join(' ');

function annotation(group: [FindingResult, ...FindingResult[]], texts: Texts): string {
  const [first] = group;
  const { code, severity } = first;
  const properties = { ...position(first), title: `${code} ${ruleTitle(code, texts)}` };
  const lines = [
    ...group.map(({ message }) => message),
    severity === 'info' ? '' : `→ ${first.remedy}`,
    citationText(first, texts),
  ];
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMAND[severity]} ${listed.join(',')}::${data(lines.filter(line => line !== '').join('\n'))}`;
}

/** Where an annotation stands; standard input is no file. Columns only count within one line. */
function position({
  file,
  line,
  column,
  endLine,
  endColumn,
}: FindingResult): Record<string, string | number> {
  if (file === '-') return {};
  return {
    file: slashed(maskFileName(file)),
    line,
    endLine,
    ...(line === endLine && { col: column, endColumn }),
  };
}

/** The escapes that the runner undoes in the text of a command, and besides those in its properties. */
const data = (text: string): string =>
  visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
