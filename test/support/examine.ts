import { normalize } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import type { FindingResult, PlanResult, Result } from '../../src/generated/types.ts';
import { FileError } from '../../src/read/files.ts';
import { decode } from '../../src/read/text/decode.ts';
import { bytesOf } from './content.ts';
import { isResult } from './result-schema.ts';
import { thorough } from './runs.ts';

/** A plan's or county's folder in memory: contents by path. */
export type Folder = Record<string, Uint8Array>;

/** How thoroughly an input is looked at: one run, or every language, format and repair, and the other commands too. */
export type Depth = 'quick' | 'usual' | 'whole';

interface Answer {
  code: number;
  out: string;
  err: string;
}

/** Commands besides `check` that read a plan and print text. */
const OTHERS = [
  ['report', '-f', 'text'],
  ['report', '-f', 'html'],
  ['schedule', '-f', 'text'],
  ['schedule', '-f', 'ics'],
  ['checklist', '-f', 'markdown'],
  ['checklist', '--by', 'slot'],
  ['notice', '-f', 'markdown'],
  ['document', '-f', 'html'],
  ['select', '-f', 'json', '--time', '1'],
  ['select', '--resilience', '--time', '1'],
  ['check', '-f', 'sarif'],
  ['check', '-f', 'junit'],
  ['check', '-f', 'markdown'],
  ['check', '-f', 'github'],
];

/** Runs a command on a folder in memory, with this on standard input; what it writes goes there too. */
export async function runIn(folder: Folder, args: readonly string[], stdin = ''): Promise<Answer> {
  const answer: Answer = { code: -1, out: '', err: '' };
  const at = (path: string) => normalize(path).replace(/(.)\/$/, '$1');
  const isFolder = (path: string) =>
    path === '.' || Object.keys(folder).some(name => name.startsWith(`${path}/`));
  const io: Io = {
    cwd: '/',
    stdout: { write: text => (answer.out += text) },
    stderr: { write: text => (answer.err += text) },
    stdin: async () => new TextEncoder().encode(stdin),
    // The stack of an internal error is what makes it possible to find its cause.
    env: { PLAN_DEBUG: '1' },
    now: () => new Date('2016-06-01T12:00:00'),
    files: {
      root: '/',
      kind: path => (Object.hasOwn(folder, at(path)) ? 'file' : isFolder(at(path)) ? 'directory' : undefined),
      list(path) {
        const start = at(path) === '.' ? '' : `${at(path)}/`;
        const below = Object.keys(folder).filter(name => name.startsWith(start));
        const names = [...new Set(below.map(name => name.slice(start.length).split('/')[0]!))].sort();
        return names.map(name => ({
          name,
          kind: Object.hasOwn(folder, start + name) ? ('file' as const) : ('directory' as const),
        }));
      },
      same: (a, b) => at(a) === at(b),
      read(path) {
        if (!Object.hasOwn(folder, at(path))) throw new FileError('missing');
        return folder[at(path)]!;
      },
      write(path, content) {
        folder[at(path)] = bytesOf(content);
      },
      makeFolder() {},
      takeBack(path) {
        delete folder[at(path)];
      },
    },
  };
  answer.code = await run(args, io);
  return answer;
}

/** What is wrong with the tool's answers to this input, each a kind and what shows it; empty: nothing. */
export async function examine(folder: Folder, depth: Depth): Promise<string[]> {
  const faults: string[] = [];
  const command = Object.hasOwn(folder, 'county.yaml')
    ? ['batch', '.', '--no-cache', '--jobs', '1']
    : ['check', '.'];
  const zh = await runIn(folder, [...command, '-f', 'json', '--lang', 'zh']);
  const known = knowledgeOf(folder);
  faults.push(...faultsOfAnswer(zh, known), ...faultsOfResult(zh, folder, known));
  if (depth === 'quick' || faults.length > 0) return faults;
  const en = await runIn(folder, [...command, '-f', 'json', '--lang', 'en']);
  faults.push(...faultsOfAnswer(en, known), ...differences(zh, en));
  const text = await runIn(folder, [...command, '--lang', 'zh']);
  faults.push(...faultsOfAnswer(text, known));
  if (text.code !== zh.code) faults.push(`exit codes: ${zh.code} as JSON, ${text.code} as text`);
  if (command[0] === 'check') faults.push(...(await faultsOfFix(folder, zh, known)));
  if (depth === 'whole' && command[0] === 'check')
    // The languages by turns, in a long run both.
    for (const [turn, args] of OTHERS.entries())
      for (const lang of ['zh', 'en'].filter((_, index) => thorough || index === turn % 2)) {
        const answer = await runIn({ ...folder }, [
          ...args.slice(0, 1),
          '.',
          ...args.slice(1),
          '--lang',
          lang,
        ]);
        faults.push(...faultsOfAnswer(answer, known).map(fault => `${fault} (plan ${args.join(' ')})`));
      }
  return faults;
}

