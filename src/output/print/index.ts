import type { ReportOptions } from '../findings/run.ts';
import type { PrintDocument } from './model.ts';

type Printer = (print: PrintDocument, options: ReportOptions) => string | Uint8Array | Promise<Uint8Array>;

/** The formats of what is printed; each is loaded only when it is asked for, since the libraries behind two are large. */
export const printers = {
  text: async () => (await import('./text.ts')).printText,
  markdown: async () => (await import('./markdown.ts')).printMarkdown,
  html: async () => (await import('./html.ts')).printHtml,
  docx: async () => (await import('./docx.ts')).printDocx,
  xlsx: async () => (await import('./xlsx.ts')).printXlsx,
} satisfies Record<string, () => Promise<Printer>>;

export type PrintFormat = keyof typeof printers;

export const isPrintFormat = (format: string): format is PrintFormat => Object.hasOwn(printers, format);
