import { personShape } from '../fields/masked.ts';
import { fieldShape, type Shape } from '../fields/shape.ts';

/** What a column is read into: a field of a person, an event, a part of one, or an attribute of the user's own. */
export type Target = readonly [field: string, ...below: string[]];

const person = personShape();
const events: Shape = fieldShape(person, 'events');

/** A column of whole `events` or `materials` has nothing that a cell could say. */
const WITHOUT_CELLS = new Set(['events', 'materials', 'attributes']);

/** A field by its Chinese name, an alias, or its English name; `events.training.start` for a part. */
export function exactTarget(name: string): Target | undefined {
  const own = lookUp(person, name);
  if (own !== undefined && !WITHOUT_CELLS.has(own)) return [own];
  const event = lookUp(events, name.replace(/^(events|经历)\./, ''));
  if (event !== undefined) return ['events', event];
  const [, of, part] = /^(?:(?:events|经历)\.)?([^.]+)\.([^.]+)$/.exec(name) ?? [];
  const whole = of === undefined ? undefined : lookUp(events, of);
  if (whole !== undefined) {
    const below = lookUp(fieldShape(events, whole), part!);
    if (below !== undefined) return ['events', whole, below];
  }
  const attribute = /^(?:attributes|其他属性)\.(.+)$/.exec(name)?.[1];
  return attribute === undefined ? undefined : ['attributes', attribute];
}

function lookUp({ keys = {}, props = {} }: Shape, name: string): string | undefined {
  if (Object.hasOwn(props, name)) return name;
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}

/** Every field that a column can be read into, in the order of the schema. */
export function allTargets(): Target[] {
  const names = ({ props = {} }: Shape) => Object.keys(props);
  return [
    ...names(person)
      .filter(name => !WITHOUT_CELLS.has(name))
      .map((name): Target => [name]),
    ...names(events).flatMap((name): Target[] => {
      const whole: Target = ['events', name];
      const parts = names(targetShape(whole)).filter(part => part !== 'note' && part !== 'on');
      const isWhole =
        parts.length === 0 ||
        partsOf(whole) !== undefined ||
        (targetShape(whole).read?.includes('date') ?? false);
      return [
        ...(isWhole ? [whole] : [['events', name, 'on'] as const]),
        ...parts.map((part): Target => ['events', name, part]),
      ];
    }),
  ];
}

/** Whether it takes a phone: a number that is never shown in full, other than the ID number. */
export function isPhone(target: Target): boolean {
  const { masked, read } = targetShape(target);
  return masked === true && read?.[0] === 'code';
}

/** The Chinese name of a target, for messages: `发展对象集中培训·开始`, `联系电话`. */
export function targetTitle([field, ...below]: Target): string {
  if (field === 'attributes') return below.join('.');
  const titles: string[] = [];
  let shape = fieldShape(person, field);
  if (field !== 'events') titles.push(shape.title ?? field);
  for (const name of below) {
    shape = fieldShape(shape, name);
    titles.push(shape.title ?? name);
  }
  return titles.join('·');
}

/** `events.application`: how a target is written in a saved mapping. */
export const targetName = (target: Target): string => target.join('.');

/** The shape of what a target holds. */
export function targetShape([field, ...below]: Target): Shape {
  return below.reduce(fieldShape, fieldShape(person, field));
}

const LISTS = new Set(['contacts', 'introducers', 'tags']);

/** Whether several columns may feed one field, and one cell several values. */
export const isList = ([field, below]: Target): boolean =>
  LISTS.has(field) || below === 'inspections' || below === 'probationInspections';

/** The two ends of an event that lasts: `['start', 'end']` of a training, `['from', 'to']` of a notice. */
export function partsOf(target: Target): [first: string, last: string] | undefined {
  if (target[0] !== 'events' || target.length !== 2) return undefined;
  const { props = {} } = targetShape(target);
  if ('start' in props && 'end' in props) return ['start', 'end'];
  return 'from' in props && 'to' in props ? ['from', 'to'] : undefined;
}

/** Whether a cell of the column holds a day or a month, or the first and last day of something. */
export const isDate = (target: Target): boolean =>
  target[0] === 'birth' || (target[0] === 'events' && !NO_DATES.has(target[2] ?? ''));

/** Parts of events that are no dates. */
const NO_DATES: ReadonlySet<string> = new Set([
  'hours',
  'months',
  'note',
  'by',
  'places',
  'entitled',
  'present',
  'inFavour',
]);
