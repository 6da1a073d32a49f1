import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/cli/commands.ts';
import { texts as en } from '../../src/text/en/index.ts';
import { texts as zh } from '../../src/text/zh/index.ts';
import { type Folder, runIn } from '../support/examine.ts';
import { runPlan } from '../support/io.ts';
import { thorough } from '../support/runs.ts';

// Who copies a command from a help text or a README must not be told that there is no such option. Each is run where its files
// are: plan folders, a county and a roster under the names that the examples have for them. The folders are in memory, where a
// copy costs nothing.

const TOWNSHIPS = ['东镇', '西镇', 'east', 'west', '文件夹', 'FOLDER'];
const COUNTIES = ['全县', 'county', '全县文件夹', 'FOLDER'];
const ROSTERS = ['名册.xlsx', '名册.xls', 'roster.xlsx', 'roster.xls'];

/** A roster with a heading that `--map` has to explain. */
function rosterBytes(): Uint8Array {
  const book = XLSX.utils.book_new();
  const rows = [
    ['姓名', '性别', '出生年月', '现岗位'],
    ['王甲', '女', '1990.05', '东村妇女主任'],
  ];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '积极分子');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** The files below a folder of the disk, under another name; `.` is the folder in which commands run. */
const copied = (from: string, name: string, wanted = (_path: string) => true): Folder =>
  Object.fromEntries(
    readdirSync(from, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(wanted)
      .map(path => [join(name, path.slice(from.length + 1)), readFileSync(path)]),
  );

/** Of the county its file and some plans, of which one cannot be read; in a long run all of it. */
const isNear = (path: string) => thorough || /county\.yaml$|城关镇|沙枣镇|高台镇/.test(path);

/** Folders with what the examples speak of, by command; each example runs in a copy. */
const places = new Map<string, Promise<Folder>>();

/** `.` is a plan's folder too, or a county's. What `init` and `import` begin is not there yet. */
async function madeFor(command: string): Promise<Folder> {
  const folder = copied('examples', 'examples');
  const copy = (from: string, ...names: string[]) => {
    for (const name of names) Object.assign(folder, copied(from, name));
  };
  if (command === 'batch')
    for (const name of ['.', ...COUNTIES])
      Object.assign(folder, copied('examples/county-2026', name, isNear));
  else if (command === 'init' || command === 'import')
    for (const name of ROSTERS) folder[name] = rosterBytes();
  else copy('examples/township-2016', '.', ...TOWNSHIPS);
  if (command === 'import') for (const name of TOWNSHIPS) folder[`${name}/说明.txt`] = new Uint8Array();
  if (command !== 'init') {
    workbook ??= exported();
    folder['计划.xlsx'] = await workbook;
  }
  return folder;
}

let workbook: Promise<Uint8Array> | undefined;
async function exported(): Promise<Uint8Array> {
  const folder = copied('examples/township-2016', '.');
  await runIn(folder, ['export', '.', '--workbook', '-o', '计划.xlsx']);
  return folder['计划.xlsx']!;
}

async function placeFor(command: string): Promise<Folder> {
  const made = places.get(command) ?? madeFor(command);
  places.set(command, made);
  return { ...(await made) };
}

/** The words of a command line; quotes keep theirs together, and what a shell would do with the output is left out. */
const wordsOf = (line: string): string[] =>
  [...line.replace(/ +(>>?|<|\||#).*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word!,
  );

/** Files that a command line says it writes. */
const written = (words: string[]): string[] =>
  words.flatMap((word, index) =>
    word === '-o' || word === '--save-map'
      ? [words[index + 1]!]
      : words[index - 1] === '-f' && word.includes('=')
        ? [word.slice(word.indexOf('=') + 1)]
        : [],
  );

/** Every sixth line in each language, in the one others than in the other: most have their pair there. In a long run all. */
const byTurns = (lines: readonly string[], lang: 'zh' | 'en') =>
  lines.filter((_, index) => thorough || index % 9 === (lang === 'zh' ? 0 : 4));

/** Lines whose options and arguments were seen to be known: many stand in both languages, and in a help text and a README. */
const known = new Set<string>();

async function runLines(all: readonly string[], lang: 'zh' | 'en'): Promise<void> {
  const lines = [...new Set(all)];
  const whole = byTurns(lines, lang);
  for (const line of lines) {
    if (whole.includes(line) || (known.has(line) && !thorough)) continue;
    known.add(line);
    // That options and arguments are known shows without the files, too.
    const { err } = await runIn({}, [...wordsOf(line).slice(1), '--lang', lang], PLAN);
    expect(err, line).not.toMatch(UNKNOWN);
  }
  for (const line of whole) {
    const words = wordsOf(line).slice(1);
    const folder = await placeFor(words[0] ?? '');
    for (const file of written(words)) delete folder[file];
    const args = [...words, '--lang', lang];
    const { code, out, err } =
      words[1] === 'merge' ? await merged(args, folder) : await runIn(folder, args, PLAN);
    // Of the county's plans one cannot be read, which is what batch says then.
    const isRun =
      code === 0 || code === 1 || (words[0] === 'batch' && out + err !== '' && !/^plan:/m.test(err));
    expect([line, isRun, isRun ? '' : err]).toEqual([line, true, '']);
    for (const file of written(words)) expect([line, file in folder]).toEqual([line, true]);
  }
}

/** Parts are read from the disk a line at a time: a run of the county in as many parts as are named, and what makes one of them. */
async function merged(args: string[], folder: Folder) {
  const cwd = mkdtempSync(join(tmpdir(), 'plan-'));
  for (const [path, bytes] of Object.entries(copied('examples/county-2026', 'county', isNear))) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), bytes);
  }
  const parts = args.filter(word => word.endsWith('.ndjson'));
  for (const [index, part] of parts.entries())
    await runPlan(
      ['batch', 'county', '--shard', `${index + 1}/${parts.length}`, '-o', part, ...args.slice(-2)],
      { cwd },
    );
  const answer = await runPlan(args, { cwd });
  for (const file of written(args)) folder[file] = readFileSync(join(cwd, file));
  rmSync(cwd, { recursive: true });
  return answer;
}

