import type { Candidate } from '../generated/types.ts';
import { memoizeLast } from '../values/memo.ts';
import { maskPersonal } from './personal.ts';
import type { Place } from './place.ts';
import type { Person, Plan } from './plan.ts';

/** What a text belongs to, for messages: the step 公示, the section 指导思想. Numbers of persons in it are masked. */
export interface TextOwner {
  part:
    | 'organization'
    | 'section'
    | 'category'
    | 'batch'
    | 'requirement'
    | 'material'
    | 'branch'
    | 'step'
    | 'waiver'
    | 'plan'
    | 'person';
  name: string;
}

/** A text that somebody wrote into the plan. */
export interface PlanText {
  text: string;
  place: Place;
  owner: TextOwner;
  /** id of the person, step … that it belongs to */
  subject?: string | undefined;
}

/** Every text of the plan that is read or printed as such, in the order of the files: five rules walk over them. */
export const planTexts: (plan: Plan) => readonly PlanText[] = memoizeLast(collectTexts);

function collectTexts(plan: Plan): PlanText[] {
  const texts = new Collector();
  const { organization, quota } = plan;
  texts.add('organization', organization.name, undefined, plan.place.at('organization'), organization, [
    'name',
    'superior',
  ]);
  if (plan.title !== undefined) texts.add('plan', plan.title, undefined, plan.place, plan, ['title']);
  for (const category of quota?.categories ?? [])
    if (!category.implicit) texts.add('category', category.name, category.id, category.place, category, NAME);
  for (const batch of quota?.batches ?? [])
    texts.add('batch', batch.name, undefined, batch.place, batch, NAME);
  for (const item of plan.requirements) texts.add('requirement', item.name, item.id, item.place, item, NAME);
  for (const item of plan.materials) texts.add('material', item.name, item.id, item.place, item, NAME);
  for (const item of plan.branches) texts.add('branch', item.name, item.name, item.place, item, NAME);
  for (const { rule, reason, place } of plan.waivers)
    texts.add('waiver', rule, rule, place, { reason }, ['reason']);
  for (const item of plan.narrative)
    texts.add('section', item.heading, undefined, item.place, item, ['heading', 'text']);
  for (const item of plan.steps)
    texts.add('step', item.name, item.id, item.place, item, ['name', 'phase', 'owner', 'note']);
  for (const person of plan.people) addPerson(texts, person);
  return texts.found;
}

/**
 * Names of people, labels and codes, those that are wanted: no prose, but places into which an ID number or a phone gets.
 */
export function labelsOf(plan: Plan, isWanted?: (text: string) => boolean): readonly PlanText[] {
  const labels = new Collector(isWanted);
  for (const { rule, approvedBy, place } of plan.waivers)
    labels.add('waiver', rule, rule, place, { approvedBy }, ['approvedBy']);
  for (const person of plan.people) {
    const { id, name, data, place } = person;
    labels.add('person', name, id, place, data, LABELS);
    for (const field of LISTS) {
      const list = data[field];
      for (let index = 0; list !== undefined && index < list.length; index++)
        labels.addText('person', name, id, place, list[index], field, index);
    }
    for (const key in data.attributes)
      labels.addText('person', name, id, place, data.attributes[key], 'attributes', key);
  }
  return labels.found;
}

/** The sentences of a text: whether a document is relied on or said to be repealed is told by the sentence. */
export const sentencesOf = (text: string): string[] => text.split(/[。；;！？]/);

/** Characters of the text around what is quoted: enough to find it. */
const AROUND = 8;

/** A few words of a text with what stands before and behind; ID numbers and phones are masked before it is cut. */
export function excerpt(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const words = maskPersonal(text)
    .slice(from, to)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`;
}

const NAME = ['name'];
const LABELS = ['id', 'name', 'branch'];
const LISTS = ['contacts', 'introducers', 'tags'] as const;

class Collector {
  readonly found: PlanText[] = [];
  private readonly isWanted: (text: string) => boolean;

  constructor(isWanted: (text: string) => boolean = () => true) {
    this.isWanted = isWanted;
  }

  /** The fields of an object that hold texts; what is empty or no text is passed over. */
  add(
    part: TextOwner['part'],
    name: string,
    subject: string | undefined,
    place: Place,
    values: object,
    fields: readonly string[],
  ): void {
    for (const field of fields)
      this.addText(part, name, subject, place, (values as Record<string, unknown>)[field], field);
  }

  addText(
    part: TextOwner['part'],
    name: string,
    subject: string | undefined,
    place: Place,
    value: unknown,
    field: string,
    below?: string | number,
  ): void {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    const text = String(value);
    if (!this.isWanted(text)) return;
    const path = below === undefined ? [field] : [field, below];
    this.found.push({ text, place: place.at(...path), owner: { part, name: maskPersonal(name) }, subject });
  }
}

/** Of a person's fields those that hold free text, which is kept to the letter: the compiler asks about a new one. */
const PROSE: Record<keyof Candidate, boolean> = {
  position: true,
  nativePlace: true,
  note: true,
  // codes, choices and dates, names of people, and what may hold a number by its nature
  id: false,
  name: false,
  gender: false,
  birth: false,
  ethnicity: false,
  education: false,
  occupation: false,
  category: false,
  branch: false,
  tags: false,
  leagueMember: false,
  mobile: false,
  slot: false,
  role: false,
  fixed: false,
  stage: false,
  events: false,
  contacts: false,
  introducers: false,
  materials: false,
  idNumber: false,
  phone: false,
  attributes: false,
};
export const PROSE_FIELDS: readonly string[] = Object.entries(PROSE).flatMap(([field, isProse]) =>
  isProse ? [field] : [],
);

function addPerson(texts: Collector, { id, name, data, place, isDetailed }: Person): void {
  texts.add('person', name, id, place, data, PROSE_FIELDS);
  if (!isDetailed) return;
  // Every event may carry a note, those of a list each its own.
  for (const event in data.events) {
    const written: unknown = data.events[event as keyof typeof data.events];
    if (written === null || typeof written !== 'object') continue;
    if (!Array.isArray(written)) texts.add('person', name, id, place.at('events', event), written, NOTE);
    else
      for (let index = 0; index < written.length; index++) {
        const item: unknown = written[index];
        if (item !== null && typeof item === 'object')
          texts.add('person', name, id, place.at('events', event, index), item, NOTE);
      }
  }
}

const NOTE = ['note'];
