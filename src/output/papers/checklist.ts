import type { Facts } from '../../facts/facts.ts';
import type { Texts } from '../../text/texts.ts';
import { parseDay } from '../../values/day.ts';
import { type Checklist, onlyLacking } from '../checklist/model.ts';
import { type ChecklistOptions, sectionsOf, stateCell, summaryOf, type View } from '../checklist/sections.ts';
import { slotText } from '../findings/rows.ts';
import type { Cell } from '../findings/section.ts';
import { type PrintDocument, partsOf } from '../print/model.ts';

/** The checklist with slots as offices call them: on paper there are no ids. */
export function withSlotNames(checklist: Checklist, { reserves }: Facts, texts: Texts): Checklist {
  const names = new Map(reserves.slots.map(({ slot }) => [slot.id, slotText(slot, texts)]));
  const named = (id: string) => names.get(id) ?? id;
  return {
    ...checklist,
    people: checklist.people.map(person => ({ ...person, slot: named(person.slot) })),
    slots: checklist.slots.map(slot => ({ ...slot, id: named(slot.id) })),
  };
}

/** The papers of all people in one table, which a spreadsheet can sort and filter. */
export function checklistSheet(checklist: Checklist, onlyMissing: boolean, texts: Texts): PrintDocument {
  const { checklist: words } = texts;
  const shown = onlyMissing ? onlyLacking(checklist) : checklist;
  const [paper, state, dates, due, owner] = words.columns.papers;
  return {
    ...checklistPrint(
      { ...checklist, people: [], slots: [], steps: [] },
      'slot',
      { onlyMissing, typed: false },
      texts,
    ),
    orientation: 'landscape',
    parts: [
      { kind: 'paragraph', text: words.asOf(checklist.asOf) },
      { kind: 'paragraph', text: checklist.kept ? summaryOf(checklist, texts) : words.notKept },
      {
        kind: 'table',
        name: words.title('', checklist.year),
        columns: [
          texts.stepPapers.fields.name,
          words.columns.slots[0],
          words.columns.slots[2],
          paper,
          state,
          dates,
          due,
          owner,
        ].map(title => ({ title })),
        rows: shown.people.flatMap(({ name, slot, role, papers: own }) =>
          own.map((each): Cell[] => [
            { text: name },
            { text: slot },
            { text: words.role[role] },
            { text: each.name },
            stateCell(each, words),
            { text: words.list(each.dates) },
            { text: each.due },
            { text: each.owner },
          ]),
        ),
      },
    ],
  };
}

/** The checklist for paper: one page for each person, else one table after the other. */
export function checklistPrint(
  checklist: Checklist,
  view: View,
  options: ChecklistOptions,
  texts: Texts,
): PrintDocument {
  const { checklist: words } = texts;
  const sections = sectionsOf(checklist, view, options, texts);
  const parts = sections.flatMap((section, index) =>
    partsOf(section).map(part =>
      part.kind === 'heading' && view === 'person' && index > 0 ? { ...part, newPage: true } : part,
    ),
  );
  return {
    title: words.title(checklist.organization, checklist.year),
    language: texts.language,
    style: 'sheet',
    orientation: 'portrait',
    day: parseDay(checklist.asOf)!,
    parts: [
      { kind: 'paragraph', text: words.asOf(checklist.asOf) },
      { kind: 'paragraph', text: checklist.kept ? summaryOf(checklist, texts) : words.notKept },
      ...(view === 'person' && checklist.mobileOpen && sections.length > 0
        ? [{ kind: 'paragraph' as const, text: words.mobileUnknown }]
        : []),
      ...(checklist.kept && sections.length === 0
        ? [{ kind: 'paragraph' as const, text: words.nothing }]
        : []),
      ...parts,
    ],
  };
}
