import generated from '../generated/regulations.json' with { type: 'json' };
import type { Material } from '../model/plan.ts';
import type { EventName } from '../procedure/steps.ts';

/** The steps that a paper must not be dated after, or before. */
export interface PaperOrder {
  notAfter: EventName[];
  notBefore: EventName[];
}

interface PaperEntry extends Partial<PaperOrder> {
  ids: string[];
  names: string[];
}

/** The order that a paper of the plan's list stands in, known by its id or by words in its name; else none. */
export function orderOf({ id, name }: Material): PaperOrder {
  const entries = generated.papers as PaperEntry[];
  const entry =
    entries.find(({ ids }) => ids.includes(id)) ??
    entries.find(({ names }) => names.some(word => name.includes(word)));
  return { notAfter: entry?.notAfter ?? [], notBefore: entry?.notBefore ?? [] };
}