/** What an input has itself of what an answer must not have. */
interface Knowledge {
  replacements: boolean;
  escapes: boolean;
  lines: Map<string, readonly string[]>;
}

function knowledgeOf(folder: Folder): Knowledge {
  const lines = new Map<string, readonly string[]>();
  let replacements = false;
  let escapes = false;
  for (const [path, bytes] of Object.entries(folder)) {
    const decoded = decode(bytes);
    const text = 'text' in decoded ? decoded.text : '';
    // What cannot be decoded is shown nowhere; a workbook has its texts packed.
    replacements ||= text.includes('\ufffd') || /\.xlsx$/.test(path);
    escapes ||= /\\[uUx]/.test(text) || /\.xlsx$/.test(path);
    lines.set(path, text.split(/\r\n|\r|\n/));
  }
  return { replacements, escapes, lines };
}

/** Faults that show in what is written, in whatever format. */
function faultsOfAnswer({ code, out, err }: Answer, { replacements, escapes }: Knowledge): string[] {
  const faults: string[] = [];
  const both = out + err;
  if (![0, 1, 2].includes(code)) faults.push(`exit code ${code}`);
  if (/程序内部错误|internal error/.test(err)) faults.push(`internal error: ${err.slice(0, 600)}`);
  else if (/\n\s+at .*:\d+:\d+/.test(both)) faults.push('stack trace');
  if (/\bundefined\b|\bNaN\b|\[object /.test(both.replaceAll('.nan', '')))
    faults.push(`empty word: ${around(both, /\bundefined\b|\bNaN\b|\[object /)}`);
  // Where the input has escapes, a name may be anything, half characters too.
  if (!replacements && !escapes && both.includes('\ufffd')) faults.push(`U+FFFD: ${around(both, /\ufffd/)}`);
  if (!escapes && /\p{Surrogate}/u.test(both)) faults.push('half a character');
  if (/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(out.replaceAll('\r\n', '\n')))
    faults.push(`control character: ${around(out, /[\x00-\x08\x0b-\x1f\x7f-\x9f]/)}`);
  const number = personalNumber(both.replace(/\\u[0-9a-f]{4}/g, ' '));
  if (number) faults.push(`personal number: ${number}`);
  return faults;
}

/** The first ID number or mobile phone that stands in a text in full. */
function personalNumber(text: string): string | undefined {
  const found = /(?<![\d.])(?:\d{15}|\d{17}[\dXx])(?![\dXx])|(?<![\d.])1[3-9]\d{9}(?!\d)/.exec(text);
  return found ? text.slice(Math.max(0, found.index - 60), found.index + 40) : undefined;
}

function around(text: string, pattern: RegExp): string {
  const at = text.search(pattern);
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 40));
}

function resultIn({ out }: Answer): Result | undefined {
  try {
    return JSON.parse(out) as Result;
  } catch {
    return undefined;
  }
}

/** Faults of the JSON result: its form, its places. */
function faultsOfResult(answer: Answer, folder: Folder, { lines }: Knowledge): string[] {
  if (answer.out === '') return answer.code === 2 ? [] : ['no result'];
  const result = resultIn(answer);
  if (!result) return ['JSON that cannot be parsed'];
  const faults: string[] = [];
  if (!isResult(result)) {
    const [first] = isResult.errors ?? [];
    faults.push(`schema: ${first?.instancePath} ${first?.message}`);
  }
  const findings = [...result.plans.flatMap(plan => plan.findings ?? []), ...(result.county?.findings ?? [])];
  for (const finding of findings) {
    if (finding.cell !== undefined || /\.(csv|xlsx)$/.test(finding.file)) continue;
    if (Object.hasOwn(folder, finding.file) && !isWithin(finding, lines.get(finding.file)!))
      faults.push(
        `place: ${finding.code} at ${finding.line}:${finding.column}–${finding.endLine}:${finding.endColumn}`,
      );
    if (finding.message.trim() === '') faults.push(`no message: ${finding.code}`);
  }
  const errors = findings.some(({ severity }) => severity === 'error');
  const unreadable = result.plans.some(({ verdict }) => verdict === 'unreadable');
  if (result.county === undefined && answer.code !== (unreadable ? 2 : errors ? 1 : 0))
    faults.push(`exit code ${answer.code} for verdict ${result.plans[0]?.verdict}`);
  return faults;
}

