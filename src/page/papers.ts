import { DECISIONS, type Decision } from '../facts/procedure/decisions.ts';
import { PAPER_KINDS, PAPERS, type StepPaperSpec } from '../output/papers/steps/kinds.ts';
import type { Desk } from './desk.ts';

type TakenFormat = 'docx' | 'xlsx' | 'html' | 'ics';

/** Something that a command makes of the plan. */
export interface Taken {
  id: string;
  command: string;
  /** before the plan's path */
  args?: string[];
  options?: Record<string, string | boolean>;
  formats: readonly TakenFormat[];
  /** the decisions that it can be about, the default first */
  decisions?: readonly Decision[];
  name(desk: Desk): string;
}

/** The plan itself and the papers on the whole of it. */
export const PLAN_PAPERS: readonly Taken[] = [
  {
    id: 'workbook',
    command: 'export',
    options: { workbook: true },
    formats: ['xlsx'],
    name: ({ words }) => words.take.workbook,
  },
  {
    id: 'report',
    command: 'report',
    formats: ['docx', 'xlsx', 'html'],
    name: ({ words }) => words.take.report,
  },
  {
    id: 'schedule',
    command: 'schedule',
    formats: ['docx', 'html', 'ics'],
    name: ({ words }) => words.take.schedule,
  },
  {
    id: 'checklist',
    command: 'checklist',
    formats: ['docx', 'xlsx', 'html'],
    name: ({ words }) => words.take.checklist,
  },
  {
    id: 'document',
    command: 'document',
    formats: ['docx', 'html'],
    name: ({ words }) => words.take.document,
  },
  { id: 'roster', command: 'export', formats: ['xlsx'], name: ({ words }) => words.take.roster },
];

/** The papers of the procedure's steps, as `plan paper` and `plan notice` have them. */
export const STEP_PAPERS: readonly Taken[] = [
  {
    id: 'notice',
    command: 'notice',
    formats: ['docx', 'html'],
    decisions: ['prospective', ...DECISIONS.filter(each => each !== 'prospective')],
    name: ({ words }) => words.take.notice,
  },
  ...PAPER_KINDS.map((kind): Taken => {
    const { decisions, isTable }: StepPaperSpec = PAPERS[kind];
    return {
      id: kind,
      command: 'paper',
      args: [kind],
      formats: isTable ? ['docx', 'xlsx', 'html'] : ['docx', 'html'],
      decisions,
      name: ({ texts }) => texts.stepPapers.kinds[kind],
    };
  }),
];
