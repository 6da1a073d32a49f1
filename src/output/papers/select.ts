import { allocateReserves } from '../../facts/reserve/allocate.ts';
import { fitsCategory } from '../../facts/reserve/fitness.ts';
import type { Person, Plan } from '../../model/plan.ts';
import type { CheckedPlan, Finding } from '../../rules/check.ts';
import type { JudgedSelection } from '../../rules/selection.ts';
import { holdsUp } from '../../select/choice.ts';
import type { Shortfall } from '../../select/obstacles.ts';
import type { Resilience } from '../../select/resilience.ts';
import type { Selection } from '../../select/select.ts';
import { messageOf, remedyOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf } from '../../values/day.ts';
import { placeOf } from '../findings/findings.ts';
import { planTitle, slotText } from '../findings/rows.ts';
import type { Cell } from '../findings/section.ts';
import { shownPlan } from '../gate.ts';
import type { Part, PrintDocument } from '../print/model.ts';

/** What `plan select` found, for people. */
export function selectionPrint(selection: JudgedSelection, texts: Texts): PrintDocument {
  const { problem, status, resilience } = selection;
  const { select } = texts;
  return {
    title: select.title(planTitle(problem, texts)),
    language: texts.language,
    style: 'sheet',
    orientation: 'portrait',
    day: problem.plan.asOf,
    parts: [
      { kind: 'paragraph', text: select.disclaimer, tone: 'faint' },
      {
        kind: 'paragraph',
        text: verdictOf(selection, texts),
        tone: status === 'feasible' ? 'good' : 'error',
      },
      ...why(selection, texts),
      ...changesTable(selection, texts),
      ...selectionTable(selection, texts),
      ...unmendedErrors(selection, texts),
      ...reasons(selection, texts),
      ...waysOut(selection, texts),
      ...(resilience ? resilienceParts(resilience, texts) : []),
    ],
  };
}

function verdictOf({ status, changes, dropped, unmended, plan }: JudgedSelection, { select }: Texts): string {
  if (status !== 'feasible') return select[status];
  if (changes.length + dropped.length > 0) return select.feasible(changes.length, dropped.length);
  return select.stands(holdsUp(plan!), unmended.length);
}

/** Told what the check says of the nominees as they are: nobody is exchanged without a reason. */
function why({ status, reasons: found }: JudgedSelection, texts: Texts): Part[] {
  if (status !== 'feasible' || found.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: texts.select.headings.why },
    // What to do about them is what the selection says.
    { kind: 'list', items: found.map(finding => ({ ...told(finding, texts), details: [] })) },
  ];
}

/** As many errors as are told one by one. */
const TOLD = 10;

function unmendedErrors({ unmended }: JudgedSelection, texts: Texts): Part[] {
  const { select } = texts;
  if (unmended.length === 0) return [];
  const items = unmended.slice(0, TOLD).map(finding => told(finding, texts));
  if (unmended.length > TOLD) items.push({ text: select.more(unmended.length - TOLD), details: [] });
  return [
    { kind: 'heading', level: 1, text: select.headings.unmended },
    { kind: 'paragraph', text: select.unmended },
    { kind: 'list', items },
  ];
}

const told = (finding: Finding, texts: Texts) => ({
  text: `${messageOf(finding, texts)}${texts.papers.at(placeOf(finding))}`,
  details: [remedyOf(finding, texts)],
});

/** The selection with findings that name nobody whom they must not name. */
export function shownSelection(checked: CheckedPlan, selection: JudgedSelection): JudgedSelection {
  const shown = (findings: Finding[]) => shownPlan({ ...checked, findings, waived: [] }).findings;
  return { ...selection, reasons: shown(selection.reasons), unmended: shown(selection.unmended) };
}

/** What somebody becomes: 黄涛：储备 → 拟发展对象（农民6号名额）. */
export function becomes(before: Person, after: Person, { quota }: Plan, texts: Texts): string {
  const { select } = texts;
  const standing = ({ role, slot: id }: Person) => {
    const slot = quota?.slots.find(each => each.id === id);
    return select.standing(role === 'nominee', slot && slotText(slot, texts));
  };
  return select.becomes(before.name, standing(before), standing(after));
}

const named = (people: readonly { name: string; id: string }[]): string[] =>
  people.map(({ name, id }) => `${name}(${id})`);

function changesTable({ changes, dropped }: Selection, texts: Texts): Part[] {
  const { select } = texts;
  if (changes.length + dropped.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: select.headings.changes },
    {
      kind: 'table',
      name: select.headings.changes,
      columns: select.columns.changes.map(title => ({ title })),
      rows: [
        ...changes.map(({ slot, from, to }): Cell[] => [
          { text: slotText(slot, texts) },
          from ? { text: named([from])[0]! } : { text: select.open, tone: 'faint' },
          { text: named([to])[0]! },
        ]),
        ...dropped.map((person): Cell[] => [
          { text: select.noSlot, tone: 'faint' },
          { text: named([person])[0]! },
          { text: select.toReserve },
        ]),
      ],
    },
  ];
}

