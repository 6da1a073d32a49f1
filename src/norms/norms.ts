import generated from '../generated/regulations.json' with { type: 'json' };
import { type Day, parseDay } from '../values/day.ts';

export type NormId = keyof typeof generated.norms;

/** A norm as it stands on some day. */
export interface Norm {
  id: NormId;
  /** in the norm's unit; absent where it has none */
  value?: number;
  /** the outer limit, where there are two (approval within 3 months, at most 6) */
  most?: number;
  /**
   * regulation: a breach is an error; general: the regulation says 一般, a breach is a warning that asks for the reason;
   * local: common practice, a breach is a warning
   */
  standing: 'regulation' | 'general' | 'local';
  document: SourceDocument;
  article?: string;
  /** how far it was verified: in the text itself, in a copy or report, or from memory */
  certainty: 'text' | 'secondary' | 'memory';
  /** first day on which this value is in force */
  from: Day;
}

/** A text that norms come from, with its name in both languages. */
export interface SourceDocument {
  id: string;
  zh: string;
  en: string;
  number?: string;
  /** YYYY-MM-DD */
  effective?: string;
  until?: string;
}

/** A pack's change to a norm: a tighter value, or an optional norm switched on. */
export interface LocalNorm {
  id: NormId;
  value?: number;
  most?: number;
  article?: string;
  document: SourceDocument;
  from?: Day;
}

/** A value of a norm as the data have it. */
export interface DatedValue {
  /** YYYY-MM-DD */
  from: string;
  value?: number;
  most?: number;
  standing: Norm['standing'] | 'optional';
  document: string;
  article?: string;
  certainty: Norm['certainty'];
  /** what this text demands, where the texts differ */
  zh?: string;
  en?: string;
  /** the demand is the text's, its number is common practice */
  numbers?: 'local';
  /** an optional norm that the pack `common` leaves out */
  common?: false;
}

interface NormEntry {
  zh: string;
  en: string;
  unit?: string;
  tighter?: 'more' | 'less';
  values: DatedValue[];
}

const entries = generated.norms as Record<NormId, NormEntry>;
const documents = generated.documents as Record<string, Omit<SourceDocument, 'id'>>;

export const normIds = Object.keys(entries) as NormId[];

export const documentOf = (id: string): SourceDocument => ({ id, ...documents[id]! });

/** What a norm demands, in the language asked for. */
export const normText = (id: NormId, language: 'zh' | 'en'): string => entries[id][language];

export const unitOf = (id: NormId): string | undefined => entries[id].unit;

/** Which way a local norm may differ: a minimum may be more, a limit less; undefined: not at all. */
export const tighterWay = (id: NormId): 'more' | 'less' | undefined => entries[id].tighter;

/** Lists every value that a norm has had, the oldest first, with optional ones. Explanations show them. */
export const historyOf = (id: NormId): readonly DatedValue[] => entries[id].values;

/**
 * The norms that apply to a plan: the regulations by date, with the local ones that its packs set. Rules ask for the day of the event
 * that they judge, so a plan in the year of a revision is judged by both texts.
 */
export class Norms {
  private readonly local: ReadonlyMap<NormId, readonly LocalNorm[]>;
  private readonly steps = new Map<NormId, { from: Day; norm: Norm | undefined }[]>();

  constructor(local: readonly LocalNorm[] = []) {
    const byId = new Map<NormId, LocalNorm[]>();
    for (const norm of local) byId.set(norm.id, [...(byId.get(norm.id) ?? []), norm]);
    this.local = byId;
  }

  /**
   * Finds the norm in force on a day; undefined for an optional norm that no pack has switched on. A day before the first value gets
   * that first value: a finding on an old case then still names an article to look at.
   */
  find(id: NormId, day: Day): Norm | undefined {
    let steps = this.steps.get(id);
    if (!steps) {
      steps = this.stepsOf(id);
      this.steps.set(id, steps);
    }
    let found = steps[0]!;
    for (const step of steps) if (step.from <= day) found = step;
    return found.norm;
  }

  /** Lists what the norm is from each day on which it changes; these are few, and `find` memoizes them. */
  private stepsOf(id: NormId): { from: Day; norm: Norm | undefined }[] {
    const days = [
      Number.NEGATIVE_INFINITY,
      ...entries[id].values.map(({ from }) => parseDay(from)!),
      ...(this.local.get(id) ?? []).flatMap(({ from }) => (from === undefined ? [] : [from])),
    ];
    return [...new Set(days)].sort((a, b) => a - b).map(from => ({ from, norm: this.normOn(id, from) }));
  }

  private normOn(id: NormId, day: Day): Norm | undefined {
    const { values, tighter } = entries[id];
    let current = values[0]!;
    for (const value of values) if (parseDay(value.from)! <= day) current = value;
    let norm: Norm | undefined;
    if (current.standing !== 'optional') {
      const { standing } = current;
      norm = {
        ...current,
        id,
        standing,
        from: parseDay(current.from)!,
        document: documentOf(current.document),
      };
    }
    for (const local of this.local.get(id) ?? []) {
      if (local.from !== undefined && local.from > day) continue;
      const value = local.value ?? current.value;
      if (norm && !isTighter(value, norm.value, tighter)) continue;
      norm = {
        id,
        value,
        most: local.most ?? current.most,
        // A breach of the tighter number is one of local practice. The regulation keeps its own number (`regulation`).
        standing: 'local',
        document: local.document,
        article: local.article,
        certainty: 'text',
        from: local.from ?? parseDay(current.from)!,
      };
    }
    return norm;
  }

  /** As `find`, for norms that are in force at all times. */
  on(id: NormId, day: Day): Norm {
    const norm = this.find(id, day);
    if (!norm) throw new RangeError(`the norm ${id} is optional`);
    return norm;
  }

  /** Finds the regulation without local norms. Its number decides whether a breach is an error. */
  regulation(id: NormId, day: Day): Norm | undefined {
    const norm = NATIONAL.find(id, day);
    return norm?.standing === 'regulation' ? norm : undefined;
  }
}

function isTighter(
  value: number | undefined,
  than: number | undefined,
  way: 'more' | 'less' | undefined,
): boolean {
  if (value === undefined || than === undefined) return true;
  return way === 'more' ? value > than : way === 'less' ? value < than : false;
}

/** The regulations and common practice, without any pack. */
export const NATIONAL = new Norms();
