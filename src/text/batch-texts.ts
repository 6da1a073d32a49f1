import type { Severity } from '../model/plan.ts';
import type { Verdict } from '../rules/check.ts';

/** What `plan batch` says. */
export interface BatchTexts {
  title: string;
  /** how many plans came out how */
  summary(counts: Record<Verdict, number>): string;
  columns: {
    name: string;
    path: string;
    verdict: string;
    quota: string;
    structure: string;
    reserve: string;
    errors: string;
    warnings: string;
    next: string;
  };
  verdict: Record<Verdict, string>;
  /** requirements that are not met, with the heads that are lacking */
  short(names: { name: string; heads: number }[]): string;
  reserveShort(slots: number): string;
  county: {
    heading(name: string): string;
    allocated(total: number, held: number, allocated: number): string;
    quota(planned: number, nominees: number): string;
    reserves(min: number, max: number | null, have: number): string;
    funnel(applicants: number, activists: number): string;
    columns: [requirement: string, demand: string, needed: string, have: string, result: string];
    result(met: boolean, without: number): string;
    /** what was found of the county, and what to do about it where */
    found(severity: string, message: string): string;
    remedy(remedy: string, place: string): string;
  };
  failing(count: number): string;
  failingLine(name: string, errors: number, message: string): string;
  more(count: number): string;
  byRule(count: number): string;
  ruleColumns: [severity: string, rule: string, title: string, findings: string, plans: string];
  findings: {
    sheet: string;
    columns: [name: string, severity: string, rule: string, message: string, place: string, remedy: string];
  };
  severity: Record<Severity, string>;
  html: {
    search: string;
    all: string;
    shortfalls: string;
    deadlines: string;
    days(date: string, count: number): string;
    people(heads: number): string;
  };
  progress(done: number, all: number, seconds: number): string;
  stopped(done: number, left: number): string;
  nothing(path: string): string;
  noPlans: string;
  shard: string;
  notShard(path: string): string;
  shardsDiffer(path: string): string;
  /** the parts are made with or without names */
  redactShards: string;
  shardMissing(shards: string): string;
}
