import type { MapNode } from '../yaml/node.ts';
import type { RosterRow } from './people.ts';
import type { RowNotes } from './row-notes.ts';
import { roleOf } from './rows.ts';
import type { Table } from './tables.ts';
import { scalarOf, textOf } from './tree.ts';

/** A row's own dates and words say first whether somebody is a nominee; the title only where nothing else does. */
export function giveRoles(
  people: readonly RosterRow[],
  { titles, sheet, headRow }: Table,
  sectionRoles: ReadonlyMap<MapNode, 'nominee' | 'reserve'>,
  notes: RowNotes,
  asWritten: boolean,
): void {
  const without = people.filter(({ node }) => textOf(node, 'role') === undefined);
  const isTold = (node: MapNode) => !asWritten && isNominee(node);
  const nominees = without.filter(({ node }) => isTold(node));
  const untold = without.filter(({ node }) => !isTold(node));
  for (const { node } of nominees) put(node, 'role', 'nominee');
  if (nominees.length > 0)
    notes.at('role-from-dates', nominees[0]!.row, 0, {
      about: 'sheet',
      to: 'nominee',
      count: nominees.length,
    });
  // A section's role was told where the section stands.
  for (const { node } of untold) {
    const role = sectionRoles.get(node);
    if (role) put(node, 'role', role);
  }
  const rest = untold.filter(({ node }) => !sectionRoles.has(node));
  const named = [sheet.name, ...titles.map(({ text }) => text)].find(text => roleOf(text));
  if (named === undefined || rest.length === 0 || asWritten) return;
  const role = roleOf(named)!;
  for (const { node } of rest) put(node, 'role', role);
  const at = titles.find(({ text }) => text === named);
  notes.at('role-from-title', at?.row ?? headRow, at?.column ?? 0, {
    about: 'sheet',
    from: named,
    to: role,
    count: rest.length,
  });
}

/**
 * Somebody made a prospective member, or further on, is on the list of nominees. That somebody is an activist yet says nothing:
 * nominees are chosen from them.
 */
function isNominee(node: MapNode): boolean {
  const stage = textOf(node, 'stage');
  const events = node.entries.find(({ key }) => key.text === 'events')?.value;
  return (
    stage === 'prospective' ||
    stage === 'probationary' ||
    (events?.kind === 'map' && events.entries.some(({ key }) => key.text === 'prospective'))
  );
}

/** Before the steps, as a person is written. */
function put(node: MapNode, field: string, text: string): void {
  const at = { start: node.start, end: node.end };
  const steps = node.entries.findIndex(({ key }) => key.text === 'events' || key.text === 'attributes');
  const entry = { key: scalarOf(field, at), value: scalarOf(text, at), name: undefined };
  node.entries.splice(steps < 0 ? node.entries.length : steps, 0, entry);
}
