import type { Facts } from '../../facts/facts.ts';
import type { SlotState } from '../../facts/reserve/allocate.ts';
import type { RequirementState } from '../../facts/structure/assess.ts';
import { maskPersonal } from '../../model/personal.ts';
import type { Slot } from '../../model/plan.ts';
import type { CheckedPlan } from '../../rules/check.ts';
import type { Texts } from '../../text/texts.ts';
import { amountText, exactText, percentText } from '../../values/share.ts';
import { planGate } from '../gate.ts';
import { assignedBy, reserveRange } from './result.ts';
import { type Cell, laidOut, type Section, section } from './section.ts';
import { nextDays, timeline } from './timeline-rows.ts';

/** What the plan is called in reports: its own title, else whose plan it is and for which year. */
export const planTitle = ({ plan }: Pick<Facts, 'plan'>, { report }: Texts): string =>
  plan.title ?? report.title(plan.organization.name, plan.year);

/** The title and the sections of a report on a plan, as far as there are facts, after the gate. */
export function shownFacts(
  checked: CheckedPlan,
  texts: Texts,
): { title: string; sections: Section[] } | undefined {
  const { facts } = checked;
  return (
    facts && planGate(checked).deep({ title: planTitle(facts, texts), sections: sectionsOf(facts, texts) })
  );
}

/** What is told of a plan before its findings: quota, structure, reserves, timeline, what is due, as far as there is any. */
export const sectionsOf = (facts: Facts, texts: Texts): Section[] =>
  [
    quota(facts, texts),
    structure(facts, texts),
    reserves(facts, texts),
    timeline(facts, texts),
    nextDays(facts, texts),
  ].filter(section => section !== undefined);

function quota({ plan }: Facts, { report: { quota: texts }, language }: Texts): Section | undefined {
  if (!plan.quota) return undefined;
  const parts = plan.quota.categories
    .filter(({ implicit }) => !implicit)
    .map(({ name, count }) => texts.part(name, count));
  const nominees = plan.people.filter(({ role }) => role === 'nominee').length;
  const { total, overYears, yearlyTolerance, batches, perBranch, branchWord } = plan.quota;
  const more = [
    ...(overYears === undefined ? [] : [texts.years(overYears, yearlyTolerance?.text)]),
    ...(batches.length > 0 ? [texts.batches(batches.map(batch => texts.part(batch.name, batch.total)))] : []),
    ...(perBranch ? [texts.perBranch(perBranch.min, perBranch.max, branchWord)] : []),
  ];
  const summary = texts.summary(total, nominees, parts);
  return section(texts.heading, {
    lines: [
      summary,
      ...(more.length > 0 ? [more.join(language === 'zh' ? '；' : '; ')] : []),
      ...(plan.hasRoster ? [] : [texts.noRoster]),
    ],
  });
}

function structure({ structure: states, plan }: Facts, texts: Texts): Section | undefined {
  if (states.length === 0) return undefined;
  const { heading, columns, step } = texts.report.structure;
  // Of thousands one head is no share that anybody would read.
  const wholes = [...new Set(states.map(({ whole = 0 }) => whole))].filter(
    whole => whole > 1 && whole <= 1000,
  );
  const steps = wholes.map(whole => step(whole, percentText(1, whole)));
  return section(heading, {
    columns: laidOut(columns, [{ min: 8 }, {}, { align: 'right' }, {}, {}, {}, { min: 6 }]),
    rows: states.map(state => requirementRow(state, plan, texts)),
    notes: steps.length > 0 ? [{ text: steps.join(texts.language === 'zh' ? '' : ' '), tone: 'faint' }] : [],
  });
}

