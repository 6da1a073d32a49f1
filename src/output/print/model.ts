import type { Language } from '../../text/language.ts';
import type { Day } from '../../values/day.ts';
import type { Cell, Column, Section, Tone } from '../findings/section.ts';

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
  /** names that titles are not broken within */
  whole?: string[];
  /** the red head and the colophon of an official document */
  redHead?: RedHead;
  colophon?: Colophon;
  /** the day of the document, for what a file keeps of when it was made */
  day: Day;
}

/** What stands above the title of an official document. */
export interface RedHead {
  /** `某镇党委文件` */
  mark: string;
  /** `某党发〔2016〕3号` */
  number: string;
  secrecy?: string;
  urgency?: string;
}

/** What stands at the foot of the last page. */
export interface Colophon {
  /** `抄送：某县委组织部。` */
  copies?: string;
  printedBy: string;
  printedOn: string;
}

export type Part =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean }
  /** the title of a further paper, on a page of its own: the next person's sheet, an appendix with its `label` above */
  | { kind: 'title'; text: string; label?: string }
  /**
   * `lead`: its first sentence is a heading of level 2 or 3 within the text; `flush`: it begins at the edge, as whom a
   * letter is to
   */
  | {
      kind: 'paragraph';
      text: string;
      tone?: Tone | undefined;
      lead?: 2 | 3;
      align?: 'center' | 'right';
      flush?: true;
    }
  | { kind: 'list'; items: ListItem[] }
  /**
   * `name` is what a spreadsheet calls its sheet; `rowHeight` in millimetres where people write into it by hand; `type` in
   * points, where it must be smaller than usual. Rows may be made while they are gone through, and more than once
   */
  | {
      kind: 'table';
      name: string;
      columns: Column[];
      rows: Iterable<Cell[]>;
      rowHeight?: number;
      type?: number;
    }
  /** fields with what is known of them, the rest to be filled in by hand */
  | { kind: 'form'; name: string; rows: FormRow[] }
  | { kind: 'gantt'; chart: Gantt }
  /** places to sign at: `主要负责人` */
  | { kind: 'signature'; labels: string[] }
  | { kind: 'attachments'; label: string; names: string[] }
  | { kind: 'issuer'; organization: string; date: string; unsealed?: true };

/** Fields beside each other; every row takes as many columns of the form as its spans add up to. */
export interface FormRow {
  /** in millimetres, where somebody writes more than a line */
  height?: number;
  cells: FormCell[];
}

export interface FormCell {
  text: string;
  /** the name of the field that follows */
  label?: true;
  /** columns that it takes; one where absent */
  span?: number;
  /** stands at the foot of its field on the right: where somebody signs what is written above */
  signed?: true;
}

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
  /** of a day, for heads of columns: `6月` and `9` */
  month(day: Day): string;
  dayNumber(day: Day): string;
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
