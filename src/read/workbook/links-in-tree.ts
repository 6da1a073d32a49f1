import { textIn } from '../roster/tree.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import { idMeant, type Named, predecessorMeant, slotMeant } from './links.ts';

/** The lists of a plan whose items are named elsewhere. */
export interface Lists {
  categories: readonly MapNode[];
  requirements: readonly MapNode[];
  materials: readonly MapNode[];
  steps: readonly MapNode[];
  people: readonly MapNode[];
  waivers: readonly MapNode[];
}

/** Puts ids in the place of the names by which cells refer to other rows; a word that means none stays, for the finding. */
export function linkNames({ categories, requirements, materials, steps, people, waivers }: Lists): void {
  const [kinds, demands, papers, stages] = [categories, requirements, materials, steps].map(namedIn) as [
    Named[],
    Named[],
    Named[],
    Named[],
  ];
  const among = (named: readonly Named[]) => (text: string) => idMeant(text, named) ?? text;
  for (const node of requirements) replace(node, 'of', among([...demands, ...kinds]));
  for (const node of steps) {
    replace(node, 'after', text => predecessorMeant(text, stages));
    replace(node, 'due', among(papers));
  }
  for (const node of people) {
    replace(node, 'category', among(kinds));
    replace(node, 'slot', text => slotMeant(text, kinds) ?? text);
    const own = node.entries.find(({ key }) => key.text === 'materials')?.value;
    if (own?.kind === 'map')
      for (const { key } of own.entries) key.text = idMeant(key.text, papers) ?? key.text;
  }
  const anything = [...namedIn(people), ...stages, ...demands, ...kinds, ...papers];
  for (const node of waivers)
    replace(node, 'subject', text => slotMeant(text, kinds) ?? among(anything)(text));
}

const namedIn = (nodes: readonly MapNode[]): Named[] =>
  nodes.map(node => ({ id: textIn(node, 'id') ?? '', name: textIn(node, 'name') ?? '' }));

function replace(node: MapNode, field: string, meant: (text: string) => string): void {
  const entry = node.entries.find(({ key }) => key.text === field);
  const each = (value: Node): void => {
    if (value.kind === 'scalar') value.text = meant(value.text);
    else if (value.kind === 'list') value.items.forEach(each);
  };
  if (entry) each(entry.value);
}
