import type { SealOptions } from '../output/gate.ts';

/** What each command can print; the first is the default. Apart from the commands, so that the help needs none of them. */
export const CHECKLIST_FORMATS = ['text', 'markdown', 'html', 'docx', 'xlsx', 'json'] as const;
export const REPORT_FORMATS = ['text', 'markdown', 'html', 'docx', 'xlsx', 'json'] as const;
export const SCHEDULE_FORMATS = ['text', 'markdown', 'html', 'docx', 'ics'] as const;
export const NOTICE_FORMATS = ['text', 'markdown', 'html', 'docx'] as const;
export const DOCUMENT_FORMATS = ['text', 'markdown', 'html', 'docx'] as const;
export const PAPER_FORMATS = ['text', 'markdown', 'html', 'docx', 'xlsx'] as const;
export const SELECT_FORMATS = ['text', 'markdown', 'html', 'docx', 'json'] as const;
export const BATCH_FORMATS = [
  'text',
  'json',
  'ndjson',
  'csv',
  'markdown',
  'html',
  'xlsx',
  'junit',
  'sarif',
  'github',
] as const;

/** Those that are no text and so need a file. */
export const BINARY: readonly string[] = ['docx', 'xlsx'];

/** Those that programs read, made of data that have passed the gate: in the finished text names may be words of ours. */
const DATA: readonly string[] = ['json', 'ndjson', 'sarif', 'junit', 'github', 'html', 'csv', 'ics'];

/** How the gate seals a format. */
export const sealOf = (format: string): SealOptions => ({
  commands: format === 'github',
  data: DATA.includes(format),
});

/** The endings of each format's files, the default first. */
export const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  text: ['txt'],
  markdown: ['md', 'markdown'],
  html: ['html', 'htm'],
  json: ['json'],
  ndjson: ['ndjson', 'jsonl'],
  sarif: ['sarif'],
  junit: ['xml'],
  csv: ['csv'],
  ics: ['ics'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  yaml: ['yaml', 'yml'],
};
