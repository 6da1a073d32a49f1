import { headsOf, quantityOf } from '../../values/quantity.ts';
import { headsAtMost, parseShare } from '../../values/share.ts';
import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/** The county's total grows by more than its own limit over last year's actual admissions. */
export const countyGrowth = {
  id: 'batch/growth',
  severity: 'warning',
  norm: 'growth',
  check({ file, place }: CountyFacts, report: Report<{ total: number; lastYear: number; limit: number }>) {
    if (!file.quota) return;
    const { lastYearActual: lastYear, growthLimit } = file.quota;
    const total = headsOf(quantityOf(file.quota.total));
    if (total === undefined || lastYear === undefined || growthLimit === undefined) return;
    const limit = headsAtMost(parseShare(growthLimit), lastYear);
    if (total > limit) report(place.at('quota', 'growthLimit'), { total, lastYear, limit });
  },
} satisfies CountyRule;
