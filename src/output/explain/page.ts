import type { NormId } from '../../norms/norms.ts';
import { documentOf, historyOf, normIds, normText, unitOf } from '../../norms/norms.ts';
import type { CheckedPlan } from '../../rules/check.ts';
import { type Code, rules } from '../../rules/index.ts';
import type { Rule, RuleMeta } from '../../rules/rule.ts';
import { messageOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';
import { wordFor } from '../../text/word.ts';
import { citationOf } from '../findings/findings.ts';
import { type ExampleFile, examplesOf } from './examples.ts';
import { periodsOf } from './periods.ts';
import { settingsYaml } from './settings.ts';
import { workings } from './workings.ts';

/** A part of an explanation: a heading with lines, or with files shown as they are. */
export interface Section {
  heading: string;
  lines: string[];
  /** texts of a plan stand in the lines, which are taken for no markup */
  quoted?: boolean;
  files?: ExampleFile[];
}

export interface Page {
  code: string;
  title: string;
  sections: Section[];
}

/** The rules by group, in their order. */
export function ruleGroups(): Map<string, (typeof rules)[number][]> {
  const groups = new Map<string, (typeof rules)[number][]>();
  for (const rule of rules) {
    const [group = ''] = rule.id.split('/');
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  return groups;
}

/** Every code that can be explained: rules, then norms. */
export const explainable = (): string[] => [...rules.map(({ id }) => id), ...normIds];

/** All that is to be said of a rule or norm. */
export const pageOf = (code: string, texts: Texts, checked?: CheckedPlan): Page =>
  normIds.includes(code as NormId) ? normPage(code as NormId, texts) : rulePage(code as Code, texts, checked);

/** A rule of any kind, with what only rules on plans have. */
type Explained = RuleMeta & Pick<Rule, 'settings' | 'spans'>;

/** All that is to be said of a rule; with a plan, how it works out with its numbers. */
export function rulePage(code: Code, texts: Texts, checked?: CheckedPlan): Page {
  const { explain } = texts;
  const rule: Explained = rules.find(({ id }) => id === code)!;
  const text = texts.rules[code];
  const sections: Section[] = [
    { heading: explain.headings.demand, lines: [text.demand] },
    { heading: explain.headings.severity, lines: [explain.severity[rule.severity]] },
    {
      heading: explain.headings.source,
      lines: [rule.norm, ...(rule.alsoCites ?? [])].flatMap(id => [
        normText(id, texts.language),
        ...history(id, texts),
      ]),
    },
  ];
  if (checked?.facts) sections.push(...withNumbers(rule, texts, checked));
  // What is found of a county is no plan's own: no plan can set it.
  if (!code.startsWith('batch/'))
    sections.push({
      heading: explain.headings.settings,
      lines: [explain.settings],
      files: [{ name: 'plan.yaml', text: settingsYaml(rule, texts.language, explain.subject) }],
    });
  const { bad, good } = examplesOf(code, texts.language);
  if (bad) sections.push({ heading: explain.headings.bad, lines: [], files: bad });
  if (good) sections.push({ heading: explain.headings.good, lines: [], files: good });
  return { code, title: text.title, sections };
}

/** A norm with every value that it has had. */
function normPage(id: NormId, texts: Texts): Page {
  return {
    code: id,
    title: normText(id, texts.language),
    sections: [{ heading: texts.explain.headings.source, lines: history(id, texts) }],
  };
}

function history(id: NormId, { explain, language }: Texts): string[] {
  const unit = wordFor(explain.units, unitOf(id) ?? '') ?? '';
  return historyOf(id).flatMap(value => {
    const { from, value: amount, most, standing, document, article = '', certainty, numbers } = value;
    const line = explain.value(
      from < '1990' ? '' : from,
      amount === undefined ? '' : explain.amount(amount, most, unit),
      `${documentOf(document)[language]}${explain.article(article)}`,
      document === 'practice' && standing === 'local'
        ? ''
        : numbers === 'local'
          ? explain.localNumbers
          : explain.standing[standing],
      explain.certainty[certainty],
    );
    // What the texts say differently stands below each.
    const own = value[language];
    return own === undefined ? [line] : [line, `· ${own}`];
  });
}

function withNumbers(rule: Explained, texts: Texts, { facts, findings }: CheckedPlan): Section[] {
  const { explain } = texts;
  const numbers = workings[rule.id as Code]?.(facts!, explain.workings) ?? [];
  const periods = periodsOf(rule.spans ?? [], facts!.plan).map(explain.workings.period);
  const lines = [...numbers, ...periods];
  const found = findings
    .filter(finding => finding.code === rule.id)
    .map(finding =>
      [messageOf(finding, texts), citationOf(finding, texts)].filter(part => part !== '').join('　'),
    );
  return [
    ...(lines.length > 0 ? [{ heading: explain.headings.workings, lines, quoted: true }] : []),
    {
      heading: explain.headings.found,
      lines: found.length > 0 ? found : [explain.nothingFound],
      quoted: true,
    },
  ];
}

/**
 * The codes that somebody may mean who does not know one: those that begin with the words, whose name they are or are part of,
 * or in whose title or demand they stand; the first of these ways that finds any decides.
 */
export function codesFor(words: string, { rules: own, language }: Texts): string[] {
  const wanted = words.trim().toLowerCase();
  const titles = (code: string): string[] => {
    const text = Object.hasOwn(own, code) ? own[code as Code] : undefined;
    return text ? [text.title, text.demand] : [normText(code as NormId, language), ''];
  };
  const ways: ((code: string) => boolean)[] = [
    code => code === wanted,
    code => code.split('/')[1] === wanted,
    code => code.startsWith(wanted),
    code => code.includes(wanted),
    code => titles(code)[0]!.toLowerCase().includes(wanted),
    code => titles(code)[1]!.toLowerCase().includes(wanted),
  ];
  for (const isMeant of ways) {
    const found = explainable().filter(isMeant);
    if (found.length > 0) return found;
  }
  return [];
}
