import type { ReportOptions } from '../findings/run.ts';
import type { Gate, Shown } from '../gate.ts';
import type { PrintDocument } from './model.ts';

type Printer = (print: PrintDocument, options: ReportOptions) => string | Uint8Array | Promise<Uint8Array>;

/** The formats of what is printed; each is loaded only when it is asked for, since the libraries behind two are large. */
const printers = {
  text: async () => (await import('./text.ts')).printText,
  markdown: async () => (await import('./markdown.ts')).printMarkdown,
  html: async () => (await import('./html.ts')).printHtml,
  docx: async () => (await import('./docx/docx.ts')).printDocx,
  xlsx: async () => (await import('./xlsx.ts')).printXlsx,
} satisfies Record<string, () => Promise<Printer>>;

/** A document in a format, after the gate. */
export async function printed(
  print: PrintDocument,
  format: PrintFormat,
  gate: Gate,
  options: ReportOptions,
): Promise<string | Shown<Uint8Array>> {
  const { published } = print;
  if (format === 'docx') {
    const printDocx = await printers.docx();
    return gate.bytes(print, passed => printDocx(passed), published);
  }
  if (format === 'xlsx') {
    const printXlsx = await printers.xlsx();
    return gate.bytes(print, passed => printXlsx(passed), published);
  }
  const printer = await printers[format]();
  return printer(gate.deep(print, published), options);
}

export type PrintFormat = keyof typeof printers;

export const isPrintFormat = (format: string): format is PrintFormat => Object.hasOwn(printers, format);
