import generated from '../generated/regulations.json' with { type: 'json' };
import { type Day, parseDay } from '../model/day.ts';

export type NormId = keyof typeof generated.norms;
export type DocumentId = keyof typeof generated.documents;

/** A norm as it stood on some day. */
export interface Norm {
  id: NormId;
  /** in the norm's unit; absent where it has none */
  value?: number;
  /** regulation: a breach is an error; local: common practice, a breach is a warning */
  standing: 'regulation' | 'local';
  document: DocumentId;
  article?: string;
  /** how far it was verified: in the text itself, in a copy or report, or from memory */
  certainty: 'text' | 'secondary' | 'memory';
  /** first day on which this value is in force */
  from: Day;
}

/** A text that norms come from, with its name in both languages. */
export interface SourceDocument {
  zh: string;
  en: string;
  number?: string;
  /** YYYY-MM-DD */
  effective?: string;
  until?: string;
}

interface DatedValue extends Omit<Norm, 'id' | 'from'> {
  from: string;
}

/**
 * The norm in force on a day; before its first value, the first one (a plan older than any text we have is still told
 * what to look at).
 */
export function normOn(id: NormId, day: Day): Norm {
  const values = generated.norms[id].values as DatedValue[];
  let current = values[0]!;
  for (const value of values) if (parseDay(value.from)! <= day) current = value;
  return { ...current, id, from: parseDay(current.from)! };
}

export const documentOf = (id: DocumentId): SourceDocument => generated.documents[id];

/** What a norm demands, in the language asked for. */
export const normText = (id: NormId, language: 'zh' | 'en'): string => generated.norms[id][language];
