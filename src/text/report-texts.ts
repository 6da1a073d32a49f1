import type { StepName } from '../facts/procedure/steps.ts';
import type { Severity } from '../model/plan.ts';
import type { Comparator } from '../values/share.ts';

/** Headings, columns and phrases of the reports. */
export interface ReportTexts {
  title(organization: string, year: number): string;
  verdict: { pass: string; fail: string; unreadable: string };
  counts(counts: Record<Severity, number>): string;
  severity: Record<Severity, string>;
  quota: {
    heading: string;
    summary(total: number, nominees: number, parts: string[]): string;
    noRoster: string;
    /** `农牧民 7` */
    part(name: string, count: number): string;
  };
  structure: {
    heading: string;
    columns: [
      demand: string,
      share: string,
      exact: string,
      needed: string,
      planned: string,
      have: string,
      result: string,
    ];
    demand(comparator: Comparator, amount: string): string;
    heads(min: number, max: number | null): string;
    /** what one person is of the whole */
    step(whole: number, step: string): string;
    of(name: string): string;
    advisory: string;
    met: string;
    short(heads: number): string;
    over(heads: number): string;
    noNominees: string;
    unknown(people: number): string;
  };
  reserve: {
    heading: string;
    summary(
      min: number,
      max: number | null,
      slots: number,
      allMin: number,
      allMax: number | null,
      have: number,
    ): string;
    columns: [slot: string, nominee: string, reserves: string, count: string, by: string];
    by: Record<'plan' | 'tool' | 'both', string>;
    nobody: string;
    pool(names: string[]): string;
  };
  timeline: {
    heading: string;
    columns: [date: string, weekday: string, step: string, days: string, workingDays: string, remark: string];
    weekday(day: number): string;
    range(from: string, to: string): string;
    undated: string;
    days(count: number): string;
    /** holidays, weekends and make-up workdays within a step */
    holiday(name: string, days: string[]): string;
    weekend(days: string[]): string;
    makeup(days: string[]): string;
    provisional: string;
    computed: string;
    localHoliday: string;
  };
  upcoming: {
    heading: string;
    columns: [date: string, what: string, remark: string];
    papers(step: string): string;
    lacking(names: string[]): string;
    event(step: StepName): string;
    people(names: string[]): string;
  };
  findings: {
    heading(severity: Severity, count: number): string;
    source(document: string, article: string): string;
    /** further findings of the same rule at the same place, by what they are about */
    also(subjects: string[]): string;
    waived(count: number): string;
    waivedLine(message: string, reason: string, approvedBy: string): string;
    /** only the form was checked since the plan could not be read */
    formOnly: string;
  };
  closing(errors: number, warnings: number): string;
}
