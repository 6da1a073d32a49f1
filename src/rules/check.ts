import { type Facts, factsOf } from '../facts/facts.ts';
import type { Location, Place } from '../model/place.ts';
import type { Plan } from '../model/plan.ts';
import type { RosterNumbers } from '../model/roster-numbers.ts';
import { bySeverity, type Severity } from '../model/severity.ts';
import { NATIONAL, type Norm, type Norms } from '../norms/norms.ts';
import type { LoadedPlan } from '../read/plan/load.ts';
import type { Pseudonyms } from '../read/plan/pseudonyms.ts';
import type { Problem } from '../read/problem.ts';
import { type Day, isoOf, yearEndOf } from '../values/day.ts';
import { nearest } from '../values/nearest.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Code, type FindingArgs, planRules, rules } from './index.ts';
import type { Details, Rule } from './rule.ts';

/** Something found: which rule, where, with what numbers. The sentences are made from it by the texts (text/). */
export type Finding = {
  [C in Code]: {
    code: C;
    severity: Severity;
    place: Place;
    args: FindingArgs[C];
    subject: string;
    norm: Norm;
  };
}[Code];

export type Verdict = 'pass' | 'fail' | 'unreadable';

/** A plan with everything that was found. */
export interface CheckedPlan {
  path: string;
  verdict: Verdict;
  /** absent when the plan could not be read */
  facts?: Facts;
  /** what was judged and what was not; absent like the facts */
  checked?: Coverage;
  findings: Finding[];
  /** whose names are replaced in what is shown; absent where they are not */
  people?: Pseudonyms | undefined;
  /** the numbers of its people, which are masked in what is shown */
  numbers: RosterNumbers;
  /** findings set aside by a waiver that is in force */
  waived: { finding: Finding; reason: string; approvedBy: string }[];
}

/** Facts, rules, severities and waivers, of a plan that was read: the rest of the check. */
export function checkPlan({ path, problems, plan }: LoadedPlan, asOf: Day): CheckedPlan {
  const facts = plan && factsOf(plan);
  const found = new Collector(plan, asOf);
  for (const { code, place, args, severity } of foldUnknownKeys(problems.all))
    found.add(code, place, args, { severity });
  if (facts)
    for (const { id, check } of planRules as readonly (Rule & { id: Code })[])
      check(facts, (place: Place, args: unknown, details?: Details) => found.add(id, place, args, details));
  if (plan) found.checkRuleIds(plan);
  const waived = found.applyWaivers(plan?.waivers ?? [], plan?.unread.people);
  const findings = sorted(found.findings);
  const failed = findings.some(({ severity }) => severity === 'error');
  const verdict = problems.unreadable || !plan ? 'unreadable' : failed ? 'fail' : 'pass';
  return {
    path,
    verdict,
    facts,
    ...(facts && { checked: coverageOf(facts, problems.all) }),
    findings,
    waived,
    people: problems.people,
    numbers: problems.numbers,
  };
}

/** The same unknown key in thirty rows is one thing to mend: it is told at the first, with the lines of the others. */
function foldUnknownKeys(problems: readonly Problem[]): Problem[] {
  const told: Problem[] = [];
  const first = new Map<string, { also?: number[] }>();
  for (const problem of problems) {
    const { file, line, path, cell } = problem.place.locate();
    if (problem.code !== 'input/unknown-key' || cell !== undefined || !/\/\d+/.test(path)) {
      told.push(problem);
      continue;
    }
    const where = `${file} ${path.replace(/\/\d+/g, '/*')} ${problem.args.key}`;
    const before = first.get(where);
    if (before) before.also = [...(before.also ?? []), line];
    else {
      const args = { ...problem.args };
      first.set(where, args);
      told.push({ ...problem, args });
    }
  }
  return told;
}

const metaOf = new Map(rules.map((rule, index) => [rule.id as string, { rule, index }]));
/** Why a plan could not be checked; without them that would stand alone. They cannot be switched off. */
const UNREADABLE: ReadonlySet<Code> = new Set(['input/unreadable', 'input/syntax']);

