import { isShareOfItself } from '../../facts/structure/base.ts';
import type { Place } from '../../model/place.ts';
import { nearest } from '../../values/nearest.ts';
import type { Facts, Report, Rule } from '../rule.ts';

type Target = 'category' | 'share-base' | 'share-circle' | 'step' | 'material';

/** A name that refers to nothing: a category, a requirement, a step or a material that the plan does not have. */
export const unknownReference = {
  id: 'input/unknown-reference',
  severity: 'error',
  norm: 'file-format',
  check({ plan }: Facts, report: Report<{ target: Target; name: string; nearest: string; known: string[] }>) {
    const tell = (target: Target, name: string, known: string[], place: Place, subject: string) =>
      report(place, { target, name, nearest: nearest(name, known), known: known.slice(0, 12) }, { subject });
    const named = (plan.quota?.categories ?? []).filter(({ implicit }) => !implicit);
    const categories = named.map(({ id }) => id);
    const materials = idsOf(plan.materials);
    const steps = idsOf(plan.steps);
    // What is written and was not understood has been reported where it stands.
    const { unread } = plan;
    for (const requirement of plan.requirements) {
      const { id, of, place } = requirement;
      if (of === undefined) continue;
      const others = [...categories, ...idsOf(plan.requirements)].filter(base => base !== id);
      if (unread.requirements.has(of) || unread.categories.has(of)) continue;
      if (!others.includes(of)) tell('share-base', of, others, place.at('of'), id);
      else if (isShareOfItself(plan, requirement)) tell('share-circle', of, [], place.at('of'), id);
    }
    for (const { id, category, data, place } of plan.people) {
      if (
        category !== undefined &&
        categories.length > 0 &&
        !categories.includes(category) &&
        !unread.categories.has(category)
      )
        tell(
          'category',
          category,
          /\p{Script=Han}/u.test(category) ? named.map(({ name }) => name) : categories,
          place.at('category'),
          id,
        );
      if (materials.length > 0)
        for (const material in data.materials)
          if (!materials.includes(material) && !unread.materials.has(material))
            tell('material', material, materials, place.at('materials', material), id);
    }
    for (const { id, after, due, place } of plan.steps) {
      for (const [index, before] of after.entries())
        if (!steps.includes(before.id) && !unread.steps.has(before.id))
          tell('step', before.id, steps, place.at('after', index), id);
      if (materials.length > 0)
        for (const [index, material] of due.entries())
          if (!materials.includes(material) && !unread.materials.has(material))
            tell('material', material, materials, place.at('due', index), id);
    }
  },
} satisfies Rule;

function idsOf(things: readonly { id: string }[]): string[] {
  const ids: string[] = [];
  for (const { id } of things) ids.push(id);
  return ids;
}
