import { maskPersonal } from '../model/personal.ts';
import type { Finding } from '../rules/check.ts';
import type { RuleText, Texts } from './texts.ts';

/** The text of a finding's rule; code and arguments belong together by the type of Finding. */
const textOf = ({ code }: Finding, texts: Texts): RuleText<unknown> => texts.rules[code] as RuleText<unknown>;

export const messageOf = (finding: Finding, texts: Texts): string =>
  maskPersonal(textOf(finding, texts).message(finding.args));

export const remedyOf = (finding: Finding, texts: Texts): string =>
  maskPersonal(textOf(finding, texts).remedy(finding.args));
