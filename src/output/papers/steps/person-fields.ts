import { categoryOf } from '../../../facts/reserve/fitness.ts';
import type { Person, Plan } from '../../../model/plan.ts';
import { dateText, type EventName } from '../../../model/steps.ts';
import type { Texts } from '../../../text/texts.ts';
import { isoOf } from '../../../values/day.ts';
import { addMonths } from '../../../values/months.ts';
import type { Cell, Column } from '../../findings/section.ts';

/** What papers tell of people in tables; never an ID number, a phone or a day of birth. */
export type PersonField =
  | 'number'
  | 'name'
  | 'gender'
  | 'ethnicity'
  | 'birth'
  | 'nativePlace'
  | 'education'
  | 'position'
  | 'branch'
  | 'category'
  | 'application'
  | 'activist'
  | 'contacts'
  | 'prospective'
  | 'politicalReview'
  | 'training'
  | 'introducers'
  | 'branchMeeting'
  | 'approval'
  | 'probation'
  | 'remarks';

/** `2016-06`, or `2016-06-04` where the day matters; empty where it is not known. */
export const monthOf = ({ dates }: Person, event: EventName): string => {
  const known = dates[event];
  return known ? dateText(known).slice(0, 7) : '';
};

export const dayText = ({ dates }: Person, event: EventName): string => {
  const known = dates[event];
  return known ? dateText(known) : '';
};

/** From the branch meeting to the day before a year is full (Art. 32 of 2014, 31 of 2026). */
export function probationOf(plan: Plan, { dates }: Person): { from: string; to: string } | undefined {
  const start = dates.branchMeeting;
  if (!start || start.first !== start.last) return undefined;
  const months = plan.norms.on('probation', start.first).value!;
  return { from: isoOf(start.first), to: isoOf(addMonths(start.first, months) - 1) };
}

const SHORT: ReadonlySet<PersonField> = new Set(['number', 'gender', 'remarks']);

/**
 * A table of people. Fields that nobody has anything for are left out, but for those `kept` to be filled in by hand.
 */
export function peopleTable(
  plan: Plan,
  people: readonly Person[],
  fields: readonly PersonField[],
  texts: Texts,
  kept: ReadonlySet<PersonField> = new Set(),
): { columns: Column[]; rows: Cell[][] } {
  const values = people.map((person, index) =>
    fields.map(field => textOf(field, plan, person, index, texts)),
  );
  const used = fields
    .map((field, column) => ({ field, column }))
    .filter(
      ({ field, column }) =>
        field === 'number' || field === 'name' || kept.has(field) || values.some(row => row[column] !== ''),
    );
  return {
    columns: used.map(({ field }) => ({
      title: texts.stepPapers.fields[field],
      ...(SHORT.has(field) ? {} : { min: 4 }),
    })),
    rows: values.map(row => used.map(({ column }) => ({ text: row[column]! }))),
  };
}

function textOf(field: PersonField, plan: Plan, person: Person, index: number, texts: Texts): string {
  const { data } = person;
  const { stepPapers, papers } = texts;
  switch (field) {
    case 'number':
      return String(index + 1);
    case 'name':
      return person.name;
    case 'gender':
      return papers.notice.term('gender', data.gender ?? '');
    case 'education':
      return papers.notice.term('education', data.education ?? '');
    case 'birth':
      return stepPapers.date((data.birth ?? '').slice(0, 7));
    case 'ethnicity':
    case 'nativePlace':
    case 'position':
    case 'branch':
      return data[field] ?? '';
    case 'category':
      return categoryOf(person, plan)?.name ?? '';
    case 'contacts':
    case 'introducers':
      return stepPapers.list(data[field] ?? []);
    case 'training': {
      const { training } = data.events ?? {};
      const hours = typeof training === 'object' ? training.hours : undefined;
      return [
        stepPapers.date(monthOf(person, 'training')),
        hours === undefined ? '' : stepPapers.hours(hours),
      ]
        .join(' ')
        .trim();
    }
    case 'probation': {
      const probation = probationOf(plan, person);
      return probation ? stepPapers.span(probation.from, probation.to) : '';
    }
    case 'remarks':
      return data.note ?? '';
    case 'application':
    case 'activist':
    case 'prospective':
    case 'politicalReview':
      return stepPapers.date(monthOf(person, field));
    case 'branchMeeting':
    case 'approval':
      return stepPapers.date(dayText(person, field));
  }
}
