import type { Code, FindingArgs } from '../rules/index.ts';
import type { BatchTexts } from './batch-texts.ts';
import type { ChecklistTexts } from './checklist-texts.ts';
import type { CliTexts } from './cli-texts.ts';
import type { ExplainTexts } from './explain-texts.ts';
import type { FaultsTexts } from './faults-texts.ts';
import type { FixTexts } from './fix-texts.ts';
import type { InitTexts } from './init-texts.ts';
import type { Language } from './language.ts';
import type { PapersTexts } from './papers-texts.ts';
import type { ReportTexts } from './report-texts.ts';
import type { RosterTexts } from './roster-texts.ts';
import type { SelectTexts } from './select-texts.ts';

export type { Language } from './language.ts';

/** What a rule says in one language. */
export interface RuleText<Args> {
  /** the rule in a few words, for headings and lists */
  title: string;
  /** what it demands, in plain words, for `plan explain` */
  demand: string;
  /** what was found, with the numbers of the case */
  message(args: Args): string;
  /** what to do next */
  remedy(args: Args): string;
}

/** The texts of all rules: the type checker asks for every code in both languages. */
export type RuleTexts = { [C in Code]: RuleText<FindingArgs[C]> };

/** The texts of the rules of one group. */
export type GroupTexts<Group extends string> = {
  [C in Code as C extends `${Group}/${string}` ? C : never]: RuleText<FindingArgs[C]>;
};

/** Everything that users read in one language. */
export interface Texts {
  language: Language;
  rules: RuleTexts;
  report: ReportTexts;
  explain: ExplainTexts;
  checklist: ChecklistTexts;
  papers: PapersTexts;
  select: SelectTexts;
  batch: BatchTexts;
  roster: RosterTexts;
  init: InitTexts;
  fix: FixTexts;
  faults: FaultsTexts;
  cli: CliTexts;
}
