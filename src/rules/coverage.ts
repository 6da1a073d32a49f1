import type { Facts } from '../facts/facts.ts';
import { keepsMaterials } from '../facts/materials/state.ts';
import type { Problem, SheetNoteArgs } from '../read/problem.ts';
import { severityOf } from '../read/roster/note.ts';
import { SHEET_NAMES } from '../read/workbook/layout.ts';

/** The parts of a plan that are judged, in the order of the reports. */
export const PARTS = ['quota', 'structure', 'reserve', 'people', 'materials', 'timeline'] as const;
export type Part = (typeof PARTS)[number];

/** true: judged; false: the plan has nothing of it; `partly`: something of it was not read, or could not be judged. */
export type Coverage = Record<Part, boolean | 'partly'>;

/** Of a plan without errors: that all of it was judged, that something was not, or that there was nothing to judge. */
export type Standing = 'pass' | 'partly' | 'nothing';

/** Ready to submit is only what was judged; a plan without a quota or without people is hardly filled in. */
export function standingOf(checked: Coverage): Standing {
  const { quota, structure, people, timeline } = checked;
  if (![quota, structure, people, timeline].some(Boolean)) return 'nothing';
  return !quota || !people || Object.values(checked).includes('partly') ? 'partly' : 'pass';
}

/** The parts that a plan is expected to have, and this one has nothing of. */
export const absentOf = (checked: Coverage): Part[] =>
  (['quota', 'structure', 'people', 'timeline'] as const).filter(part => checked[part] === false);

/** What a plan was checked for, and what not: a verdict says no more than this. */
export function coverageOf(facts: Facts, problems: readonly Problem[]): Coverage {
  const { plan, structure, reserves, schedule } = facts;
  const { quota, reserve, materials } = plan;
  const lost = new Set(problems.filter(leavesOut).flatMap(problem => partOf(problem, facts) ?? []));
  const judged = (part: Part, is: boolean, whole: boolean): boolean | 'partly' =>
    lost.has(part) || (is && !whole) ? 'partly' : is;
  const people = plan.people.length > 0;
  const pending = quota?.total.kind === 'pending';
  const open = quota?.categories.some(({ count, implicit }) => !implicit && count.kind === 'pending');
  return {
    quota: judged('quota', quota !== undefined, !pending && !open),
    structure: judged(
      'structure',
      structure.length > 0,
      structure.every(({ obstacle }) => obstacle === undefined || obstacle.why === 'no-integer'),
    ),
    reserve: judged('reserve', reserve !== undefined, people && reserves.slots.length > 0 && !open),
    people: judged('people', people, true),
    materials: judged('materials', materials.length > 0, people && keepsMaterials(plan)),
    timeline: judged(
      'timeline',
      schedule.steps.length > 0,
      schedule.steps.every(({ from }) => from !== undefined),
    ),
  };
}

/** Whether something that stands in the files was left out of the plan because of this. */
export function leavesOut({ code, args }: { code: string; args: unknown }): boolean {
  switch (code) {
    case 'input/schema':
      return !['about-exact-parts', 'note-beside-number'].includes((args as { problem: string }).problem);
    case 'input/fullwidth-punctuation':
      return !(args as { read: boolean }).read;
    case 'input/sheet-left-out':
      // 曾用名 and 制表：张三 are left out of every plan; a cell whose digits are lost is missing from this one.
      return severityOf((args as SheetNoteArgs).kind) !== 'info';
    case 'input/precision-lost':
      return (args as { becomes: string }).becomes === '';
    case 'input/unreadable':
    case 'input/syntax':
    case 'input/unknown-key':
    case 'input/duplicate-key':
    case 'input/several-documents':
      return true;
    default:
      return false;
  }
}

const OWNERS: Record<string, Part> = {
  quota: 'quota',
  structure: 'structure',
  reserve: 'reserve',
  candidates: 'people',
  branches: 'people',
  materials: 'materials',
  timeline: 'timeline',
  steps: 'timeline',
};

/** The part of the plan in which something was lost; undefined for what is none of them (prose, settings). */
function partOf({ place }: Problem, { plan }: Facts): Part | undefined {
  const { file, path, cell } = place.locate();
  if (file === plan.files.roster || isOnSheet(cell, SHEET_NAMES.roster)) return 'people';
  if (isOnSheet(cell, SHEET_NAMES.timeline)) return 'timeline';
  if (file === plan.files.timeline) return 'timeline';
  return OWNERS[path.split('/')[1] ?? ''];
}

const isOnSheet = (cell: string | undefined, sheet: string): boolean =>
  cell?.startsWith(`[${sheet}] `) ?? false;
