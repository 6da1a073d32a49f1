import { DECISIONS } from '../../facts/procedure/decisions.ts';
import { asScheduled, placeSteps } from '../../facts/schedule/placement.ts';
import { statisticsOf } from '../../facts/statistics/count.ts';
import type { Plan } from '../../model/plan.ts';
import { json } from '../../output/findings/json.ts';
import { planResult } from '../../output/findings/result.ts';
import { planDocument } from '../../output/papers/document.ts';
import { calendarFile, daysOf } from '../../output/papers/ics.ts';
import { withLeftOut } from '../../output/papers/left-out.ts';
import { noticeOf, noticeTerms } from '../../output/papers/notice.ts';
import { reportOf } from '../../output/papers/report.ts';
import { byDate, scheduleOf } from '../../output/papers/schedule.ts';
import { statisticsSections } from '../../output/papers/statistics.ts';
import { announced } from '../../output/papers/steps/people-concerned.ts';
import { isPrintFormat, printed } from '../../output/print/index.ts';
import { type PrintDocument, partsOf } from '../../output/print/model.ts';
import { readDate } from '../../read/fields/date-text.ts';
import type { LoadedPlan } from '../../read/plan/load.ts';
import { nameKept } from '../../read/plan/locate.ts';
import { type Day, isoOf, parseDay } from '../../values/day.ts';
import { version } from '../../values/version.ts';
import { chosenColumns } from '../batch/columns.ts';
import { DOCUMENT_FORMATS, NOTICE_FORMATS, REPORT_FORMATS, SCHEDULE_FORMATS, sealOf } from '../formats.ts';
import { choiceOf } from '../option-values.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { chosenPeople, tellClaims } from './people.ts';

/** Renders a document in a format and writes it where the user wants it. */
export async function emitPrint(session: Session, print: PrintDocument, format: string): Promise<void> {
  if (!isPrintFormat(format)) throw new RangeError(`no printer for ${format}`);
  const { published } = print;
  await session.emit(async options => printed(print, format, session.gate, options), undefined, {
    ...sealOf(format),
    published,
  });
}

/** `plan report [PATH]`: everything about a plan, to hand in. */
export async function runReport(session: Session, path = '.', options: Options): Promise<number> {
  const format = session.format(REPORT_FORMATS);
  const checked = await session.checked(path);
  if (!checked) return EXIT.failed;
  if (format === 'json') {
    const plans = [planResult(checked, session.texts)];
    await session.emit(
      () => json({ tool: { name: 'plan', version }, asOf: session.asOf, plans }, session),
      undefined,
      sealOf(format),
    );
  } else
    await emitPrint(
      session,
      withStatistics(
        withLeftOut(reportOf(checked, session.texts, options.withPlaces === true), checked, session.texts),
        checked.facts.plan,
        checked.loaded.statistics,
        options,
        session,
      ),
      format,
    );
  return checked.verdict === 'fail' ? EXIT.findings : EXIT.ok;
}

/** With `--statistics` the table of the plan's own people stands at the end, above who signs; `own`: columns of its county. */
function withStatistics(
  print: PrintDocument,
  plan: Plan,
  own: LoadedPlan['statistics'],
  options: Options,
  { texts }: Session,
): PrintDocument {
  const columns = chosenColumns(options, own, texts);
  if (columns.length === 0) return print;
  const unit = { name: plan.organization.name, counts: statisticsOf(plan, columns) };
  const parts = statisticsSections([unit], columns, texts).flatMap(section => partsOf(section));
  const signature = print.parts.filter(({ kind }) => kind === 'signature');
  const others = print.parts.filter(({ kind }) => kind !== 'signature');
  return { ...print, orientation: 'landscape', parts: [...others, ...parts, ...signature] };
}