function selectionTable({ allocation, changes }: Selection, texts: Texts): Part[] {
  const { select } = texts;
  if (!allocation) return [];
  const changed = new Set(changes.map(({ slot }) => slot.id));
  return [
    { kind: 'heading', level: 1, text: select.headings.selection },
    {
      kind: 'table',
      name: select.headings.selection,
      columns: select.columns.selection.map(title => ({ title, min: 6 })),
      rows: allocation.slots.map(({ slot, nominees, reserves }) => [
        { text: slotText(slot, texts) },
        { text: select.list(named(nominees)) },
        { text: select.list(reserves.map(({ name }) => name)) },
        { text: changed.has(slot.id) ? select.changed : '', tone: 'warning' },
      ]),
    },
  ];
}

function reasons({ status, problem, shortfalls, competitions, conflict }: Selection, texts: Texts): Part[] {
  const { select } = texts;
  if (status !== 'infeasible') return [];
  const told = (shortfall: Shortfall): string => {
    if (shortfall.kind === 'category')
      return select.tooFewFit(
        problem.seats[shortfall.category]!.category.name,
        shortfall.need,
        shortfall.have,
      );
    const name = shortfall.requirement.name;
    return shortfall.kind === 'too-few'
      ? select.tooFew(name, shortfall.need, shortfall.have)
      : select.tooMany(name, shortfall.most, shortfall.others);
  };
  const names = conflict.map(each => (each === 'reserve' ? select.reserve : each.name));
  // What counting alone has shown need not be said again.
  const single = names.length === 1 && shortfalls.length + competitions.length > 0;
  const lines = [
    ...shortfalls.map(told),
    ...competitions.map(({ slots, needed, people }) =>
      select.competition(
        slots.map(slot => slotText(slot, texts)),
        needed,
        people.map(({ name }) => name),
      ),
    ),
    ...(names.length === 0 ? [select.noConflict] : []),
    ...(names.length === 1 && !single ? [select.conflictOne(names[0]!)] : []),
    ...(names.length > 1 ? [select.conflict(names)] : []),
  ];
  return [
    { kind: 'heading', level: 1, text: select.headings.reasons },
    { kind: 'list', items: lines.map(text => ({ text, details: [] })) },
  ];
}

function waysOut(
  { status, additions, relaxations, exchanges, problem }: Selection,
  { select }: Texts,
): Part[] {
  const reserves = allocateReserves(problem.plan);
  const unripe = reserves.unripe.filter(({ person }) => isWithinQuota(person, problem.plan));
  if (status !== 'infeasible' || additions.length + relaxations.length + unripe.length === 0) return [];
  const nameOf = (id: string) =>
    problem.seats.find(({ category }) => category.id === id)?.category.name ?? id;
  const exchanged = (count: number) => (count > 0 ? [select.exchange(count)] : []);
  const total = additions.reduce((sum, { count }) => sum + count, 0);
  return [
    { kind: 'heading', level: 1, text: select.headings.waysOut },
    {
      kind: 'list',
      items: [
        ...(additions.length > 0
          ? [
              {
                text: select.addIntro(total),
                details: [
                  ...additions.map(({ count, category, names }) =>
                    select.add(count, nameOf(category), names),
                  ),
                  ...exchanged(exchanges.added),
                ],
              },
            ]
          : []),
        ...(relaxations.length > 0
          ? [
              {
                text: additions.length > 0 ? select.orRelax : select.relax,
                details: [
                  ...relaxations.map(({ requirement, bound, from, to }) =>
                    (bound === 'min' ? select.lower : select.raise)(
                      requirement === 'reserve' ? select.reserve : requirement.name,
                      from,
                      to,
                    ),
                  ),
                  ...exchanged(exchanges.relaxed),
                ],
              },
            ]
          : []),
        ...(unripe.length > 0
          ? [
              {
                text: select.later(isoOf(reserves.day), reserves.months),
                details: unripe.map(({ person, ripeOn }) => select.from(named([person])[0]!, isoOf(ripeOn))),
              },
            ]
          : []),
      ],
    },
  ];
}

const isWithinQuota = (person: Person, { quota, ageAsOf }: Plan): boolean =>
  quota?.categories.some(category => fitsCategory(person, category, ageAsOf) === true) ?? false;

function resilienceParts({ slots, pairs }: Resilience, texts: Texts): Part[] {
  const { select } = texts;
  const safe = slots.filter(each => each.safe).length;
  return [
    { kind: 'heading', level: 1, text: select.headings.resilience },
    { kind: 'paragraph', text: select.resilience(safe, slots.length, pairs.safe, pairs.all) },
    {
      kind: 'table',
      name: select.headings.resilience,
      columns: select.columns.resilience.map(title => ({ title, min: 6 })),
      rows: slots.map(({ slot, nominee, substitutes }) => [
        { text: slotText(slot, texts) },
        { text: named([nominee])[0]! },
        substitutes.length > 0
          ? { text: select.list(substitutes.map(({ name }) => name)), tone: 'good' }
          : { text: select.none, tone: 'warning' },
      ]),
    },
  ];
}
