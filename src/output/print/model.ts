import type { Language } from '../../text/language.ts';
import type { Day } from '../../values/day.ts';
import type { Cell, Column, Section, Tone } from '../findings/rows.ts';

/**
 * Something that an office prints, as parts without a look: every format renders the same parts. `official` papers have
 * the layout of GB/T 9704-2012, `sheet`s that of working papers with tables.
 */
export interface PrintDocument {
  title: string;
  language: Language;
  style: 'official' | 'sheet';
  orientation: 'portrait' | 'landscape';
  parts: Part[];
  /** numbers that look like somebody's and are there to be read by everybody: the office's own phone */
  published?: readonly string[];
  /** the day of the document, for what a file keeps of when it was made */
  day: Day;
}

export type Part =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean }
  /** `lead`: its first sentence is a heading of level 2 or 3 within the text */
  | { kind: 'paragraph'; text: string; tone?: Tone | undefined; lead?: 2 | 3; align?: 'center' | 'right' }
  | { kind: 'list'; items: ListItem[] }
  /** `name` is what a spreadsheet calls its sheet */
  | { kind: 'table'; name: string; columns: Column[]; rows: Cell[][] }
  | { kind: 'gantt'; chart: Gantt }
  /** places to sign at: `主要负责人` */
  | { kind: 'signature'; labels: string[] }
  | { kind: 'attachments'; label: string; names: string[] }
  | { kind: 'issuer'; organization: string; date: string };

export interface ListItem {
  text: string;
  tone?: Tone | undefined;
  details: string[];
}

/** Bars over a stretch of days. */
export interface Gantt {
  title: string;
  from: Day;
  to: Day;
  bars: Bar[];
  /** days off within, for shading */
  rest: Day[];
  legend: Record<Bar['state'] | 'rest', string>;
  /** of a day: `6月9日` */
  label(day: Day): string;
}

export interface Bar {
  name: string;
  phase: string;
  from: Day;
  to: Day;
  state: 'planned' | 'done' | 'critical';
  /** the last day allowed */
  deadline?: Day | undefined;
  /** in words, for readers that see no picture: `6月9日至12日` */
  days: string;
}

/** The parts of a section of a report. */
export function partsOf({ heading, lines, columns, rows, notes }: Section, level: 1 | 2 = 1): Part[] {
  return [
    { kind: 'heading', level, text: heading },
    ...lines.map((text): Part => ({ kind: 'paragraph', text })),
    ...(rows.length > 0 ? [{ kind: 'table' as const, name: heading, columns, rows }] : []),
    ...notes.map(({ text, tone }): Part => ({ kind: 'paragraph', text, tone })),
  ];
}
