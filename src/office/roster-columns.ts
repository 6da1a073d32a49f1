import type { Candidate } from '../generated/types.ts';
import { fieldShape, itemShape, rootShape, type Shape } from '../read/fields/shape.ts';

/** A column of a roster for offices. */
export interface RosterColumn {
  /** the heading, which `plan import` reads back into the same field */
  heading: string;
  /** in characters of the sheet's font */
  width: number;
  /** what may stand in it, for a drop-down */
  values?: string[];
  /** holds ID numbers or phones: left empty unless they are asked for */
  personal?: true;
  /** always there; the others only where somebody has something in them */
  usual?: true;
  text(person: Candidate): string;
}

export const SHEETS = ['积极分子', '拟发展对象'] as const;

const person: Shape = itemShape(fieldShape(rootShape('candidates'), 'candidates'));

/** The first Chinese spelling of each value. */
export function choices(field: string): [value: string, name: string][] {
  const chosen = new Map<string, string>();
  for (const [spelling, value] of Object.entries(fieldShape(person, field).values ?? {}))
    if (spelling !== value && !chosen.has(value)) chosen.set(value, spelling);
  return [...chosen];
}

type Fields = Record<string, unknown>;

const plain = (field: string, heading: string, width: number): RosterColumn => ({
  heading,
  width,
  text: data => String((data as unknown as Fields)[field] ?? ''),
});

function choice(field: string, heading: string, width: number): RosterColumn {
  const names = new Map(choices(field));
  return {
    heading,
    width,
    values: [...names.values()],
    text: data => names.get(String((data as unknown as Fields)[field] ?? '')) ?? '',
  };
}

const yesNo = (field: string, heading: string): RosterColumn => ({
  heading,
  width: 8,
  values: ['是', '否'],
  text: data => {
    const value = (data as unknown as Fields)[field];
    return value === undefined ? '' : value ? '是' : '否';
  },
});

/** The date of a step; what else is noted of it does not fit a cell. */
const event = (name: string, heading: string): RosterColumn => ({
  heading,
  width: 12,
  text: ({ events }) => {
    const value = (events as Fields | undefined)?.[name];
    if (Array.isArray(value)) return value.map(dateOf).join('、');
    return dateOf(value);
  },
});

const dateOf = (value: unknown): string =>
  typeof value === 'string' ? value : String((value as { on?: string } | undefined)?.on ?? '');

const part = (name: string, field: string, heading: string): RosterColumn => ({
  heading,
  width: 12,
  text: ({ events }) => String(((events as Fields | undefined)?.[name] as Fields | undefined)?.[field] ?? ''),
});

const nth = (field: 'contacts' | 'introducers', index: number, heading: string): RosterColumn => ({
  heading,
  width: 10,
  // The last of two columns has whoever else there is.
  text: data => (index === 0 ? (data[field] ?? []).slice(0, 1) : (data[field] ?? []).slice(1)).join('、'),
});

const usual = (column: RosterColumn): RosterColumn => ({ ...column, usual: true });
const personal = (column: RosterColumn): RosterColumn => ({ ...column, personal: true });

/** The columns of the activists' register, in the order in which departments ask for them. */
const ACTIVIST: RosterColumn[] = [
  plain('name', '姓名', 10),
  choice('gender', '性别', 6),
  plain('ethnicity', '民族', 10),
  plain('birth', '出生年月', 12),
  personal(plain('idNumber', '公民身份号码', 21)),
  choice('education', '文化程度', 10),
  plain('position', '工作单位及职务（村组）', 22),
  event('application', '申请入党时间'),
  event('activist', '确定积极分子时间'),
  yesNo('leagueMember', '是否团员'),
  nth('contacts', 0, '培养联系人1'),
  nth('contacts', 1, '培养联系人2'),
  plain('branch', '所在支部', 14),
  personal(plain('phone', '联系电话', 14)),
].map(usual);

/** What the register of prospective members has besides. */
const PROSPECTIVE: RosterColumn[] = [
  event('prospective', '列为发展对象时间'),
  event('politicalReview', '政治审查'),
  part('training', 'start', '培训开始'),
  part('training', 'end', '培训结束'),
  part('training', 'hours', '培训学时'),
  event('preReview', '预审'),
  nth('introducers', 0, '入党介绍人1'),
  nth('introducers', 1, '入党介绍人2'),
  event('branchMeeting', '支部大会'),
  event('approval', '党委审批'),
  choice('occupation', '职业类别', 12),
  event('conversionApproval', '转正审批'),
];

/** The other fields, where somebody has them. */
const FURTHER: RosterColumn[] = [
  choice('role', '列入方式', 12),
  plain('category', '名额类别', 12),
  plain('slot', '名额', 12),
  choice('stage', '发展阶段', 12),
  plain('nativePlace', '籍贯', 12),
  yesNo('mobile', '流动人员'),
  yesNo('fixed', '已确定'),
  { heading: '标签', width: 16, text: ({ tags }) => (tags ?? []).join('、') },
  ...['talk', 'leagueRecommendation', 'activistFiling', 'contactsAssigned', 'inspections'].map(titled),
  part('prospectiveNotice', 'from', '发展对象公示起'),
  part('prospectiveNotice', 'to', '发展对象公示止'),
  ...['prospectiveFiling', 'introducersAssigned', 'branchReview', 'form'].map(titled),
  part('acceptanceNotice', 'from', '接收公示起'),
  part('acceptanceNotice', 'to', '接收公示止'),
  ...[
    'committeeTalk',
    'countyFiling',
    'assigned',
    'oath',
    'probationInspections',
    'conversionApplication',
    'conversionMeeting',
    'archived',
    'leaving',
  ].map(titled),
];

function titled(name: string): RosterColumn {
  return event(name, fieldShape(fieldShape(person, 'events'), name).title ?? name);
}

/** The columns of a sheet for these people. */
export function columnsFor(sheet: (typeof SHEETS)[number], people: readonly Candidate[]): RosterColumn[] {
  const prospective = sheet === '拟发展对象' ? PROSPECTIVE.map(usual) : PROSPECTIVE;
  const attributes = [...new Set(people.flatMap(({ attributes }) => Object.keys(attributes ?? {})))].map(
    (name): RosterColumn => ({
      heading: `其他属性.${name}`,
      width: 12,
      text: data => String(data.attributes?.[name] ?? ''),
    }),
  );
  const all = [
    ...ACTIVIST,
    ...prospective,
    ...FURTHER,
    ...attributes,
    { ...plain('note', '备注', 20), usual: true as const },
    plain('id', '编号', 8),
  ];
  return all.filter(column => column.usual || people.some(each => column.text(each) !== ''));
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
          .some(each => ['note', 'entitled', 'present', 'inFavour'].some(key => key in Object(each))),
    ),
  );
  return [
    ...(people.some(({ materials }) => Object.keys(materials ?? {}).length > 0)
      ? (['materials'] as const)
      : []),
    ...(details ? (['details'] as const) : []),
  ];
}
