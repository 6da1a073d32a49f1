import { areSameUnit } from '../../model/unit-names.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The county's file calls the unit of this folder by another name: another unit's plan may stand here, and be counted as its own. */
export const otherUnit = {
  id: 'quota/other-unit',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { plan: { organization, county, place } }: Facts,
    report: Report<{ name: string; township: string; file: string; line: number }>,
  ) {
    if (!county || areSameUnit(organization.name, county.township)) return;
    const { file, line } = county.place.locate();
    report(
      place.at('organization', 'name'),
      { name: organization.name, township: county.township, file, line },
      { subject: 'organization' },
    );
  },
} satisfies Rule;
