import type { Requirement as RequirementData } from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import type { Requirement } from '../../model/plan.ts';
import { headsOf, quantityOf } from '../../values/quantity.ts';
import { COMPARATORS, parseAmount } from '../../values/share.ts';

/** Links a requirement of a plan or of a county. */
export function buildRequirement(data: RequirementData, place: Place): Requirement {
  // The schema demands exactly one of them.
  const comparator = COMPARATORS.find(name => data[name] !== undefined)!;
  const planned = quantityOf(data.planned);
  return {
    id: data.id,
    name: data.name,
    where: data.where,
    comparator,
    amount: parseAmount(data[comparator]!),
    of: data.of,
    level: data.level ?? 'required',
    planned: headsOf(planned),
    plannedAs: planned.kind === 'pending' ? undefined : planned,
    place,
  };
}