function requirementRow(state: RequirementState, plan: Facts['plan'], { report }: Texts): Cell[] {
  const texts = report.structure;
  const { requirement, whole, accepted, counted } = state;
  const { amount } = requirement;
  const name =
    requirement.name +
    (requirement.of === undefined ? '' : texts.of(baseName(plan, requirement.of))) +
    (requirement.level === 'advisory' ? texts.advisory : '');
  const withShare = (heads: number) => (whole ? `${heads} (${percentText(heads, whole)})` : String(heads));
  return [
    { text: name },
    { text: texts.demand(requirement.comparator, amountText(amount)) },
    { text: whole === undefined && typeof amount !== 'number' ? '' : exactText(amount, whole ?? 0) },
    { text: accepted ? texts.heads(accepted.min, accepted.max ?? null) : '' },
    { text: requirement.planned === undefined ? '' : withShare(requirement.planned) },
    { text: plan.hasRoster ? withShare(counted.length) : '' },
    outcome(state, texts),
  ];
}

/** The name of what a share is taken of; the code only where nothing has it. */
export const baseName = ({ quota, requirements, unread }: Facts['plan'], of: string): string =>
  quota?.categories.find(({ id }) => id === of)?.name ??
  requirements.find(({ id }) => id === of)?.name ??
  unread.requirements.get(of) ??
  unread.categories.get(of) ??
  of;

function outcome(
  { met, short, over, unknown, requirement, obstacle }: RequirementState,
  texts: Texts['report']['structure'],
): Cell {
  const unsure = unknown.length > 0 ? ` ${texts.unknown(unknown.length)}` : '';
  if (obstacle)
    return {
      text: texts.obstacle[obstacle.why],
      tone: obstacle.why === 'no-integer' ? 'error' : 'warning',
    };
  if (met === undefined) return { text: texts.noNominees, tone: 'faint' };
  if (met) return { text: texts.met + unsure, tone: 'good' };
  return {
    text: (short > 0 ? texts.short(short) : texts.over(over)) + unsure,
    tone: requirement.level === 'advisory' ? 'warning' : 'error',
  };
}

function reserves({ plan, reserves: { slots, eligible } }: Facts, texts: Texts): Section | undefined {
  // Without slots, of a number that is not known for one, nothing can be added up (quota/number-unknown).
  if (!plan.reserve || !plan.hasRoster || slots.length === 0) return undefined;
  const { heading, summary, columns, pool } = texts.report.reserve;
  const { min, max = null } = plan.reserve;
  const all = reserveRange(plan.reserve, slots.length);
  const used = new Set(slots.flatMap(({ reserves: people }) => people));
  const left = eligible.filter(person => !used.has(person)).map(({ name }) => name);
  return section(heading, {
    lines: [summary(min, max, slots.length, all.min, all.max, eligible.length)],
    columns: laidOut(columns, [{ min: 8 }, { min: 6 }, { min: 8 }, { align: 'right' }, {}]),
    rows: slots.map(state => slotRow(state, texts)),
    notes: left.length > 0 ? [{ text: pool(left) }] : [],
  });
}

/** A slot as an office calls it: 农牧民1号名额. Its id stays in data for programs. */
export function slotText({ id, category }: Slot, { report }: Texts): string {
  // A number at the end of the name would run together with the slot's own, and no longer be found.
  const name = category.implicit ? '' : maskPersonal(category.name);
  return report.reserve.slot(name, id.slice(id.lastIndexOf('-') + 1));
}

function slotRow({ slot, nominees, reserves: people, listed, met }: SlotState, texts: Texts): Cell[] {
  const { nobody, by } = texts.report.reserve;
  const names = (persons: readonly { name: string }[]) =>
    persons.map(({ name }) => name).join(texts.language === 'zh' ? '、' : ', ');
  return [
    { text: slotText(slot, texts) },
    nominees.length > 0 ? { text: names(nominees) } : { text: nobody, tone: 'faint' },
    { text: names(people) },
    { text: String(people.length), tone: met ? 'good' : 'error' },
    { text: people.length === 0 ? '' : by[assignedBy(people.length, listed)] },
  ];
}
