import { repeatedOn } from '../../model/namesakes.ts';
import type { Place } from '../../model/place.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The same id twice among things that are referred to by id; the reference would mean either. */
export const duplicateId = {
  id: 'input/duplicate-id',
  severity: 'error',
  norm: 'file-format',
  check({ plan }: Facts, report: Report<{ id: string; firstLine: number; file: string }>) {
    const kinds: readonly { id: string; place: Place }[][] = [
      plan.quota?.categories ?? [],
      plan.requirements,
      plan.materials,
      repeatedOn(plan).ids ? plan.people : [],
      plan.steps,
    ];
    for (const things of kinds) {
      const first = new Map<string, Place>();
      for (const { id, place } of things) {
        const earlier = first.get(id);
        if (!earlier) {
          first.set(id, place);
          continue;
        }
        const { line, file } = earlier.at('id').locate();
        report(place.at('id'), { id, firstLine: line, file }, { subject: id });
      }
    }
  },
} satisfies Rule;
