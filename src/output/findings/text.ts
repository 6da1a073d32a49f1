import { maskLandlines, maskPersonal } from '../../model/personal.ts';
import { SEVERITIES, type Severity } from '../../model/severity.ts';
import { maskEntries } from '../../read/fields/masked.ts';
import type { CheckedPlan, Finding } from '../../rules/check.ts';
import { messageOf } from '../../text/sentences.ts';
import { visible } from '../layout/clean.ts';
import { codeFrame, linesOf } from '../layout/frame.ts';
import { wrapHanging } from '../layout/wrap.ts';
import { closingOf, countsOf, coverageText, placeOf, verdictOf, waivedText } from './findings.ts';
import { type FindingGroup, groupsOf } from './groups.ts';
import { shownFacts } from './rows.ts';
import type { CheckRun, ReportOptions } from './run.ts';
import { paragraph, sectionText } from './section-text.ts';

/**
 * The report for the terminal. What is read on a screen of 24 lines is its end, so the gravest comes last: tables, what is
 * worth knowing, warnings, errors, and the verdict again with what to do next.
 */
export function text(run: CheckRun, options: ReportOptions): string {
  return run.plans.map(plan => `${new PlanText(plan, options).render()}\n`).join('\n');
}

class PlanText {
  private readonly checked: CheckedPlan;
  private readonly options: ReportOptions;

  constructor(checked: CheckedPlan, options: ReportOptions) {
    this.checked = checked;
    this.options = options;
  }

  render(): string {
    const { texts, view, errorsOnly = false } = this.options;
    const facts = shownFacts(this.checked, texts);
    const isWhole = view === undefined && !errorsOnly;
    const shown = (errorsOnly ? ['error' as const] : [...SEVERITIES].reverse()).map(severity => {
      const own = this.checked.findings.filter(finding => finding.severity === severity);
      return view === 'concise' ? this.concise(own) : view === 'summary' ? '' : this.findings(severity, own);
    });
    return [
      view === 'concise' ? '' : this.head(facts?.title),
      ...(isWhole ? (facts?.sections ?? []).map(section => sectionText(section, this.options)) : []),
      isWhole ? this.waived() : '',
      ...(view === 'summary' ? [this.summary(errorsOnly)] : shown),
      this.paragraph(this.leftOut(errorsOnly)),
      this.paragraph(closingOf(this.checked, texts)),
    ]
      .filter(part => part !== '')
      .join(view === 'concise' ? '\n' : '\n\n');
  }

  /** A line for each finding, as compilers write them: place, severity, message, rule. */
  private concise(findings: readonly Finding[]): string {
    const { texts } = this.options;
    return findings
      .map(finding =>
        visible(
          `${placeOf(finding)}: ${texts.report.severity[finding.severity]}: ${messageOf(finding, texts)} [${finding.code}]`,
          ONE_LINE,
        ),
      )
      .join('\n');
  }

  /** How often each rule found something, the gravest last. */
  private summary(errorsOnly: boolean): string {
    const { texts } = this.options;
    const rows = new Map<string, { finding: Finding; count: number }>();
    for (const finding of this.checked.findings) {
      if (errorsOnly && finding.severity !== 'error') continue;
      const key = `${finding.severity} ${finding.code}`;
      rows.set(key, { finding, count: (rows.get(key)?.count ?? 0) + 1 });
    }
    if (rows.size === 0) return '';
    const [severity, rule, title, count] = texts.report.findings.summaryColumns;
    return sectionText(
      {
        heading: texts.report.findings.summary,
        lines: [],
        columns: [{ title: severity }, { title: rule }, { title, min: 10 }, { title: count, align: 'right' }],
        rows: [...rows.values()]
          .reverse()
          .map(({ finding, count }) => [
            { text: texts.report.severity[finding.severity], tone: toneOf(finding) },
            { text: finding.code },
            { text: texts.rules[finding.code].title },
            { text: String(count) },
          ]),
        notes: [],
      },
      this.options,
    );
  }

  private leftOut(errorsOnly: boolean): string {
    if (!errorsOnly) return '';
    const { warning, info } = countsOf(this.checked.findings);
    return warning + info === 0 ? '' : this.options.texts.report.findings.leftOut(warning, info);
  }

  private head(title: string | undefined): string {
    const { verdict, findings, path } = this.checked;
    const { paint, texts } = this.options;
    const { report } = texts;
    const colour = verdict === 'pass' ? paint.good : paint.error;
    const lines = [
      `${paint.strong(colour(verdictOf(this.checked, texts)))}  ${report.counts(countsOf(findings))}`,
    ];
    if (title !== undefined) lines.push(paint.strong(this.paragraph(title)));
    lines.push(paint.faint(this.paragraph(path)));
    const coverage = coverageText(this.checked, texts);
    if (coverage !== '') lines.push(this.paragraph(coverage));
    return lines.join('\n');
  }

  private findings(severity: Severity, own: readonly Finding[]): string {
    if (own.length === 0) return '';
    const { texts, paint } = this.options;
    const groups = groupsOf(own, texts);
    const heading = texts.report.findings.heading(severity, own.length, groups.length);
    return [
      paint[severity](paint.strong(heading)),
      ...groups.map((group, index) => this.group(group, index + 1)),
    ].join(severity === 'info' ? '\n' : '\n\n');
  }

  private group({ first, messages, place, remedy, citation }: FindingGroup, number: number): string {
    const { width, paint, ambiguous, texts } = this.options;
    const hang = (first: string, rest: string) =>
      wrapHanging(first, visible(rest, ONE_LINE), width, { ambiguous });
    const lines = messages.map((message, index) =>
      hang(
        index === 0 ? `${String(number).padStart(2)}. ` : '    ',
        [message.text, message.place && texts.report.findings.at(message.place)].join(''),
      ),
    );
    if (remedy !== '') lines.push(hang('    → ', remedy));
    const origin = [place, first.code, citation].filter(part => part !== '').join('  ');
    lines.push(paint.faint(hang('    ', origin)));
    const { frames = true } = this.options;
    const isForm = first.code.startsWith('input/') && first.severity !== 'info';
    if (frames && isForm && first.place.source() !== '') {
      const frame = codeFrame(this.linesOf(first.place.source()), first.place.locate(), {
        width: width - 4,
        ambiguous,
        mask: this.maskLine,
      });
      lines.push(...frame.split('\n').map(row => `    ${row}`));
    }
    return lines.join('\n');
  }

  /** The lines of a file, made once for all that is found in it. */
  private linesOf(source: string): readonly string[] {
    if (this.last?.source !== source) this.last = { source, lines: linesOf(source) };
    return this.last.lines;
  }

  /** In a file that cannot be read no number is known, but what stands behind its key, and any landline, may be somebody's. */
  private readonly maskLine = (line: string): string =>
    maskPersonal(this.checked.numbers.inText(maskLandlines(maskEntries(line))));

  private last: { source: string; lines: readonly string[] } | undefined;

  private waived(): string {
    const { waived } = this.checked;
    if (waived.length === 0) return '';
    const { texts, width } = this.options;
    return this.titled(
      texts.report.findings.waived(waived.length),
      waived.map(each => wrapHanging('  · ', visible(waivedText(each, texts), ONE_LINE), width)),
    );
  }

  private titled(heading: string, lines: string[]): string {
    return [this.options.paint.strong(heading), ...lines].join('\n');
  }

  private paragraph(content: string): string {
    return paragraph(content, this.options);
  }
}

const toneOf = ({ severity }: Finding) => (severity === 'info' ? undefined : severity);

const ONE_LINE = { oneLine: true };