class Collector {
  readonly findings: Finding[] = [];
  private readonly plan: Plan | undefined;
  private readonly asOf: Day;
  private readonly norms: Norms;
  /** norms of findings that have no date of their own are taken on the last day of the plan's year */
  private readonly judgedOn: Day;

  constructor(plan: Plan | undefined, asOf: Day) {
    this.plan = plan;
    this.asOf = asOf;
    this.norms = plan?.norms ?? NATIONAL;
    this.judgedOn = plan ? yearEndOf(plan.year) : asOf;
  }

  add(code: Code, place: Place, args: unknown, details: Details = {}): void {
    const { rule } = metaOf.get(code)!;
    const set = this.plan?.severities.get(code)?.severity;
    if (set === 'off' && !UNREADABLE.has(code)) return;
    this.findings.push({
      code,
      severity: (set === 'off' ? undefined : set) ?? details.severity ?? rule.severity,
      place,
      args,
      subject: details.subject ?? '',
      norm:
        details.norm ??
        this.norms.find(rule.norm, this.judgedOn) ??
        NATIONAL.on('plan-consistency', this.judgedOn),
    } as Finding);
  }

  /** Takes out the findings that a waiver in force sets aside; tells of waivers that are used up or set nothing aside. */
  applyWaivers(waivers: Plan['waivers'], unread?: ReadonlyMap<string, string>): CheckedPlan['waived'] {
    const waived: CheckedPlan['waived'] = [];
    for (const { rule, subject, alike = [], reason, approvedBy, until, place } of waivers) {
      if (!metaOf.has(rule)) continue;
      const isMeant = ({ code, subject: own }: Finding) =>
        code === rule && (subject === undefined || subject === own);
      const meant = this.findings.filter(isMeant);
      if (until < this.asOf) {
        this.add(
          'waiver/expired',
          place,
          { rule, subject: subject ?? '', until: isoOf(until) },
          { subject: rule },
        );
        continue;
      }
      // Of somebody who was not read nothing is found.
      if (meant.length === 0 && !unread?.has(subject ?? ''))
        this.add(
          'waiver/unused',
          place,
          { rule, subject: subject ?? '', alike: alike.join('、') },
          { subject: rule },
        );
      for (const finding of meant) {
        this.findings.splice(this.findings.indexOf(finding), 1);
        waived.push({ finding, reason, approvedBy });
      }
    }
    return waived;
  }

  /** Tells of severities and waivers for rules that do not exist. */
  checkRuleIds({ severities, waivers }: Pick<Plan, 'severities' | 'waivers'>): void {
    const unknown = (rule: string, place: Place) => {
      if (!metaOf.has(rule))
        this.add(
          'waiver/unknown-rule',
          place,
          { rule, nearest: nearest(rule, [...metaOf.keys()]) },
          { subject: rule },
        );
    };
    for (const [rule, { place }] of severities) unknown(rule, place);
    for (const { rule, place } of waivers) unknown(rule, place.at('rule'));
  }
}

/**
 * Gravest first, then in the order of the rules, then by place: the same input always gives the same list. Where findings stand
 * is asked only of those that are alike otherwise, since a plan's places may have to be looked for first (read/text/source.ts).
 */
function sorted(findings: Finding[]): Finding[] {
  if (findings.length < 2) return findings;
  const keyed = findings.map(finding => ({
    finding,
    rule: orderOf(finding.code),
    at: undefined as Location | undefined,
  }));
  const locate = (entry: { finding: Finding; at: Location | undefined }): Location => {
    entry.at ??= entry.finding.place.locate();
    return entry.at;
  };
  keyed.sort((a, b) => {
    const order = bySeverity(a.finding, b.finding) || a.rule - b.rule;
    if (order !== 0) return order;
    const [from, to] = [locate(a), locate(b)];
    if (from.file !== to.file) return from.file < to.file ? -1 : 1;
    return from.line - to.line || from.column - to.column;
  });
  return keyed.map(({ finding }) => finding);
}

/** What is wrong with the files reads from top to bottom; everything else by rule. */
const orderOf = (code: Code): number => (code.startsWith('input/') ? -1 : metaOf.get(code)!.index);
