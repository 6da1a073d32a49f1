import generated from '../generated/regulations.json' with { type: 'json' };
import type { Material } from './plan.ts';
import type { EventName } from './steps.ts';

/** The steps that a paper must not be dated after, or before. */
interface PaperOrder {
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
const entryOf = ({ id, name }: Pick<Material, 'id' | 'name'>): PaperEntry | undefined =>
  entries.find(({ ids }) => ids.includes(id)) ??
  entries.find(({ names }) => names.some(word => name.includes(word)));

/** Whether two papers are the same one: by what is known of papers, else by their names. */
export function isSamePaper(
  one: Pick<Material, 'id' | 'name'>,
  other: Pick<Material, 'id' | 'name'>,
): boolean {
  const entry = entryOf(one);
  return entry ? entry === entryOf(other) : one.id === other.id || one.name === other.name;
}

/** What a paper is by its kind: the order that it stands in, none where that is not known. */
export interface Paper extends PaperOrder {
  /** written anew every quarter, so that there may be more than the list asks for */
  isQuarterly: boolean;
}

export function paperOf(material: Material): Paper {
  const { notAfter = [], notBefore = [], every } = entryOf(material) ?? {};
  return { notAfter, notBefore, isQuarterly: every === 'quarter' };
}
