import { maskPersonal } from '../../model/personal.ts';
import type { Severity } from '../../model/plan.ts';
import type { CheckedPlan, Finding } from '../../rules/check.ts';
import { messageOf, remedyOf } from '../../text/sentences.ts';
import { visible } from '../layout/clean.ts';
import { codeFrame, linesOf } from '../layout/frame.ts';
import { wrapHanging } from '../layout/wrap.ts';
import {
  alike,
  citationOf,
  closingOf,
  countsOf,
  coverageText,
  placeOf,
  SEVERITIES,
  verdictOf,
  waivedText,
} from './findings.ts';
import { shownFacts } from './rows.ts';
import type { CheckRun, ReportOptions } from './run.ts';
import { paragraph, sectionText } from './section-text.ts';

/** The report for the terminal: the verdict first, then the tables, then what was found. */
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
    const facts = shownFacts(this.checked, this.options.texts);
    return [
      this.head(facts?.title),
      ...(facts?.sections ?? []).map(section => sectionText(section, this.options)),
      ...SEVERITIES.map(severity => this.findings(severity)),
      this.waived(),
      this.paragraph(closingOf(this.checked, this.options.texts)),
    ]
      .filter(part => part !== '')
      .join('\n\n');
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

  private findings(severity: Severity): string {
    const own = this.checked.findings.filter(finding => finding.severity === severity);
    if (own.length === 0) return '';
    const { texts } = this.options;
    const { report } = texts;
    const paint = this.options.paint[severity];
    const lines = alike(own, texts).map((group, index) => this.finding(group, index + 1));
    return [paint(this.options.paint.strong(report.findings.heading(severity, own.length))), ...lines].join(
      severity === 'info' ? '\n' : '\n\n',
    );
  }

  private finding([finding, ...others]: [Finding, ...Finding[]], number: number): string {
    const { width, paint, ambiguous, texts } = this.options;
    const hang = (first: string, rest: string) => wrapHanging(first, rest, width, { ambiguous });
    const head = `${String(number).padStart(2)}. `;
    const lines = [hang(head, visible(messageOf(finding, texts), ONE_LINE))];
    if (others.length > 0) {
      const also = others.map(({ subject }) => visible(subject, ONE_LINE));
      lines.push(hang('    ', texts.report.findings.also(also)));
    }
    if (finding.severity !== 'info') lines.push(hang('    → ', visible(remedyOf(finding, texts), ONE_LINE)));
    const origin = [placeOf(finding), finding.code, citationOf(finding, texts)];
    lines.push(paint.faint(hang('    ', visible(origin.filter(part => part !== '').join('  '), ONE_LINE))));
    const { frames = true } = this.options;
    const isForm = finding.code.startsWith('input/') && finding.severity !== 'info';
    if (frames && isForm && finding.place.source() !== '') {
      const frame = codeFrame(this.linesOf(finding.place.source()), finding.place.locate(), {
        width: width - 4,
        ambiguous,
        mask: maskPersonal,
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

const ONE_LINE = { oneLine: true };