function isWithin({ line, column, endLine, endColumn }: FindingResult, lines: readonly string[]): boolean {
  const holds = (at: number, to: number) =>
    at >= 1 && to >= 1 && at <= lines.length && to <= lines[at - 1]!.length + 1;
  return (
    holds(line, column) &&
    holds(endLine, endColumn) &&
    (line < endLine || (line === endLine && column <= endColumn))
  );
}

/** Codes and places, in order. */
const outline = (plans: readonly PlanResult[]): string[] =>
  plans.flatMap(({ verdict, findings }) => [
    verdict,
    ...findings.map(({ code, severity, file, line, column, endLine, endColumn, subject }) =>
      [code, severity, file, line, column, endLine, endColumn, subject].join(' '),
    ),
  ]);

function differences(zh: Answer, en: Answer): string[] {
  const [a, b] = [resultIn(zh), resultIn(en)];
  if (zh.code !== en.code) return [`languages: exit codes ${zh.code} and ${en.code}`];
  if (!a || !b) return a || b ? ['languages: a result in one alone'] : [];
  const [chinese, english] = [outline(a.plans), outline(b.plans)];
  const at = chinese.findIndex((line, index) => line !== english[index]);
  return at < 0 && chinese.length === english.length ? [] : [`languages: ${chinese[at]} / ${english[at]}`];
}

/** What `--fix` itself is about; all else must be as it was. */
const FORM = new Set([
  'input/encoding',
  'input/fullwidth-punctuation',
  'input/precision-lost',
  'timeline/weekday-mismatch',
]);

/** Mistakes of YAML that it mends where the rest of the file could be read. */
const MENDED = new Set([
  ...['colon-without-space', 'dash-without-space', 'too-far-in', 'not-far-enough-in', 'list-mark'],
]);

async function faultsOfFix(folder: Folder, before: Answer, known: Knowledge): Promise<string[]> {
  const copy = { ...folder };
  const fixed = await runIn(copy, ['check', '.', '--fix', '-f', 'json', '--lang', 'zh']);
  const faults = faultsOfAnswer(fixed, known).map(fault => `${fault} (--fix)`);
  const [a, b] = [resultIn(before), resultIn(fixed)];
  if (!a || !b) return faults;
  for (const [path, bytes] of Object.entries(folder))
    if (copy[path] !== bytes && !Object.values(copy).includes(bytes))
      faults.push(`fix: ${path} is nowhere kept`);
  // A colon that swallowed a field is mended on purpose so that the meaning changes.
  const swallowed = a.plans.some(({ findings }) =>
    findings.some(({ code, severity }) => code === 'input/fullwidth-punctuation' && severity === 'error'),
  );
  // So is a line that could not be read at all.
  const unread = a.plans.some(({ verdict }) => verdict === 'unreadable');
  if (!swallowed && !unread && meaning(a) !== meaning(b))
    faults.push(`fix: another meaning: ${firstDifference(meaning(a), meaning(b))}`);
  return faults;
}

/** What a plan says and what is wrong with it, without lines and columns, and without what is mended: that may be all that was wrong. */
const meaning = ({ plans }: Result): string =>
  JSON.stringify(
    plans.map(({ findings, counts: _counts, waived: _waived, verdict, ...rest }) => ({
      ...rest,
      unreadable: verdict === 'unreadable',
      findings: findings
        .filter(
          ({ code, args }) => !FORM.has(code) && !MENDED.has((args as { problem?: string }).problem ?? ''),
        )
        .map(({ code, severity, path, subject }) => `${code} ${severity} ${path} ${subject}`)
        .sort(),
    })),
  );

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(Math.max(0, at - 60), at + 60)} / ${b.slice(Math.max(0, at - 10), at + 60)}`;
}
