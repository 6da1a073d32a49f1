import type { Direction } from '../facts/schedule/place.ts';
import type { Comparator } from '../values/share.ts';

/** A demand on the structure, for a sentence. */
export interface StructureDemand {
  name: string;
  comparator: Comparator;
  amount: string;
  min: number;
  max: number | null;
  planned: number | undefined;
  advisory: boolean;
}

/** What stands on paper besides the plan's own words. Dates come as YYYY-MM-DD. */
export interface PapersTexts {
  /** who signs, and when */
  signature: string[];
  gantt: {
    title: string;
    legend: Record<'planned' | 'done' | 'critical' | 'rest', string>;
    label(iso: string): string;
    days(from: string, to: string): string;
  };
  report: {
    title(plan: string): string;
    verdict(verdict: string, counts: string): string;
    findings(count: number): string;
    severity(name: string): string;
    checklist: string;
    person: string;
  };
  schedule: {
    title(plan: string): string;
    nothing: string;
    columns: {
      date: string;
      weekday: string;
      step: string;
      workingDays: string;
      owner: string;
      materials: string;
      slack: string;
      remarks: string;
    };
    list(items: string[]): string;
    critical: string;
    deadline(iso: string): string;
    done(iso: string): string;
    placed(direction: Direction, first: string, last: string): string;
    criticalPath(steps: string[]): string;
    circle(ids: string[]): string;
    misfit: {
      deadline(step: string, ends: string, deadline: string, chain: string[]): string;
      start(step: string, begins: string, today: string, chain: string[]): string;
    };
  };
  ics: {
    description: string;
    owner(name: string): string;
    materials(names: string[]): string;
    deadline(iso: string): string;
  };
  notice: {
    title(names: string[]): string;
    opening(organization: string, names: string[]): string;
    table: string;
    columns: {
      number: string;
      name: string;
      gender: string;
      ethnicity: string;
      birth: string;
      nativePlace: string;
      education: string;
      position: string;
      branch: string;
      application: string;
      activist: string;
    };
    term(field: string, value: string): string;
    period(from: string, to: string, workingDays: number): string;
    opinions(receiver: string): string;
    office: string;
    phone: string;
    address: string;
    /** to be filled in by hand */
    blank: string;
    date(iso: string): string;
    /** told on the terminal, not on paper */
    extended(to: string, workingDays: number): string;
    noNominees: string;
    noDate: string;
  };
  document: {
    headings: Record<'quota' | 'schedule' | 'materials', string>;
    /** `一、指导思想` */
    numbered(number: number, heading: string): string;
    /** `（一）准备阶段` */
    numberedPhase(number: number, phase: string): string;
    quota(
      year: number,
      total: number,
      superior: string | undefined,
      reserve: { min: number; max: number | null } | undefined,
      parts: { name: string; count: number }[],
    ): string;
    structure(demands: StructureDemand[]): string;
    columns: { requirement: string; demand: string; heads: string; planned: string };
    heads(min: number, max: number | null): string;
    days(from: string, to: string): string;
    step(number: number, name: string, days: string, owner: string, note: string): string;
    materials(papers: { name: string; count: number }[], by: string, owner: string): string;
    attachments: string;
    attachment(number: number): string;
    scheduleAttachment: string;
    date(iso: string): string;
    blankDate(year: number): string;
  };
}
