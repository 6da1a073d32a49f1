import type { Candidate, Settings, Step as StepData, Where } from '../generated/types.ts';
import type { Calendar } from '../norms/calendar/calendar.ts';
import type { Norm, Norms } from '../norms/norms.ts';
import type { Day } from '../values/day.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Amount, Comparator, Share } from '../values/share.ts';
import type { Precision, Window } from '../values/window.ts';
import type { Place } from './place.ts';
import type { Severity } from './severity.ts';
import type { EventDates } from './stage.ts';
import type { DatedStep } from './steps.ts';

/** An annual plan, read and linked, every part with the place where it stands. Nothing in it is computed yet. */
export interface Plan {
  /** the plan's folder or file, as the user named it */
  path: string;
  year: number;
  /** what the plan is called in print, where it says so */
  title?: string;
  organization: Organization;
  /** the red head and the colophon of its printed form */
  document?: OfficialDocument;
  /** the day on which ages are taken */
  ageAsOf: Day;
  /** today, as the user sees it (`--as-of`) */
  asOf: Day;
  quota?: Quota;
  requirements: Requirement[];
  reserve?: ReserveDemand;
  funnel?: Funnel;
  materials: Material[];
  /** whether there is a roster at all: without one nothing about people is checked */
  hasRoster: boolean;
  people: Person[];
  steps: Step[];
  branches: Branch[];
  settings: Settings;
  severities: Severities;
  waivers: Waiver[];
  narrative: Section[];
  calendar: Calendar;
  /** the regulations by date, with the local norms of the plan's packs */
  norms: Norms;
  /** conditions on nominees that the plan's packs add */
  conditions: LocalCondition[];
  /** kinds of step that the plan's packs ask for besides the usual ones */
  requiredSteps: RequiredStep[];
  unread: Unread;
  place: Place;
  /** the files besides its own that it was read from, as findings name them */
  files: { roster?: string; timeline?: string };
  /** the county's plan in whose folder this one stands and which names it */
  county?: CountyAllocation;
}

/**
 * Items of the plan's lists that were not understood, by their codes and names, with what each is called. That has been reported:
 * naming one elsewhere is no mistake, and what depends on one cannot be computed.
 */
export type Unread = Record<
  'categories' | 'requirements' | 'materials' | 'steps' | 'people' | 'branches',
  ReadonlyMap<string, string>
>;

/** The Party organization whose plan it is; `office`, `phone` and `address` receive opinions on public notices. */
export interface Organization {
  name: string;
  /** tells its events from those of other units in one calendar */
  code?: string;
  superior?: string;
  office?: string;
  phone?: string;
  address?: string;
}

/** What stands around the text when the plan goes out as an official document; `printedOn` as YYYY-MM-DD. */
export interface OfficialDocument {
  mark?: string;
  number?: string;
  secrecy?: string;
  urgency?: string;
  to?: string[];
  copies?: string[];
  printedBy?: string;
  printedOn?: string;
}

export interface Quota {
  total: Quantity;
  categories: Category[];
  /** every slot of every category of which the number is known, in order */
  slots: Slot[];
  batches: Batch[];
  /** the numbers of parts that were not understood: nobody knows what the parts add up to */
  unreadParts: { categories: readonly Quantity[]; batches: readonly Quantity[] };
  /** how many each branch (village, class) is to have at least and at most */
  perBranch?: { min?: number; max?: number };
  /** what the plan calls the branches there: 每村, 每班 */
  branchWord?: string;
  overYears?: number;
  yearlyTolerance?: Share;
  lastYearActual?: number;
  growthLimit?: Share;
  /** nominees for each slot: 100 % unless more are nominated on purpose */
  nomineesPerSlot: Share;
  place: Place;
}

export interface Category {
  id: string;
  name: string;
  count: Quantity;
  /** who may fill its slots besides those of the category */
  where?: Where;
  /** made because the plan names no categories: everyone fits it */
  implicit: boolean;
  place: Place;
}

/** A part of the quota that is issued or filled at one time. */
export interface Batch {
  name: string;
  total: Quantity;
  place: Place;
}

/** One place in the quota: `farmer-3`. */
export interface Slot {
  id: string;
  category: Category;
  /** its number in the category, from 1 */
  number: number;
}

