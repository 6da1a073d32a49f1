import generated from '../generated/regulations.json' with { type: 'json' };
import type { Day } from '../values/day.ts';
import { parseDay } from '../values/day.ts';
import { documentOf, type SourceDocument } from './norms.ts';

/** A phrase of an earlier period. */
export interface OldPhrase {
  /** its parts, between which any punctuation may stand */
  words: string[];
  /** last day on which it was the current one */
  until: Day;
  /** first plan year in which it is a mistake; undefined: the year after `until` */
  fromYear?: number;
  /** the phrase that replaced it */
  instead: string[];
}

/** A title that no document has. */
export interface WrongTitle {
  /** a regular expression */
  words: string;
  instead: string;
}

/** An article that got another number in 2026; the words beside it tell which one is meant. */
export interface MovedArticle {
  /** a regular expression */
  words: string;
  old: number;
  new: number;
}

/** A document that plans still cite after it was superseded, and how it is cited. */
export interface OldReference {
  document: SourceDocument;
  /** first plan year in which citing it is a mistake */
  fromYear: number;
  /** its titles without 《》 */
  titles: string[];
  numbers: { prefix: string; year: number; number: number }[];
  /** the year of issue, where that alone tells it from its successors */
  issued?: number;
}

interface PhrasesFile {
  phrases: (Omit<OldPhrase, 'until'> & { until: string })[];
  references: (Omit<OldReference, 'document'> & { document: string })[];
  titles: WrongTitle[];
  articles: MovedArticle[];
}

const { phrases, references, titles, articles } = generated.phrases as PhrasesFile;

export const oldPhrases: readonly OldPhrase[] = phrases.map(phrase => ({
  ...phrase,
  until: parseDay(phrase.until)!,
}));

export const oldReferences: readonly OldReference[] = references.map(reference => ({
  ...reference,
  document: documentOf(reference.document),
}));

export const wrongTitles: readonly WrongTitle[] = titles;

export const movedArticles: readonly MovedArticle[] = articles;
