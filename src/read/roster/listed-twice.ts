import { foldName } from '../../model/name.ts';
import type { Entry, MapNode, Node } from '../yaml/node.ts';
import { noteAt } from './note.ts';
import type { Roster, RosterRow } from './roster.ts';
import { isDateWithin, isSameEntry, saysNothingNew } from './summary-sheets.ts';
import { textIn, valueIn } from './tree.ts';

/**
 * Makes one person of two rows where somebody stands on the list of activists and on that of nominees: whoever is chosen from the
 * activists is often left on their list. What the first row leaves open the second one fills in. Two rows that nothing but the
 * name shows to be one person stay two, and that is told.
 */
export function joinLists(roster: Roster): void {
  const byName = new Map<string, RosterRow[]>();
  const joined: [RosterRow, RosterRow][] = [];
  const open: [RosterRow, RosterRow][] = [];
  for (const person of roster.people) {
    const name = foldName(textIn(person.node, 'name') ?? '');
    const earlier = byName.get(name) ?? [];
    const others = earlier.filter(({ list }) => list?.role !== person.list?.role);
    const twin = others.find(other => areOne(other.node, person.node));
    if (twin) joined.push([twin, person]);
    else {
      const alike = others.find(
        other => isSameEntry(other.node, person.node) || mayBeSlip(other.node, person.node),
      );
      if (alike) open.push([alike, person]);
      byName.set(name, [...earlier, person]);
    }
  }
  tell(roster, 'maybe-twice', open);
  if (joined.length === 0) return;
  for (const [first, again] of joined) fill(first.node, again.node);
  const differing = joined.filter(([first, again]) => !saysNothingNew(again.node, first.node, NO_MATTER));
  const gone = new Set(joined.map(([, again]) => again));
  roster.people = roster.people.filter(person => !gone.has(person));
  for (const { sheet, row } of gone) {
    const table = roster.tables.findLast(own => own.sheet === sheet && own.headRow < row);
    if (table) table.people--;
  }
  tell(roster, 'listed-twice', joined);
  tell(roster, 'listed-differs', differing);
}

/** Codes are given later, and who is on either list of nominees is one. */
const NO_MATTER: ReadonlySet<string> = new Set(['id', 'role']);

/** Whether two rows of one name are one person: by the ID number, or by birth or dates of steps, with nothing against it. */
function areOne(a: MapNode, b: MapNode): boolean {
  const number = textIn(a, 'idNumber');
  if (number !== undefined && number === textIn(b, 'idNumber')) return true;
  if (!isSameEntry(a, b)) return false;
  const [events, others] = [valueIn(a, 'events'), valueIn(b, 'events')];
  return (
    agree(textIn(a, 'birth'), textIn(b, 'birth')) ||
    ['activist', 'application'].some(
      event =>
        events?.kind === 'map' &&
        others?.kind === 'map' &&
        agree(textIn(events, event), textIn(others, event)),
    )
  );
}

/** Whether nothing but a part of the birth tells two people of one name and sex apart: 1991.5 and 1991.6 may be a slip. */
function mayBeSlip(a: MapNode, b: MapNode): boolean {
  const without = (node: MapNode): MapNode => ({
    ...node,
    entries: node.entries.filter(({ key }) => key.text !== 'birth'),
  });
  const [own, other] = [a, b].map(node => textIn(node, 'birth')?.split('-') ?? []);
  const isSex = textIn(a, 'gender') !== undefined && textIn(a, 'gender') === textIn(b, 'gender');
  const differing = own!.filter((part, at) => other![at] !== undefined && part !== other![at]).length;
  return (
    isSex && own!.length > 1 && other!.length > 1 && differing === 1 && isSameEntry(without(a), without(b))
  );
}

const agree = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && (isDateWithin(a, b) || isDateWithin(b, a));

/** Fills in what an entry leaves open, below its steps too; a nominee on one of two lists is a nominee. */
function fill(entry: MapNode, other: MapNode): void {
  for (const { key, value, ...rest } of other.entries) {
    const own = entry.entries.find(each => each.key.text === key.text);
    const more: Entry = { key, value, ...rest };
    if (!own) entry.entries.splice(placeFor(entry, value), 0, more);
    else if (own.value.kind === 'map' && value.kind === 'map') fill(own.value, value);
    else if (own.value.kind === 'scalar' && value.kind === 'scalar') {
      const isMore =
        isDateWithin(own.value.text, value.text) || (key.text === 'role' && value.text === 'nominee');
      if (isMore) own.value = value;
    }
  }
}

/** Before the steps, as a person is written; a step behind those that are there. */
function placeFor({ entries }: MapNode, value: Node): number {
  const first = entries.findIndex(own => own.value.kind === 'map');
  return first < 0 || value.kind === 'map' ? entries.length : first;
}

/** One note for each two lists, at the first row that stands on the second of them. */
function tell(
  roster: Roster,
  kind: 'listed-twice' | 'listed-differs' | 'maybe-twice',
  pairs: readonly [RosterRow, RosterRow][],
): void {
  const byLists = new Map<string, [RosterRow, RosterRow][]>();
  for (const pair of pairs) {
    const lists = pair.map(listName).join('\n');
    byLists.set(lists, [...(byLists.get(lists) ?? []), pair]);
  }
  for (const own of byLists.values()) {
    const [first, again] = own[0]!;
    roster.notes.push(
      noteAt(kind, again.sheet, again.row, 0, {
        about: 'sheet',
        heading: listName(again),
        to: listName(first),
        from: own.map(([{ node }]) => textIn(node, 'name')).join('、'),
        count: own.length,
      }),
    );
  }
}

const listName = ({ list, sheet }: RosterRow): string => list?.text ?? sheet;
