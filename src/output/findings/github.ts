import { maskFileName } from '../../model/personal.ts';
import type { Severity } from '../../model/plan.ts';
import type { Finding } from '../../rules/check.ts';
import type { Texts } from '../../text/texts.ts';
import { visible } from '../layout/clean.ts';
import { slashed } from './file-path.ts';
import { type FindingGroup, groupsOf } from './groups.ts';
import type { Reporter } from './run.ts';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which shows each as an annotation at its line. */
export const github: Reporter = ({ plans }, { texts, errorsOnly = false }) =>
  plans
    .flatMap(({ findings }) =>
      groupsOf(
        findings.filter(({ severity }) => !errorsOnly || severity === 'error'),
        texts,
        { atOnePlace: true },
      ),
    )
    .map(group => `${annotation(group, texts)}\n`)
    .join('');

function annotation({ first, messages, remedy, citation }: FindingGroup, texts: Texts): string {
  const { code, severity } = first;
  const properties = { ...position(first), title: `${code} ${texts.rules[code].title}` };
  const lines = [...messages.map(({ text }) => text), remedy && `→ ${remedy}`, citation];
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMAND[severity]} ${listed.join(',')}::${data(lines.filter(line => line !== '').join('\n'))}`;
}

/** Where an annotation stands; standard input is no file. Columns only count within one line. */
function position({ place }: Finding): Record<string, string | number> {
  const { file, line, column, endLine, endColumn } = place.locate();
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
