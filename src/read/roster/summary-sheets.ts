import { foldName } from '../../model/name.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import { noteAt } from './note.ts';
import type { Roster, RosterRow } from './roster.ts';
import { textIn } from './tree.ts';

const SUMMARY = /汇总|合计|总表|总名单|总名册|总册|全部人员|全镇|全乡|一览/;

/**
 * Takes out the people of a sheet 汇总 who stand on other sheets of the workbook: they would count twice. Of those whose entries say
 * different things the other sheet holds, and that is told with their names.
 */
export function dropSummaries(roster: Roster): void {
  const sheets = new Set(roster.people.map(({ sheet }) => sheet));
  const summaries = [...sheets].filter(name => SUMMARY.test(name));
  if (summaries.length === 0 || summaries.length === sheets.size) return;
  const byName = new Map<string, RosterRow[]>();
  for (const person of roster.people) {
    if (summaries.includes(person.sheet)) continue;
    const name = nameOf(person);
    byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  for (const sheet of summaries) {
    const repeated = new Set<RosterRow>();
    const differing: string[] = [];
    for (const person of roster.people) {
      if (person.sheet !== sheet) continue;
      const twin = byName.get(nameOf(person))?.find(other => isSameEntry(other.node, person.node));
      if (!twin) continue;
      repeated.add(person);
      if (!saysNothingNew(person.node, twin.node)) differing.push(textIn(person.node, 'name')!);
    }
    if (repeated.size === 0) continue;
    roster.people = roster.people.filter(person => !repeated.has(person));
    // What was noted of the rows that are not read is of no use.
    const rows = new Set([...repeated].map(({ row }) => row));
    roster.notes = roster.notes.filter(
      note => note.sheet !== sheet || note.about === 'sheet' || !rows.has(note.row),
    );
    const own = roster.tables.find(table => table.sheet === sheet)!;
    own.people = Math.max(0, own.people - repeated.size);
    const note = { about: 'sheet' as const, heading: sheet, count: repeated.size };
    roster.notes.push(noteAt('summary-sheet', sheet, own.headRow, 0, note));
    if (differing.length > 0)
      roster.notes.push(
        noteAt('summary-differs', sheet, own.headRow, 0, {
          ...note,
          count: differing.length,
          from: differing.join('、'),
        }),
      );
  }
}

const nameOf = ({ node }: RosterRow): string => foldName(textIn(node, 'name') ?? '');

/** Whether two entries of one name are one person's: none of what tells namesakes apart differs. */
export const isSameEntry = (a: MapNode, b: MapNode): boolean =>
  ['idNumber', 'birth', 'gender', 'branch'].every(field => {
    const [own, other] = [textIn(a, field), textIn(b, field)];
    if (own === undefined || other === undefined) return true;
    return own === other || isDateWithin(own, other) || isDateWithin(other, own);
  });

/** Whether a date is the other one with less known: 1998-07 is, of 1998-07-12. */
export const isDateWithin = (date: string, other: string): boolean =>
  /^\d{4}-\d\d(-\d\d)?$/.test(date) && other.startsWith(date);

/** Whether all that an entry says stands in the other one too; some fields do not matter. */
export function saysNothingNew(entry: Node, other: Node, noMatter: ReadonlySet<string> = ID): boolean {
  if (entry.kind === 'scalar')
    return other.kind === 'scalar' && (other.text === entry.text || isDateWithin(entry.text, other.text));
  if (entry.kind === 'list')
    return (
      other.kind === 'list' &&
      entry.items.length === other.items.length &&
      entry.items.every((item, index) => saysNothingNew(item, other.items[index]!, noMatter))
    );
  return entry.entries.every(({ key, value }) => {
    const same = other.kind === 'map' ? other.entries.find(own => own.key.text === key.text) : undefined;
    return noMatter.has(key.text) || (same !== undefined && saysNothingNew(value, same.value, noMatter));
  });
}

const ID: ReadonlySet<string> = new Set(['id']);