export interface Requirement {
  id: string;
  name: string;
  where: Where;
  comparator: Comparator;
  amount: Amount;
  /** the id of what the share is taken of; the whole quota where absent */
  of?: string;
  level: 'required' | 'advisory';
  /** the head count that the plan itself states, and as it states it (12万余) */
  planned?: number;
  plannedAs?: Quantity;
  place: Place;
}

/** What the plan and its packs ask for together. How many a slot needs is `reserveNeed` (facts/reserve/allocate.ts). */
export interface ReserveDemand {
  /** the strictest range, as papers say it; the nominee is one of them only where every demand counts the nominee */
  min: number;
  max?: number;
  /** as each asks; at least one */
  demands: readonly { min: number; max?: number; includesNominee: boolean }[];
  place: Place;
}

export interface Funnel {
  applicants?: number;
  activists?: number;
  members: number;
  haveApplicants?: number;
  haveActivists?: number;
  place: Place;
}

export interface Material {
  id: string;
  name: string;
  count: number;
  when?: Where;
  place: Place;
}

/** Somebody on the roster; `data` has the fields with canonical names and values. */
export interface Person {
  id: string;
  name: string;
  role: 'nominee' | 'reserve';
  /** id of the quota category that this person can fill */
  category?: string;
  slot?: string;
  data: Candidate;
  /** the dates of the events, read once */
  dates: EventDates;
  /** the dates of the procedure's steps, in its order */
  dated: readonly DatedStep[];
  /** whether an event is told with more than its date: a note, for one */
  isDetailed: boolean;
  place: Place;
}

export interface Step {
  id: string;
  name: string;
  kind: NonNullable<StepData['kind']>;
  /** the file gives no kind: it was taken from the name */
  kindFromName: boolean;
  /** its name fits two kinds, and where it stands decided between them: 确定发展对象 before the notice is what the branch proposes */
  kindFromOrder?: true;
  /** the kinds that its name says where it says several, and the file gives none; else empty */
  named: readonly NonNullable<StepData['kind']>[];
  on?: Day;
  from?: Day;
  /** also the last day of an `on` that names more than a day */
  to?: Day;
  duration?: Duration;
  /** the fields that are written and were not understood, or say 不详, where its days are not known for want of them */
  lost: readonly ('on' | 'from' | 'to' | 'duration')[];
  after: Predecessor[];
  deadline?: Day;
  /** how exactly its days are written; those of a 旬 or a month are days between which it takes place */
  precision: Precision;
  /** what is written where it is more than days: for print, which tells the plan in its own words */
  said: { on?: Window; from?: Window; to?: Window; deadline?: Window };
  /** its date says itself that it is of another year: 次年1月10日前 */
  isOtherYear?: true;
  phase?: string;
  done?: Day;
  /** class hours, of a training */
  hours?: number;
  due: string[];
  owner?: string;
  note?: string;
  place: Place;
}

/** A length of time in calendar days or in working days. */
export interface Duration {
  count: number;
  unit: 'd' | 'wd';
}

export interface Predecessor {
  id: string;
  lag?: Duration;
}

export interface Branch {
  name: string;
  lastDeveloped?: number;
  /** whether it has a branch committee */
  committee: boolean;
  place: Place;
}

/** A section of the printed plan's prose. */
export interface Section {
  heading: string;
  text: string;
  /** parts of the plan that are told in this section, behind its text */
  data: ('quota' | 'schedule' | 'materials')[];
  place: Place;
}

/** Severities that the plan sets, by rule id, with the place of each. */
export type Severities = Map<string, { severity: Severity | 'off'; place: Place }>;

export interface Waiver {
  rule: string;
  subject?: string;
  /** the codes of those who have the name that is written, where it is the name of several */
  alike?: string[];
  reason: string;
  approvedBy: string;
  /** last day on which it holds */
  until: Day;
  place: Place;
}

/** A condition that a pack puts on every nominee to whom it applies. */
export interface LocalCondition {
  id: string;
  name: string;
  where: Where;
  when?: Where;
  severity: Severity | 'off';
  norm: Norm;
}

/** A kind of step that a pack asks the timeline for. */
export interface RequiredStep {
  kind: Step['kind'];
  norm: Norm;
}

/** What the county allocated to this township. */
export interface CountyAllocation {
  township: string;
  quota: Quantity;
  place: Place;
}

/** What a column of a roster holds, for those who fill it in. */
export type Holding = 'choice' | 'date' | 'name' | 'number' | 'idNumber' | 'ethnicity' | 'text';
