import type { Facts } from '../facts/facts.ts';
import type { Settings } from '../generated/types.ts';
import type { Place } from '../model/place.ts';
import type { Person, Plan, Slot } from '../model/plan.ts';
import type { Severity } from '../model/severity.ts';
import type { StepName } from '../model/steps.ts';
import type { Norm, NormId } from '../norms/norms.ts';
import type { ProblemCode } from '../read/problem.ts';
import type { CountyFacts } from './county-facts.ts';

export type { Facts } from '../facts/facts.ts';

/** What a finding may have besides its place and arguments. */
export interface Details {
  /** id of the person, slot, step, requirement … that it is about; waivers name it */
  subject?: string;
  /** where it differs from the rule's own */
  severity?: Severity;
  /** where the norm that applies is not the rule's own on the last day of the plan's year */
  norm?: Norm;
}

export type Report<Args> = (place: Place, args: Args, details?: Details) => void;

export type RuleId = `${string}/${string}`;

export interface RuleMeta {
  /** `group/name`; scripts and waivers refer to it */
  id: RuleId;
  severity: Severity;
  /** what it enforces: the source that findings cite */
  norm: NormId;
  /** what some of its findings cite instead */
  alsoCites?: readonly NormId[];
}

/** A step that comes within so many months of another, or not before they are full; how many the norm says. */
export interface TimedSpan {
  norm: NormId;
  from: StepName;
  to: StepName;
  bound: 'latest' | 'earliest';
}

/** A rule on the plan: a pure function of the facts. */
export interface Rule extends RuleMeta {
  /** the times in months that it judges, which `plan explain` works out for a plan's nominees */
  spans?: readonly TimedSpan[];
  /** what it reads of the plan's settings (rules.settings), for `plan explain` */
  settings?: readonly (keyof Settings)[];
  // biome-ignore lint/suspicious/noExplicitAny: each rule has arguments of its own; the texts are typed by them
  check(facts: Facts, report: Report<any>): void;
}

/** A rule on the form of the files: reading raises its findings (read/problem.ts) before there is a plan. */
export interface ReadingRule extends RuleMeta {
  id: ProblemCode;
}

/** A rule on the settings and waivers themselves: the engine raises it once all others have run (check.ts). */
export interface WaiverRule extends RuleMeta {
  id: `waiver/${string}`;
  /** the kinds of its arguments; the values are not used */
  args: Record<string, string>;
}

/** A rule on a county: a pure function of what its file and its townships' plans give together (`plan batch`). */
export interface CountyRule extends RuleMeta {
  id: `batch/${string}`;
  // biome-ignore lint/suspicious/noExplicitAny: as in Rule
  check(facts: CountyFacts, report: Report<any>): void;
}

/** A person as findings name one. */
export interface PersonRef {
  id: string;
  name: string;
}

export const ref = ({ id, name }: Person): PersonRef => ({ id, name });

/** A slot as it is called besides its id: 农牧民1号名额. */
export interface SlotName {
  /** the name of its category; empty where there are none */
  category: string;
  /** from 1; 0 where the plan has no such slot, and `category` is what the file has */
  number: number;
}

export const slotName = ({ category, number }: Slot): SlotName => ({ category: category.name, number });

/** A slot with its id. */
export type SlotRef = SlotName & { id: string };

export const slotRef = (slot: Slot): SlotRef => ({ id: slot.id, ...slotName(slot) });

/** The name of a slot that somebody is listed for. */
export function slotNameOf({ quota }: Plan, id: string): SlotName {
  const slot = quota?.slots.find(each => each.id === id);
  return slot ? slotName(slot) : { category: id, number: 0 };
}
