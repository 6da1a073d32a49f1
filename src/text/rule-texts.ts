import type { Code, FindingArgs } from '../rules/index.ts';
import type { KeyOf } from './keys.ts';

/** What a rule says in one language. */
export interface RuleText<Args> {
  /** the rule in a few words, for headings and lists */
  title: string;
  /** what it demands, in plain words, for `plan explain` */
  demand: string;
  /** what was found, with the numbers of the case */
  message(args: Args): string;
  /** what to do next; fields to write are named by `key` as the file at hand names them */
  remedy(args: Args, key: KeyOf): string;
}

/** The texts of all rules: the type checker asks for every code in both languages. */
export type RuleTexts = { [C in Code]: RuleText<FindingArgs[C]> };

/** The texts of the rules of one group. */
export type GroupTexts<Group extends string> = {
  [C in Code as C extends `${Group}/${string}` ? C : never]: RuleText<FindingArgs[C]>;
};
