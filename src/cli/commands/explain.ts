import { type NormId, normIds } from '../../norms/norms.ts';
import { explainable, normPage, ruleGroups, rulePage } from '../../output/explain/page.ts';
import { listText, pageText, referenceMarkdown } from '../../output/explain/render.ts';
import { shownPlan } from '../../output/gate.ts';
import { checkPlan } from '../../rules/check.ts';
import { type Code, rules } from '../../rules/index.ts';
import type { Rule, RuleMeta } from '../../rules/rule.ts';
import type { Texts } from '../../text/texts.ts';
import { nearest } from '../../values/nearest.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** `plan explain [CODE] [PATH]`: everything about one rule or norm, or the list of them. */
export async function runExplain(
  session: Session,
  code: string | undefined,
  path: string | undefined,
): Promise<number> {
  const { texts } = session;
  const format = session.format(['text', 'markdown']);
  if (code === undefined) {
    await session.emit(
      report => (format === 'text' ? listText(report) : referenceMarkdown(allPages(texts), texts)),
      undefined,
      { ours: true },
    );
    return EXIT.ok;
  }
  const page = await pageOf(code, path, session);
  await session.emit(
    report =>
      format === 'text' ? pageText(page, report) : referenceMarkdown(new Map([['', [page]]]), texts),
    undefined,
    { ours: path === undefined },
  );
  return EXIT.ok;
}

async function pageOf(code: string, path: string | undefined, session: Session) {
  const { texts, asOf } = session;
  if (normIds.includes(code as NormId)) return normPage(code as NormId, texts);
  if (!rules.some(({ id }) => id === code))
    throw new UsageError(texts.explain.unknownCode(code, nearest(code, explainable())));
  const checked = path === undefined ? undefined : shownPlan(checkPlan(await session.load(path), asOf));
  if (checked?.verdict === 'unreadable')
    throw new UsageError(
      texts.cli.errors.invalidValue('PATH', path!, texts.rules['input/unreadable'].demand),
    );
  const page = rulePage(code as Code, texts, checked);
  return checked ? session.gate.deep(page) : page;
}

/** The pages of the reference. How any rule's severity is set is said once, by its note. */
const allPages = (texts: Texts) =>
  new Map(
    [...ruleGroups()].map(([group, own]) => [
      group,
      own.map((rule: Rule | RuleMeta) => {
        const page = rulePage(rule.id as Code, texts);
        const sections = page.sections.filter(
          ({ heading }) => 'settings' in rule || heading !== texts.explain.headings.settings,
        );
        return { ...page, sections };
      }),
    ]),
  );