/** What is said of a command line that cannot be understood. */
const UNKNOWN = /用法见 plan|see plan .*--help|不能是“|cannot be/;

const PLAN = 'year: 2016\norganization: { name: 东镇党委 }\n';

describe.each([
  ['zh', zh],
  ['en', en],
] as const)('in %s', (lang, texts) => {
  // What `plan page` writes is built into the program (test/page).
  it.each(
    commandsOf(texts)
      .filter(({ name }) => name !== 'page')
      .map(({ name, texts: own }) => [name, own.epilogue] as const),
  )('the examples in plan %s --help run', async (name, epilogue) => {
    const lines = [...epilogue.matchAll(/^ {2}(plan .*)$/gm)].map(([, line]) => line!);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(new RegExp(`^plan ${name}( |$)`));
    await runLines(lines, lang);
  });

  it('what plan alone says can be done can be done', async () => {
    const { here } = texts.cli;
    await runLines(
      [...here.planCommands, ...here.countyCommands].map(([command]) => command),
      lang,
    );
  });

  it('the commands in the README run', async () => {
    const text = readFileSync(lang === 'zh' ? 'README.zh.md' : 'README.md', 'utf8');
    const inBlocks = [...text.matchAll(/^(?:\$ |)(?:node bin\/)?plan(?:\.js)? (.*)$/gm)].map(
      ([, rest]) => rest!,
    );
    const inTables = [...text.matchAll(/`plan( [^`]*)?`/g)].map(([, rest]) => rest?.trim() ?? '');
    const lines = [...inBlocks, ...inTables].filter(isWhole).map(rest => `plan ${rest}`);
    expect(lines.length).toBeGreaterThan(25);
    await runLines(lines, lang);
  });
});

/** Without what the reader has to put in a file of their own for, and what is only the name of a command. */
const isWhole = (line: string): boolean =>
  !/^\w*$/.test(line) &&
  !line.startsWith('page ') &&
  !/^batch (merge$|merge part-|county --shard \{)|上次\.json|--shard i\/n/.test(line);
