import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { spans, type Whose } from '../spans.ts';

/**
 * The papers were archived later after the conversion than a local norm allows; the Rules say in time (及时) and no number
 * (Art. 37, since 2026 Art. 36).
 */
export const archiveLate = {
  id: 'period/archive-late',
  severity: 'warning',
  norm: 'archive',
  check(facts: Facts, report: Report<Whose & { from: string; to: string; days: number; limit: string }>) {
    for (const { start, end, whose, dates, subject, place } of spans(facts, {
      from: 'conversionApproval',
      to: 'archived',
    })) {
      const norm = facts.plan.norms.find('archive', end.first);
      if (norm?.value === undefined || end.first <= start.last + norm.value) continue;
      report(
        place,
        { ...whose, ...dates, days: norm.value, limit: isoOf(start.last + norm.value) },
        { subject, norm },
      );
    }
  },
} satisfies Rule;
