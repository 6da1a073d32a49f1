import type { PackFile } from '../generated/types.ts';
import { placeOf } from '../output/findings/findings.ts';
import { readDocument } from '../read/document.ts';
import { readBytes } from '../read/files.ts';
import { buildPlan } from '../read/plan/build.ts';
import { joined, rulesOf } from '../read/plan/packs.ts';
import { Pseudonyms } from '../read/plan/pseudonyms.ts';
import { Problems } from '../read/problem.ts';
import { checkPlan } from '../rules/check.ts';
import { messageOf, remedyOf } from '../text/sentences.ts';
import { yearOf } from '../values/day.ts';
import { EXIT, type Session } from './session.ts';

/** Runs the examples of a pack against its own norms: each must raise what it says, and nothing that it excludes. */
export async function testPack(path: string, session: Session): Promise<number> {
  const { texts, asOf, io } = session;
  const { packsTest } = texts.cli;
  const problems = new Problems(session.redact ? new Pseudonyms() : undefined, io.files.limits);
  const bytes = readBytes(io.files, path, problems);
  const document = bytes && (await readDocument<PackFile>('pack', path, bytes, problems));
  session.hides(problems);
  if (document) rulesOf(document, problems, yearOf(asOf));
  if (!document || problems.all.length > 0) {
    const { findings } = checkPlan({ path, problems }, asOf);
    for (const finding of findings) {
      // Of a file that is not read the message names the path, and there is no line in it.
      const place = finding.code === 'input/unreadable' ? '' : `${placeOf(finding)} `;
      session.tell(`${place}${messageOf(finding, texts)}\n`);
      if (finding.severity !== 'info') session.tell(`  → ${remedyOf(finding, texts)}\n`);
    }
    if (!document || findings.some(({ severity }) => severity === 'error')) return EXIT.failed;
  }
  const lines: string[] = [];
  let failed = 0;
  for (const [index, example] of (document.value.examples ?? []).entries()) {
    if (example === null) continue;
    const place = document.place.at('examples', index, 'plan');
    const { plan: file } = example;
    const inline = <T>(value: unknown, field: string) =>
      Array.isArray(value) ? { items: value as T[], place: place.at(field) } : undefined;
    const plan = buildPlan({
      path,
      file,
      place,
      roster: inline(file.candidates, 'candidates'),
      timeline: inline(file.timeline, 'timeline'),
      files: {},
      asOf,
      local: joined([rulesOf(document, new Problems(), file.year)]),
      county: undefined,
      countyRules: undefined,
    });
    const codes = new Set<string>(
      checkPlan({ path, problems: new Problems(), plan }, asOf).findings.map(({ code }) => code),
    );
    const missing = (example.found ?? []).filter(code => !codes.has(code));
    const unwanted = (example.absent ?? []).filter(code => codes.has(code));
    if (missing.length + unwanted.length > 0) failed++;
    lines.push(packsTest.line(example.name, missing, unwanted));
  }
  lines.push(packsTest.summary(lines.length - failed, failed));
  await session.emit(() => `${lines.join('\n')}\n`);
  return failed > 0 || lines.length === 1 ? EXIT.findings : EXIT.ok;
}
