import type { Facts } from '../../../facts/facts.ts';
import type { Decision } from '../../../facts/procedure/decisions.ts';
import type { Person, Plan } from '../../../model/plan.ts';
import type { Texts } from '../../../text/texts.ts';
import { isWide } from '../../print/fit.ts';
import type { Part, PrintDocument } from '../../print/model.ts';

/** What a paper is made of. */
export interface PaperContext {
  facts: Facts;
  people: readonly Person[];
  decision: Decision;
  texts: Texts;
}

/** The height of a row that somebody writes into by hand, in millimetres. */
export const BY_HAND = 8;

/** One sheet of a paper: for a person, for a branch, or the only one. */
export interface Sheet {
  title: string;
  parts: Part[];
}

/** The sheets one behind the other, each on a page of its own. */
export function paperOf(
  sheets: readonly Sheet[],
  { facts: { plan }, people, texts }: PaperContext,
  {
    style,
    orientation = style === 'official' && sheets.some(({ parts }) => isWide(parts))
      ? 'landscape'
      : 'portrait',
  }: { style: PrintDocument['style']; orientation?: 'portrait' | 'landscape' },
): PrintDocument {
  const [head, ...rest] = sheets;
  return {
    title: head!.title,
    language: texts.language,
    style,
    orientation,
    day: plan.asOf,
    whole: [
      ...people.map(({ name }) => name),
      plan.organization.name,
      ...branchesOf(people).map(([name]) => name),
    ],
    parts: [
      ...head!.parts,
      ...rest.flatMap(({ title, parts }): Part[] => [{ kind: 'title', text: title }, ...parts]),
    ],
  };
}

/** People by their branches, in the order of the roster; those of whom none is known under an empty name. */
export function branchesOf(people: readonly Person[]): [branch: string, people: Person[]][] {
  const branches = new Map<string, Person[]>();
  for (const person of people) {
    const name = person.data.branch ?? '';
    branches.set(name, [...(branches.get(name) ?? []), person]);
  }
  return [...branches];
}

/** Whether a branch decides in its general meeting, having no committee. */
export const lacksCommittee = ({ branches }: Plan, branch: string): boolean =>
  branches.some(({ name, committee }) => name === branch && !committee);

export const flush = (text: string): Part => ({ kind: 'paragraph', text, flush: true });

export const paragraphs = (...texts: readonly string[]): Part[] =>
  texts.filter(text => text !== '').map((text): Part => ({ kind: 'paragraph', text }));
