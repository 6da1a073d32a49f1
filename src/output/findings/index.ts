import type { Reporter } from './run.ts';
import { text } from './text.ts';

/** The formats of `check` and `batch`; all but the usual one are loaded only when they are asked for. */
export const reporters = {
  text: async () => text,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  markdown: async () => (await import('./markdown.ts')).markdown,
} satisfies Record<string, () => Promise<Reporter>>;

export type Format = keyof typeof reporters;

export const formats = Object.keys(reporters) as Format[];
