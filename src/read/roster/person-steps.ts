import { readDate } from '../fields/date-text.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import { yesOrNo } from './classes/yes-no.ts';
import { scalarOf, valueIn } from './tree.ts';

/** The date of a step, as it stands on the sheet. */
export const eventOf = (node: MapNode, event: string): Node | undefined => {
  const events = valueIn(node, 'events');
  const own = events?.kind === 'map' ? valueIn(events, event) : undefined;
  return own?.kind === 'map' ? valueIn(own, 'on') : own;
};

/**
 * Whether a step has a date, or a yes: 待定, 尚未列为 and 拟2026年9月 in its column say that it has not happened.
 * @param asOf `YYYY-MM-DD`, where a later date does not count
 */
export function hasHappened(node: MapNode, event: string, asOf = ''): boolean {
  const own = eventOf(node, event);
  if (own?.kind !== 'scalar' || (asOf !== '' && own.text > asOf)) return false;
  const date = readDate(own.text);
  return !('failure' in date) || date.failure === 'ambiguous' || yesOrNo(own.text) === true;
}

/** Adds a field before the steps, as a person is written. */
export function put(node: MapNode, field: string, text: string): void {
  const at = { start: node.start, end: node.end };
  const steps = node.entries.findIndex(({ key }) => key.text === 'events' || key.text === 'attributes');
  const entry = { key: scalarOf(field, at), value: scalarOf(text, at), name: undefined };
  node.entries.splice(steps < 0 ? node.entries.length : steps, 0, entry);
}
