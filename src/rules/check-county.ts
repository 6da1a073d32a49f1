import type { Place } from '../model/place.ts';
import { bySeverity } from '../model/severity.ts';
import { NATIONAL } from '../norms/norms.ts';
import { type Day, yearEndOf } from '../values/day.ts';
import type { Finding } from './check.ts';
import type { CountyFacts } from './county-facts.ts';
import { countyRules } from './index.ts';
import type { Details, RuleMeta } from './rule.ts';

/** What the rules find of a county: errors first, as they are told of a plan. */
export function countyFindings(facts: CountyFacts, asOf: Day): Finding[] {
  const findings: Finding[] = [];
  // What is demanded of a plan is what holds at the end of its year (rules/check.ts).
  const { year } = facts.file;
  const day = year === undefined ? asOf : yearEndOf(year);
  for (const rule of countyRules)
    rule.check(facts, (place: Place, args: unknown, details?: Details) =>
      findings.push(findingOf(rule, place, args, day, details)),
    );
  return findings.sort(bySeverity);
}

/** @param day the norm in force on it is cited */
export const findingOf = (
  { id, severity, norm }: RuleMeta,
  place: Place,
  args: unknown,
  day: Day,
  details: Details = {},
): Finding =>
  ({
    code: id,
    severity: details.severity ?? severity,
    place,
    args,
    subject: details.subject ?? '',
    norm: NATIONAL.on(norm, day),
  }) as Finding;
