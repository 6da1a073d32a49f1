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
  name(desk: Desk): string;
}

export const PAPERS: readonly Taken[] = [
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
  { id: 'notice', command: 'notice', formats: ['docx', 'html'], name: ({ words }) => words.take.notice },
  {
    id: 'document',
    command: 'document',
    formats: ['docx', 'html'],
    name: ({ words }) => words.take.document,
  },
  { id: 'roster', command: 'export', formats: ['xlsx'], name: ({ words }) => words.take.roster },
];
