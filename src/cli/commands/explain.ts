import { codesFor, explainable, pageOf, ruleGroups, rulePage } from '../../output/explain/page.ts';
import { listText, pageText, referenceMarkdown, shortListText } from '../../output/explain/render.ts';
import { shownPlan } from '../../output/gate.ts';
import type { Code } from '../../rules/index.ts';
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
      { withoutPlan: true },
    );
    return EXIT.ok;
  }
  const codes = codesFor(code, texts);
  if (codes.length === 0) throw new UsageError(texts.explain.unknownCode(code, nearest(code, explainable())));
  if (codes.length > 1) {
    await session.emit(report => shortListText(codes, code, report), undefined, { withoutPlan: true });
    return EXIT.ok;
  }
  const [only] = codes as [string];
  const checked = path === undefined ? undefined : await session.checked(path);
  if (path !== undefined && !checked) return EXIT.failed;
  const page = pageOf(only, texts, checked && shownPlan(checked));
  const shown = checked ? session.gate.deep(page) : page;
  await session.emit(
    report =>
      format === 'text' ? pageText(shown, report) : referenceMarkdown(new Map([['', [shown]]]), texts),
    undefined,
    { withoutPlan: path === undefined },
  );
  return EXIT.ok;
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
