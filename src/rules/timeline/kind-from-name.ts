import type { Facts, Report, Rule } from '../rule.ts';

/** Steps without a kind were taken for what their names say, since norms are held against kinds. */
export const kindFromName = {
  id: 'timeline/kind-from-name',
  severity: 'info',
  norm: 'plan-consistency',
  check({ plan }: Facts, report: Report<{ steps: { name: string; kind: string }[] }>) {
    const guessed = plan.steps.filter(({ kindFromName }) => kindFromName);
    const [first] = guessed;
    if (!first) return;
    report(
      first.place.at('name'),
      { steps: guessed.map(({ name, kind }) => ({ name, kind })) },
      { subject: first.id },
    );
  },
} satisfies Rule;
