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
  every?: 'quarter';
}

const entries = generated.papers as PaperEntry[];

/** What is known of a paper of the plan's list, by its id or by words in its name. */
const entryOf = ({ id, name }: Material): PaperEntry | undefined =>
  entries.find(({ ids }) => ids.includes(id)) ??
  entries.find(({ names }) => names.some(word => name.includes(word)));

/** The order that a paper stands in; none where it is not known. */
export function orderOf(material: Material): PaperOrder {
  const { notAfter = [], notBefore = [] } = entryOf(material) ?? {};
  return { notAfter, notBefore };
}

/** Whether a paper is written anew every quarter, so that there may be more than the list asks for. */
export const isQuarterly = (material: Material): boolean => entryOf(material)?.every === 'quarter';
