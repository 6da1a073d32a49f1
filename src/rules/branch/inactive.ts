import { yearEndOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

type Colour = 'blue' | 'yellow' | 'orange' | 'red';

/** Of levels that begin in one year the gravest holds. */
const RANK: Record<Colour, number> = { blue: 0, yellow: 1, orange: 2, red: 3 };

/**
 * A branch has had no new member for years and plans none this year. The plan's own year counts: who has a nominee is
 * at work. Colours as in the scheme of case E9 (yellow: none this year), unless the plan sets its own.
 */
export const inactive = {
  id: 'branch/inactive',
  severity: 'warning',
  norm: 'branch-active',
  settings: ['branchInactive'],
  check(
    { plan }: Facts,
    report: Report<{ branch: string; years: number; colour: Colour; lastDeveloped: number }>,
  ) {
    if (plan.branches.length === 0) return;
    const norm = plan.norms.on('branch-active', yearEndOf(plan.year));
    const schemeDefault: { years: number; colour: Colour }[] = [
      { years: 1, colour: 'yellow' },
      { years: norm.value!, colour: 'orange' },
      { years: norm.most ?? norm.value!, colour: 'red' },
    ];
    // An empty item of a list is null when it was read.
    const scheme = (plan.settings.branchInactive ?? schemeDefault).filter(level => level !== null);
    const active = new Set(
      plan.people.filter(({ role }) => role === 'nominee').map(({ data }) => data.branch?.trim()),
    );
    for (const { name, lastDeveloped, place } of plan.branches) {
      if (lastDeveloped === undefined || active.has(name.trim())) continue;
      const years = plan.year - lastDeveloped;
      const [level] = scheme
        .filter(level => level.years <= years)
        .sort((a, b) => b.years - a.years || RANK[b.colour] - RANK[a.colour]);
      if (!level) continue;
      const { colour } = level;
      report(
        place.at('lastDeveloped'),
        { branch: name, years, colour, lastDeveloped },
        { subject: name, norm, severity: colour === 'orange' || colour === 'red' ? 'warning' : 'info' },
      );
    }
  },
} satisfies Rule;
