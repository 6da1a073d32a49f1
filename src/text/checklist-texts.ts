import type { Actor, Case, StepPaper } from '../facts/procedure/needs.ts';
import type { StepName } from '../facts/procedure/steps.ts';
import type { Person } from '../model/plan.ts';
import type { Stage } from '../model/stage.ts';
import type { Paper, Urgency } from '../output/checklist/model.ts';

/** The words of the checklist. */
export interface ChecklistTexts {
  title(organization: string, year: number): string;
  asOf(iso: string): string;
  notKept: string;
  nothing: string;
  role: Record<Person['role'], string>;
  stage(stage: Stage | null): string;
  person(name: string, id: string, role: string, slot: string, stage: string): string;
  columns: {
    papers: [paper: string, state: string, dates: string, due: string, owner: string];
    slots: [slot: string, person: string, role: string, have: string, missing: string];
    steps: [paper: string, lacking: string];
  };
  status: Record<Paper['status'], string>;
  partial(have: number, need: number): string;
  /** how the paper stands, with how near its day is where that matters */
  state(state: string, urgency: string): string;
  urgency: Record<Urgency, string>;
  list(items: string[]): string;
  next(
    step: StepName,
    bounds: { earliest: string; latest: string; urgency: string },
    by: Actor,
    papers: string[],
  ): string;
  stepPaper: Record<StepPaper, string>;
  /** a paper that only some need, where it is not known whether this person does */
  onlyIf(paper: string, when: Case): string;
  slotsHeading: string;
  step(name: string, due: string, owner: string, urgency: string): string;
  nobody: string;
  /** a slot without anybody */
  vacant: string;
  summary(people: number, missing: number, overdue: number): string;
}
