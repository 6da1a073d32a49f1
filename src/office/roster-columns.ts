import type { Candidate } from '../generated/types.ts';
import type { Holding } from '../model/plan.ts';
import { isMasked, personShape } from '../read/fields/masked.ts';
import { fieldShape, fieldTitle, type Shape } from '../read/fields/shape.ts';
import { slotWord } from '../read/workbook/links.ts';

/** A column of a roster for offices. */
export interface RosterColumn {
  /** the heading, which `plan import` reads back into the same field */
  heading: string;
  /** in characters of the sheet's font */
  width: number;
  /** what may stand in it, for a drop-down */
  values?: string[];
  /** never shown in full: left empty unless it is asked for */
  personal?: true;
  /** what kind of thing is written in it, for the instructions of a template */
  holds: Holding;
  /** always there; the others only where somebody has something in them */
  always?: true;
  text(person: Candidate): string;
}

export const SHEETS = ['积极分子', '拟发展对象'] as const;

const person = personShape();

/** The first Chinese spelling of each value. */
export function choices(field: string): [value: string, name: string][] {
  const chosen = new Map<string, string>();
  for (const [spelling, value] of Object.entries(fieldShape(person, field).values ?? {}))
    if (spelling !== value && !chosen.has(value)) chosen.set(value, spelling);
  return [...chosen];
}

type Fields = Record<string, unknown>;

const events = fieldShape(person, 'events');

/** A field under the name that the schema gives it, or the one that departments' forms have for it. */
const plain = (field: string, width: number, heading = fieldTitle(person, field)): RosterColumn => ({
  heading,
  width,
  holds: holdingOf(fieldShape(person, field)),
  ...(isMasked(fieldShape(person, field), '', field) && { personal: true }),
  text: data => String((data as unknown as Fields)[field] ?? ''),
});

/** What the instructions of a template say of a field follows from how the schema has it read. */
function holdingOf({ read: [reading] = [], nameOf }: Shape): Holding {
  if (nameOf) return 'name';
  if (reading === 'id-number') return 'idNumber';
  return reading === 'date' || reading === 'ethnicity' ? reading : 'text';
}

function choice(field: string, width: number, heading = fieldTitle(person, field)): RosterColumn {
  const names = new Map(choices(field));
  return {
    heading,
    width,
    holds: 'choice',
    values: [...names.values()],
    text: data => names.get(String((data as unknown as Fields)[field] ?? '')) ?? '',
  };
}

const yesNo = (field: string): RosterColumn => ({
  heading: fieldTitle(person, field),
  width: 8,
  holds: 'choice',
  values: ['是', '否'],
  text: data => {
    const value = (data as unknown as Fields)[field];
    return value === undefined ? '' : value ? '是' : '否';
  },
});

/** The date of a step; what else is noted of it does not fit a cell. */
const event = (name: string, heading = fieldTitle(events, name)): RosterColumn => ({
  heading,
  width: 12,
  holds: 'date',
  text: ({ events }) => {
    const value = (events as Fields | undefined)?.[name];
    if (Array.isArray(value)) return value.map(dateOf).join('、');
    return dateOf(value);
  },
});

const dateOf = (value: unknown): string =>
  typeof value === 'string' ? value : String((value as { on?: string } | undefined)?.on ?? '');

/** One part of a step that has several: `发展对象公示起`. */
const part = (
  name: string,
  field: string,
  heading = fieldTitle(events, name) + fieldTitle(fieldShape(events, name), field),
): RosterColumn => ({
  heading,
  width: 12,
  holds: field === 'hours' || field === 'months' ? 'number' : 'date',
  text: ({ events }) =>
    String(([(events as Fields | undefined)?.[name]].flat()[0] as Fields | undefined)?.[field] ?? ''),
});

/** `培养联系人1`, `培养联系人2`: a column each, the second for whoever else there is. */
const two = (field: 'contacts' | 'introducers'): RosterColumn[] =>
  [1, 2].map(number => ({
    heading: `${fieldTitle(person, field)}${number}`,
    width: 10,
    holds: 'name',
    text: data => (number === 1 ? (data[field] ?? []).slice(0, 1) : (data[field] ?? []).slice(1)).join('、'),
  }));

const always = (column: RosterColumn): RosterColumn => ({ ...column, always: true });

/** The columns of the activists' register, in the order in which departments ask for them. */
const ACTIVIST: RosterColumn[] = [
  plain('name', 10),
  choice('gender', 6),
  plain('ethnicity', 10),
  plain('birth', 12, '出生年月'),
  plain('idNumber', 21),
  choice('education', 10),
  plain('position', 22, '工作单位及职务（村组）'),
  event('application', '申请入党时间'),
  event('activist', '确定积极分子时间'),
  yesNo('leagueMember'),
  ...two('contacts'),
  plain('branch', 14, '所在支部'),
  plain('phone', 14),
].map(always);

const OCCUPATION = '职业类别';

