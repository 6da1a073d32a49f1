import { DECISIONS } from '../../facts/procedure/decisions.ts';
import { isClaiming } from '../../output/papers/steps/claims.ts';
import { PAPER_KINDS, PAPERS, type StepPaperSpec } from '../../output/papers/steps/kinds.ts';
import type { PrintDocument } from '../../output/print/model.ts';
import { PAPER_FORMATS } from '../formats.ts';
import { choiceOf } from '../option-values.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { emitPrint } from './papers.ts';
import { chosenPeople, tellClaims } from './people.ts';

/** `plan paper [KIND] [PATH]`: one of the papers of the procedure's steps, or the list of them. */
export async function runPaper(
  session: Session,
  asked: string | undefined,
  path = '.',
  options: Options,
): Promise<number> {
  const { texts } = session;
  const { stepPapers } = texts;
  if (asked === undefined) {
    await emitPrint(session, listing(session), session.format(PAPER_FORMATS));
    return EXIT.ok;
  }
  if (session.io.files.kind(asked) !== undefined && !isKind(asked))
    throw new UsageError(stepPapers.kindFirst(asked));
  const kind = choiceOf(session.texts, texts.cli.paper.kindName, asked, PAPER_KINDS, stepPapers.kinds);
  const paper: StepPaperSpec = PAPERS[kind];
  const format = session.format(
    paper.isTable ? PAPER_FORMATS : PAPER_FORMATS.filter(each => each !== 'xlsx'),
  );
  if (options.stage !== undefined && paper.decisions.length === 0)
    throw new UsageError(stepPapers.noDecision(stepPapers.kinds[kind]));
  const decision =
    paper.decisions.length === 0
      ? undefined
      : choiceOf(
          session.texts,
          '--stage',
          (options.stage as string) ?? paper.decisions[0]!,
          paper.decisions,
          stepPapers.decisions,
        );
  const checked = await session.checked(path, 'whole');
  if (!checked) return EXIT.failed;
  const { facts } = checked;
  const byDefault = paper.people(facts.plan, decision ?? 'prospective');
  const people =
    paper.needsNobody && byDefault.length === 0
      ? byDefault
      : chosenPeople(session, facts.plan, options, byDefault, decision);
  if (people.length > 0 && !paper.needsNobody)
    session.tell(
      `${stepPapers.included(
        stepPapers.kinds[kind],
        people.map(({ name }) => name.replace(/\s+/g, ' ')),
      )}\n`,
    );
  if (isClaiming(kind)) tellClaims(session, facts.plan, kind, decision ?? 'prospective', people);
  await emitPrint(
    session,
    paper.build({ facts, people, decision: decision ?? 'prospective', texts }),
    format,
  );
  return EXIT.ok;
}

const isKind = (text: string): boolean => (PAPER_KINDS as readonly string[]).includes(text);

/** Every paper with the command that prints it, and the stages that it knows. */
function listing({ texts, asOf }: Session): PrintDocument {
  const { listing: words, kinds, list } = texts.stepPapers;
  const row = (name: string, command: string, decisions: readonly string[]) =>
    [name, command, list(decisions)].map(text => ({ text }));
  return {
    title: words.title,
    language: texts.language,
    style: 'sheet',
    orientation: 'portrait',
    day: asOf,
    parts: [
      {
        kind: 'table',
        name: words.title,
        columns: words.columns.map((title, index) => ({ title, min: [20, 27, 12][index]! })),
        rows: [
          ...PAPER_KINDS.map(kind => row(kinds[kind], `plan paper ${kind}`, PAPERS[kind].decisions)),
          row(words.notices, 'plan notice', DECISIONS),
        ],
      },
      { kind: 'paragraph', text: words.hint },
    ],
  };
}