/** `plan schedule [PATH]`: the steps by date, as the plan has them or worked out from a first or a last day. */
export async function runSchedule(session: Session, path = '.', options: Options): Promise<number> {
  const format = session.format(SCHEDULE_FORMATS);
  const forward = dayOption('--forward', options.forward, session);
  const backward = dayOption('--backward', options.backward, session);
  if (forward !== undefined && backward !== undefined)
    throw new UsageError(session.texts.cli.errors.oneOf('--forward', '--backward'));
  const checked = await session.checked(path, 'whole');
  if (!checked) return EXIT.failed;
  const { plan, schedule } = checked.facts;
  const anchor = forward ?? backward;
  const placement =
    anchor === undefined
      ? undefined
      : placeSteps(plan, forward === undefined ? 'backward' : 'forward', anchor);
  if (format === 'ics') {
    const steps = placement ? asScheduled(placement, plan) : byDate(schedule.steps);
    if (!steps.some(daysOf)) throw new UsageError(session.texts.papers.ics.nothing);
    const { texts, gate, io } = session;
    const kept = path === '-' ? '' : nameKept(plan.place.locate().file, io.files);
    await session.emit(() => calendarFile(plan, steps, { texts, gate, kept }), undefined, sealOf(format));
  } else await emitPrint(session, scheduleOf(plan, schedule.steps, placement, session.texts), format);
  const fits = !placement || (placement.misfits.length === 0 && placement.circle.length === 0);
  return fits ? EXIT.ok : EXIT.findings;
}

/** `plan notice [PATH]`: the public notice of one of four stages. */
export async function runNotice(session: Session, path = '.', options: Options): Promise<number> {
  const { texts } = session;
  const format = session.format(NOTICE_FORMATS);
  const from = dayOption('--from', options.from, session);
  const workingDays = countOption('--days', options.days, session);
  const decision = choiceOf(
    session.texts,
    '--stage',
    (options.stage as string) ?? 'prospective',
    DECISIONS,
    session.texts.stepPapers.decisions,
  );
  const checked = await session.checked(path, 'whole');
  if (!checked) return EXIT.failed;
  const { plan, schedule } = checked.facts;
  const { notice } = texts.papers;
  const people = chosenPeople(session, plan, options, announced(plan, decision), decision);
  const terms = noticeTerms(plan, schedule, { from, workingDays }, decision);
  if (!terms) throw new UsageError(notice.noDate);
  const { to, tooShort, unknown, unsure } = terms;
  if (tooShort) session.tell(`plan: ${notice.extended[tooShort](isoOf(to), terms.workingDays)}\n`);
  if (unknown.length > 0) session.tell(`plan: ${notice.provisional(unknown, unsure.map(isoOf))}\n`);
  tellClaims(session, plan, 'notice', decision, people, terms.from);
  await emitPrint(session, noticeOf(plan, terms, texts, decision, people), format);
  return EXIT.ok;
}

/** `plan document [PATH]`: the plan itself as an official document. */
export async function runDocument(session: Session, path = '.', options: Options): Promise<number> {
  const format = session.format(DOCUMENT_FORMATS);
  const date = dayOption('--date', options.date, session);
  const checked = await session.checked(path, 'whole');
  if (!checked) return EXIT.failed;
  const { redHead, unsealed } = options;
  const look = { redHead: redHead === true, unsealed: unsealed === true };
  await emitPrint(session, planDocument(checked.facts, session.texts, date, look), format);
  return EXIT.ok;
}

function dayOption(name: string, value: Options[string], session: Session): Day | undefined {
  if (typeof value !== 'string') return undefined;
  const date = readDate(value);
  const day = 'failure' in date ? undefined : parseDay(date.iso);
  if (day === undefined)
    throw new UsageError(session.texts.cli.errors.invalidValue(name, value, [session.texts.cli.dateForm]));
  return day;
}

function countOption(name: string, value: Options[string], session: Session): number | undefined {
  if (typeof value !== 'string') return undefined;
  if (!/^[1-9]\d?$/.test(value))
    throw new UsageError(session.texts.cli.errors.invalidValue(name, value, ['1–99']));
  return Number(value);
}