/** What the register of prospective members has besides. */
const PROSPECTIVE: RosterColumn[] = [
  event('prospective', '列为发展对象时间'),
  event('politicalReview'),
  part('training', 'start', '培训开始'),
  part('training', 'end', '培训结束'),
  part('training', 'hours', '培训学时'),
  event('preReview'),
  ...two('introducers'),
  event('branchMeeting'),
  event('approval'),
  choice('occupation', 12, OCCUPATION),
  event('conversionApproval'),
];

/** The other fields, where somebody has them. */
const FURTHER: RosterColumn[] = [
  choice('stage', 12),
  plain('nativePlace', 12),
  yesNo('mobile'),
  yesNo('fixed'),
  {
    heading: fieldTitle(person, 'tags'),
    width: 16,
    holds: 'text',
    text: ({ tags }) => (tags ?? []).join('、'),
  },
  event('talk'),
  event('leagueRecommendation'),
  part('activistNotice', 'from'),
  part('activistNotice', 'to'),
  event('activistFiling'),
  event('contactsAssigned'),
  event('inspections'),
  part('prospectiveNotice', 'from'),
  part('prospectiveNotice', 'to'),
  event('prospectiveFiling'),
  event('introducersAssigned'),
  event('branchReview'),
  event('form'),
  part('acceptanceNotice', 'from'),
  part('acceptanceNotice', 'to'),
  event('committeeTalk'),
  event('countyFiling'),
  event('assigned'),
  event('oath'),
  event('probationInspections'),
  event('transferredIn'),
  part('probation', 'from'),
  part('probation', 'to'),
  part('probationExtension', 'on', '延长预备期决定日期'),
  part('probationExtension', 'months'),
  event('conversionApplication'),
  event('conversionMeeting'),
  part('conversionNotice', 'from'),
  part('conversionNotice', 'to'),
  event('archived'),
  event('leaving'),
];

/** A quota category as clerks choose it: by its name. */
export interface CategoryName {
  id: string;
  name: string;
  /** how many slots it has, where that is known */
  count?: number;
}

/** How somebody is listed, for which category of quota, and in which slot. */
function listing(categories: readonly CategoryName[]): RosterColumn[] {
  const names = categories.map(({ name }) => name).filter(name => name !== '');
  const category = plain('category', 12);
  const slot = plain('slot', 14);
  const slots = categories.flatMap(({ id, count = 0 }) =>
    Array.from({ length: count }, (_, index) => slotWord(`${id}-${index + 1}`, categories)),
  );
  return [
    choice('role', 12),
    {
      ...category,
      ...(names.length > 0 && { values: names, holds: 'choice' as const }),
      text: data => categories.find(({ id }) => id === data.category)?.name || category.text(data),
    },
    {
      ...slot,
      ...(slots.length > 0 && { values: slots, holds: 'choice' as const }),
      text: data => (data.slot === undefined ? '' : slotWord(data.slot, categories)),
    },
  ];
}

/**
 * The columns of a sheet for these people. `isTemplate`: also those that a plan needs and nobody has filled yet.
 */
export function rosterColumns(
  sheet: (typeof SHEETS)[number],
  people: readonly Candidate[],
  categories: readonly CategoryName[] = [],
  isTemplate = false,
): RosterColumn[] {
  const needed = (column: RosterColumn) => (isTemplate ? always(column) : column);
  const prospective = sheet === '拟发展对象' ? PROSPECTIVE.map(always) : PROSPECTIVE;
  const attributes = [...new Set(people.flatMap(({ attributes }) => Object.keys(attributes ?? {})))].map(
    (name): RosterColumn => ({
      heading: `${fieldTitle(person, 'attributes')}.${name}`,
      width: 12,
      holds: 'text',
      ...(isMasked(fieldShape(person, 'attributes'), 'attributes', name) && { personal: true }),
      text: data => String(data.attributes?.[name] ?? ''),
    }),
  );
  const all = [
    ...ACTIVIST,
    ...listing(categories).map(needed),
    ...prospective.map(column => (column.heading === OCCUPATION ? needed(column) : column)),
    ...FURTHER,
    ...attributes,
    always(plain('note', 20, '备注')),
    plain('id', 8),
  ];
  return all.filter(column => column.always || people.some(each => column.text(each) !== ''));
}

/** What a person has that no cell takes: papers, votes, remarks on steps. */
export function leftOut(people: readonly Candidate[]): ('materials' | 'details')[] {
  const details = people.some(({ events }) =>
    Object.values((events ?? {}) as Fields).some(
      value =>
        typeof value === 'object' &&
        value !== null &&
        [value]
          .flat()
          .some(
            (each, index) =>
              (index > 0 && 'months' in Object(each)) ||
              ['note', 'entitled', 'present', 'inFavour', 'sentUp', 'failed'].some(
                key => key in Object(each),
              ),
          ),
    ),
  );
  return [
    ...(people.some(({ materials }) => Object.keys(materials ?? {}).length > 0)
      ? (['materials'] as const)
      : []),
    ...(details ? (['details'] as const) : []),
  ];
}
