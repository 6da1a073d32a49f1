import type { Severity } from '../model/plan.ts';
import type { Period } from '../output/explain/periods.ts';
import type { Comparator } from '../values/share.ts';

/** What `plan explain` says around the rules' own texts. */
export interface ExplainTexts {
  groups: Record<string, string>;
  headings: {
    demand: string;
    severity: string;
    source: string;
    workings: string;
    found: string;
    settings: string;
    bad: string;
    good: string;
    norms: string;
  };
  severity: Record<Severity, string>;
  nothingFound: string;
  /** how to change the severity or waive a finding */
  settings(code: string): string;
  certainty: Record<'text' | 'secondary' | 'memory', string>;
  standing: Record<'regulation' | 'local' | 'optional', string>;
  units: Record<string, string>;
  /** `2014-05-28起：12个月`; without a date it has always been so */
  value(from: string, amount: string, document: string, standing: string, certainty: string): string;
  /** a value with its outer limit, where there are two: `3个月，至多6个月` */
  amount(value: number, most: number | undefined, unit: string): string;
  /** an article as this language writes it */
  article(text: string): string;
  unknownCode(code: string, nearest: string): string;
  listHint: string;
  workings: {
    share(
      name: string,
      comparator: Comparator,
      amount: string,
      whole: number,
      exact: string,
      min: number,
      max: number | null,
      planned: number | undefined,
      have: number,
      haveShare: string,
    ): string;
    sum(parts: { name: string; count: number }[], total: number): string;
    ripe(day: string, months: number): string;
    slot(id: string, have: number, min: number, max: number | null): string;
    notice(
      name: string,
      from: string,
      to: string,
      calendarDays: number,
      workingDays: number,
      need: number,
    ): string;
    step(name: string, from: string, to: string, calendarDays: number, workingDays: number): string;
    period(period: Period): string;
  };
  reference: { title: string; note: string };
}
