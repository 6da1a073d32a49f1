import { isoOf, weekdayOf, yearOf } from '../model/day.ts';
import { maskPersonal } from '../model/personal.ts';
import type { Severity } from '../model/plan.ts';
import { amountText, exactText, percentText } from '../model/share.ts';
import type { CheckedPlan, Finding } from '../rules/check.ts';
import type { Facts } from '../rules/rule.ts';
import type { ScheduledStep } from '../schedule/resolve.ts';
import type { RequirementState } from '../structure/assess.ts';
import { messageOf, remedyOf } from '../text/sentences.ts';
import { visible } from './layout/clean.ts';
import { codeFrame } from './layout/frame.ts';
import { type TableCell, table } from './layout/table.ts';
import { wrap, wrapHanging } from './layout/wrap.ts';
import { assignedBy, reserveRange } from './result.ts';
import type { CheckRun, ReportOptions } from './run.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

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
    const { facts } = this.checked;
    const parts = [this.head()];
    if (facts)
      parts.push(this.quota(facts), this.structure(facts), this.reserves(facts), this.timeline(facts));
    for (const severity of SEVERITIES) parts.push(this.findings(severity));
    parts.push(this.waived(), this.closing());
    return parts.filter(part => part !== '').join('\n\n');
  }

  private head(): string {
    const { verdict, findings, facts, path } = this.checked;
    const { report } = this.options.texts;
    const { paint } = this.options;
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity } of findings) counts[severity]++;
    const colour = verdict === 'pass' ? paint.good : paint.error;
    const lines = [`${paint.strong(colour(report.verdict[verdict]))}  ${report.counts(counts)}`];
    if (facts)
      lines.push(
        paint.strong(visible(report.title(facts.plan.organization.name, facts.plan.year), ONE_LINE)),
      );
    lines.push(paint.faint(visible(path, ONE_LINE)));
    return lines.join('\n');
  }

  private quota({ plan }: Facts): string {
    const { quota: texts } = this.options.texts.report;
    if (!plan.quota) return '';
    const parts = plan.quota.categories
      .filter(({ implicit }) => !implicit)
      .map(({ name, count }) => texts.part(name, count));
    const nominees = plan.people.filter(({ role }) => role === 'nominee').length;
    const lines = [this.paragraph(texts.summary(plan.quota.total, nominees, parts))];
    if (!plan.hasRoster) lines.push(this.paragraph(texts.noRoster));
    return this.section(texts.heading, lines);
  }

  private structure({ structure, plan }: Facts): string {
    if (structure.length === 0) return '';
    const { structure: texts } = this.options.texts.report;
    const rows = structure.map(state => this.requirement(state, plan.hasRoster));
    const wholes = [...new Set(structure.map(({ whole }) => whole))];
    const step = wholes.map(whole => texts.step(whole, percentText(1, whole))).join('');
    return this.section(texts.heading, [
      this.table(texts.columns, rows, [{ min: 8 }, {}, { align: 'right' }, {}, {}, {}, { min: 6 }]),
      this.options.paint.faint(this.paragraph(step)),
    ]);
  }

  private requirement(state: RequirementState, hasRoster: boolean): TableCell[] {
    const { structure: texts } = this.options.texts.report;
    const { requirement, whole, accepted, counted } = state;
    const name =
      requirement.name +
      (requirement.of === undefined ? '' : texts.of(requirement.of)) +
      (requirement.level === 'advisory' ? texts.advisory : '');
    const withShare = (heads: number) => `${heads} (${percentText(heads, whole)})`;
    return [
      name,
      texts.demand(requirement.comparator, amountText(requirement.amount)),
      exactText(requirement.amount, whole),
      texts.heads(accepted.min, accepted.max ?? null),
      requirement.planned === undefined ? '' : withShare(requirement.planned),
      hasRoster ? withShare(counted.length) : '',
      this.outcome(state),
    ];
  }

  private outcome({ met, short, over, unknown, requirement }: RequirementState): TableCell {
    const { structure: texts } = this.options.texts.report;
    const { paint } = this.options;
    const unsure = unknown.length > 0 ? ` ${texts.unknown(unknown.length)}` : '';
    if (met === undefined) return { text: texts.noNominees, style: paint.faint };
    if (met) return { text: texts.met + unsure, style: paint.good };
    const style = requirement.level === 'advisory' ? paint.warning : paint.error;
    return { text: (short > 0 ? texts.short(short) : texts.over(over)) + unsure, style };
  }

  private reserves({ plan, reserves }: Facts): string {
    if (!plan.reserve || !plan.hasRoster) return '';
    const { reserve: texts } = this.options.texts.report;
    const { paint } = this.options;
    const { min, max = null } = plan.reserve;
    const all = reserveRange(plan.reserve, reserves.slots.length);
    const rows = reserves.slots.map(({ slot, nominees, reserves: people, listed, met }): TableCell[] => [
      slot.id,
      nominees.map(({ name }) => name).join('、') || { text: texts.nobody, style: paint.faint },
      people.map(({ name }) => name).join('、'),
      { text: String(people.length), style: met ? paint.good : paint.error },
      people.length === 0 ? '' : texts.by[assignedBy(people.length, listed)],
    ]);
    const used = new Set(reserves.slots.flatMap(({ reserves: people }) => people));
    const left = reserves.eligible.filter(person => !used.has(person)).map(({ name }) => name);
    return this.section(texts.heading, [
      this.paragraph(
        texts.summary(min, max, reserves.slots.length, all.min, all.max, reserves.eligible.length),
      ),
      this.table(texts.columns, rows, [{ min: 8 }, { min: 6 }, { min: 8 }, { align: 'right' }, {}]),
      ...(left.length > 0 ? [this.paragraph(texts.pool(left))] : []),
    ]);
  }

  private timeline({ plan, schedule }: Facts): string {
    if (schedule.steps.length === 0) return '';
    const { timeline: texts } = this.options.texts.report;
    const rows = schedule.steps.map(step => this.step(step, plan));
    return this.section(texts.heading, [
      this.table(texts.columns, rows, [
        { min: 12 },
        { min: 5 },
        { min: 10 },
        { align: 'right' },
        { align: 'right' },
        { min: 10 },
      ]),
    ]);
  }

  private step(
    { step, from, to, calendarDays, workingDays, computed }: ScheduledStep,
    plan: Facts['plan'],
  ): TableCell[] {
    const { timeline: texts } = this.options.texts.report;
    if (from === undefined || to === undefined)
      return [{ text: texts.undated, style: this.options.paint.faint }, '', step.name, '', '', ''];
    const short = (iso: string) => (iso.startsWith(String(plan.year)) ? iso.slice(5) : iso);
    const weekday = (day: number) => texts.weekday(weekdayOf(day));
    const remarks = this.restDays(from, to, plan);
    if (computed) remarks.push(texts.computed);
    if (!plan.calendar.isKnown(yearOf(from))) remarks.push(texts.provisional);
    return [
      from === to ? short(isoOf(from)) : texts.range(short(isoOf(from)), short(isoOf(to))),
      from === to ? weekday(from) : texts.range(weekday(from), weekday(to)),
      step.name,
      texts.days(calendarDays),
      texts.days(workingDays),
      remarks.join(this.options.texts.language === 'zh' ? '；' : '; '),
    ];
  }

  /** Days off within a step, for short ones: `9–11日端午节放假`. */
  private restDays(from: number, to: number, { calendar }: Facts['plan']): string[] {
    const { report, language } = this.options.texts;
    if (to - from > 31) return [];
    const holidays = new Map<string, string[]>();
    const weekends: string[] = [];
    const makeups: string[] = [];
    for (let day = from; day <= to; day++) {
      const { kind, name } = calendar.status(day);
      const iso = isoOf(day);
      if (kind === 'weekend') weekends.push(iso);
      else if (kind === 'makeup-workday') makeups.push(iso);
      else if (kind === 'holiday') {
        const festival = name?.[language] ?? report.timeline.localHoliday;
        holidays.set(festival, [...(holidays.get(festival) ?? []), iso]);
      }
    }
    return [
      ...[...holidays].map(([name, days]) => report.timeline.holiday(name, days)),
      ...(weekends.length > 0 ? [report.timeline.weekend(weekends)] : []),
      ...(makeups.length > 0 ? [report.timeline.makeup(makeups)] : []),
    ];
  }

  private findings(severity: Severity): string {
    const own = this.checked.findings.filter(finding => finding.severity === severity);
    if (own.length === 0) return '';
    const { report } = this.options.texts;
    const paint = this.options.paint[severity];
    const lines = alike(own).map((group, index) => this.finding(group, index + 1));
    return [paint(this.options.paint.strong(report.findings.heading(severity, own.length))), ...lines].join(
      severity === 'info' ? '\n' : '\n\n',
    );
  }

  private finding([finding, ...others]: [Finding, ...Finding[]], number: number): string {
    const { width, paint, ambiguous, texts } = this.options;
    const { file, line, column } = finding.place.locate();
    const place = `${visible(file, ONE_LINE)}:${line}:${column}`;
    const hang = (first: string, rest: string) => wrapHanging(first, rest, width, { ambiguous });
    const head = `${String(number).padStart(2)}. `;
    const lines = [hang(head, visible(messageOf(finding, texts), ONE_LINE))];
    if (others.length > 0) {
      const also = others.map(({ subject }) => visible(subject, ONE_LINE));
      lines.push(hang('    ', texts.report.findings.also(also)));
    }
    if (finding.severity !== 'info') lines.push(hang('    → ', visible(remedyOf(finding, texts), ONE_LINE)));
    lines.push(paint.faint(hang('    ', `${place}  ${finding.code}${this.source(finding)}`)));
    if (finding.code.startsWith('input/') && finding.severity !== 'info' && finding.place.source() !== '') {
      const frame = codeFrame(maskPersonal(finding.place.source()), finding.place.locate(), {
        width: width - 4,
        ambiguous,
      });
      lines.push(...frame.split('\n').map(row => `    ${row}`));
    }
    return lines.join('\n');
  }

  /** The article that a finding rests on; the plan's own consistency and the file format need no citing. */
  private source({ norm, severity }: Finding): string {
    if (severity === 'info' || norm.document.id === 'plan' || norm.document.id === 'format') return '';
    const { language, report } = this.options.texts;
    return `  ${report.findings.source(norm.document[language], norm.article ?? '')}`;
  }

  private waived(): string {
    const { waived } = this.checked;
    if (waived.length === 0) return '';
    const { findings: texts } = this.options.texts.report;
    return this.section(
      texts.waived(waived.length),
      waived.map(({ finding, reason, approvedBy }) =>
        wrapHanging(
          '  · ',
          visible(texts.waivedLine(messageOf(finding, this.options.texts), reason, approvedBy), ONE_LINE),
          this.options.width,
        ),
      ),
    );
  }

  private closing(): string {
    const { findings, verdict } = this.checked;
    const { report } = this.options.texts;
    const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length;
    if (verdict === 'unreadable')
      return findings.some(({ code }) => code === 'input/syntax')
        ? this.paragraph(report.findings.formOnly)
        : '';
    return this.paragraph(report.closing(count('error'), count('warning')));
  }

  private section(heading: string, lines: string[]): string {
    return [this.options.paint.strong(heading), ...lines].join('\n');
  }

  private paragraph(content: string): string {
    return wrap(visible(content, ONE_LINE), this.options.width, { ambiguous: this.options.ambiguous }).join(
      '\n',
    );
  }

  private table(
    head: readonly string[],
    rows: TableCell[][],
    columns: Parameters<typeof table>[0]['columns'],
  ): string {
    const { width, ambiguous } = this.options;
    return table({ head, rows, columns, width, ambiguous });
  }
}

const ONE_LINE = { oneLine: true };

/** Findings of one rule at one place, such as seven slots without reserves, are told once and the others named. */
function alike(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { file, line, column } = finding.place.locate();
    const key = `${finding.code} ${finding.norm.article} ${file}:${line}:${column}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}
