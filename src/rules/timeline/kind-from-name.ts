import type { Facts, Report, Rule } from '../rule.ts';

/**
 * Steps without a kind were taken for what their names say, since norms are held against kinds. Where the name fits two of them the
 * user is asked, since what was taken decides what is found.
 */
export const kindFromName = {
  id: 'timeline/kind-from-name',
  severity: 'info',
  norm: 'plan-consistency',
  check({ plan }: Facts, report: Report<{ steps: { name: string; kind: string }[]; instead: string }>) {
    const guessed = plan.steps.filter(({ kindFromName, kindFromOrder }) => kindFromName && !kindFromOrder);
    const [first] = guessed;
    if (first)
      report(
        first.place.at('name'),
        { steps: guessed.map(({ name, kind }) => ({ name, kind })), instead: '' },
        { subject: first.id },
      );
    for (const { id, name, kind, kindFromOrder, place } of plan.steps)
      if (kindFromOrder)
        report(
          place.at('name'),
          { steps: [{ name, kind }], instead: 'listing' },
          { subject: id, severity: 'warning' },
        );
  },
} satisfies Rule;
