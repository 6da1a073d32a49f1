import { maskPersonal } from '../model/personal.ts';
import type { Finding } from '../rules/check.ts';
import { keysAt } from './keys.ts';
import type { RuleText } from './rule-texts.ts';
import type { Texts } from './texts.ts';

/** The text of a finding's rule; code and arguments belong together by the type of Finding. */
const textOf = ({ code }: Finding, texts: Texts): RuleText<unknown> => texts.rules[code] as RuleText<unknown>;

/** Masked again: the page shows findings beside the files that they are in, without the gate. */
export const messageOf = (finding: Finding, texts: Texts): string =>
  maskPersonal(textOf(finding, texts).message(brief(finding.args)));

export const remedyOf = (finding: Finding, texts: Texts): string =>
  maskPersonal(textOf(finding, texts).remedy(brief(finding.args), keysAt(finding.place, texts.language)));

/** Characters of a name that a sentence repeats; the longest honest name of a unit has fewer than fifty. */
const MOST = 200;

/** The same with its texts cut to what a sentence can bear: a name of thousands of characters is told of many times. */
function brief<T>(value: T): T {
  if (typeof value === 'string')
    return (value.length > MOST ? `${value.slice(0, MOST).replace(/[\ud800-\udbff]$/, '')}…` : value) as T;
  if (typeof value !== 'object' || value === null || !holdsLong(value)) return value;
  if (Array.isArray(value)) return value.map(brief) as T;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, brief(below)])) as T;
}

const holdsLong = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.length > MOST
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsLong);
