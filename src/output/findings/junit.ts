import type { FindingResult, PlanResult } from '../../generated/types.ts';
import { maskFileName } from '../../model/personal.ts';
import { rules } from '../../rules/index.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf } from '../../values/day.ts';
import { visible } from '../layout/clean.ts';
import { slashed } from './file-path.ts';
import { citationText, placeText, waiverText } from './findings.ts';
import type { ResultReporter } from './run.ts';

interface Counts {
  tests: number;
  failures: number;
  skipped: number;
}

/**
 * JUnit XML for build servers: a suite for each plan, a test case for each rule. Errors are failures; warnings, notes
 * and waived findings are the output of a case that passes.
 */
export const junit: ResultReporter = function* ({ tool, asOf, plans }, { texts }) {
  const day = isoOf(asOf);
  // The sums stand before what is summed up.
  let total = NONE;
  for (const plan of plans) total = add(total, suiteOf(plan, day, texts).counts);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(tool.name)}" ${attributes(total)}>\n`;
  for (const plan of plans) yield `${suiteOf(plan, day, texts).lines.join('\n')}\n`;
  yield '</testsuites>\n';
};

function suiteOf(plan: PlanResult, asOf: string, texts: Texts): { counts: Counts; lines: string[] } {
  // What concerns several plans together was not looked at unless something of it was found.
  const found = new Set(plan.findings.map(({ code }) => code));
  const cases = rules
    .filter(({ id }) => !id.startsWith('batch/') || found.has(id))
    .map(({ id }) => caseOf(id, plan, texts));
  const counts = cases.reduce((sum, each) => add(sum, each.counts), NONE);
  return {
    counts,
    lines: [
      `  <testsuite name="${xml(plan.path)}" ${attributes(counts)}>`,
      '    <properties>',
      `      <property name="asOf" value="${asOf}"/>`,
      '    </properties>',
      ...cases.flatMap(({ lines }) => lines),
      '  </testsuite>',
    ],
  };
}

function caseOf(
  code: (typeof rules)[number]['id'],
  plan: PlanResult,
  texts: Texts,
): { counts: Counts; lines: string[] } {
  const own = plan.findings.filter(finding => finding.code === code);
  const errors = own.filter(({ severity }) => severity === 'error');
  const output = [
    ...own.filter(({ severity }) => severity !== 'error').map(finding => told(finding, texts)),
    ...(plan.waived ?? [])
      .filter(({ finding }) => finding.code === code)
      .map(({ finding: { message }, ...waiver }) => waiverText({ message, ...waiver }, texts)),
  ];
  const skipped = own.length === 0 && !wasApplied(code, plan);
  const content = [
    ...(errors.length > 0 ? [failure(errors, texts)] : []),
    ...(skipped ? ['<skipped/>'] : []),
    ...(output.length > 0 ? [`<system-out>${xml(output.join('\n'))}</system-out>`] : []),
  ];
  const name = `${code} ${texts.rules[code].title}`;
  const file = errors[0] ? ` file="${xml(slashed(maskFileName(errors[0].file)))}"` : '';
  const tag = `testcase name="${xml(name)}" classname="${xml(plan.path)}"${file} time="0"`;
  return {
    counts: { tests: 1, failures: errors.length > 0 ? 1 : 0, skipped: skipped ? 1 : 0 },
    lines:
      content.length > 0
        ? [`    <${tag}>`, ...content.map(line => `      ${line}`), '    </testcase>']
        : [`    <${tag}/>`],
  };
}

/** Of a plan that cannot be read nothing is known but what was found; a rule may be switched off. */
const wasApplied = (code: string, { year, off = [] }: PlanResult): boolean =>
  year !== undefined && !off.includes(code);

function failure(errors: FindingResult[], texts: Texts): string {
  const summary = errors.map(({ message }) => message).join('; ');
  const body = errors.map(finding => told(finding, texts)).join('\n');
  return `<failure message="${xml(visible(summary, ONE_LINE))}" type="${errors[0]!.code}">${xml(body)}</failure>`;
}

function told(finding: FindingResult, texts: Texts): string {
  const { severity, message, remedy } = finding;
  return [
    `${texts.report.severity[severity]} ${placeText(finding)}`,
    message,
    ...(severity === 'info' ? [] : [`→ ${remedy}`]),
    citationText(finding, texts),
  ]
    .filter(line => line !== '')
    .map(line => visible(line, ONE_LINE))
    .join('\n');
}

const ONE_LINE = { oneLine: true };
const NONE: Counts = { tests: 0, failures: 0, skipped: 0 };

const add = (a: Counts, b: Counts): Counts => ({
  tests: a.tests + b.tests,
  failures: a.failures + b.failures,
  skipped: a.skipped + b.skipped,
});

const attributes = ({ tests, failures, skipped }: Counts): string =>
  `tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}" time="0"`;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as content or attribute; what XML 1.0 has no way to write is replaced. */
const xml = (text: string): string =>
  visible(text)
    .replace(/[&<>"']/g, char => ENTITIES[char]!)
    .replace(/[\ufffe\uffff]/g, '\ufffd');
