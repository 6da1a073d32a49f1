import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/cli/commands.ts';
import { texts as en } from '../../src/text/en/index.ts';
import { texts as zh } from '../../src/text/zh/index.ts';
import { runPlan } from '../support/io.ts';

// Who copies a command from a help text or a README must not be told that there is no such option. Each is run where its files
// are: plan folders, a county and a roster under the names that the examples have for them.

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

/** Folders with what the examples speak of, by command; each example runs in a copy. */
const places = new Map<string, string>();

/** `.` is a plan's folder too, or a county's. What `init` and `import` begin is not there yet. */
async function madeFor(command: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'plan-'));
  const copy = (from: string, ...names: string[]) => {
    for (const name of names) cpSync(from, join(cwd, name), { recursive: true });
  };
  copy('examples', 'examples');
  if (command === 'batch') copy('examples/county-2026', '.', ...COUNTIES);
  else if (command === 'init' || command === 'import')
    for (const name of ROSTERS) writeFileSync(join(cwd, name), rosterBytes());
  else copy('examples/township-2016', '.', ...TOWNSHIPS);
  if (command === 'import') for (const name of TOWNSHIPS) mkdirSync(join(cwd, name));
  if (command !== 'init')
    await runPlan(['export', 'examples/township-2016', '--workbook', '-o', '计划.xlsx'], { cwd });
  return cwd;
}

async function placeFor(command: string): Promise<string> {
  const made = places.get(command) ?? (await madeFor(command));
  places.set(command, made);
  const cwd = mkdtempSync(join(tmpdir(), 'plan-'));
  cpSync(made, cwd, { recursive: true });
  return cwd;
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

async function runLines(lines: readonly string[], lang: 'zh' | 'en'): Promise<void> {
  for (const line of lines) {
    const words = wordsOf(line).slice(1);
    const cwd = await placeFor(words[0] ?? '');
    if (words[1] === 'merge') await runParts(words.slice(2, 4), cwd, lang);
    for (const file of written(words)) rmSync(join(cwd, file), { force: true });
    const { code, out, err } = await runPlan([...words, '--lang', lang], { cwd, stdin: PLAN });
    // Of the county's plans one cannot be read, which is what batch says then.
    const isRun =
      code === 0 || code === 1 || (words[0] === 'batch' && out + err !== '' && !/^plan:/m.test(err));
    expect([line, isRun, isRun ? '' : err]).toEqual([line, true, '']);
    for (const file of written(words)) expect([line, existsSync(join(cwd, file))]).toEqual([line, true]);
  }
}

const PLAN = 'year: 2016\norganization: { name: 东镇党委 }\n';

/** A run of the county in parts, each left in a file. */
async function runParts(files: readonly string[], cwd: string, lang: string): Promise<void> {
  for (const [index, file] of files.entries())
    await runPlan(
      ['batch', 'county', '--shard', `${index + 1}/${files.length}`, '-o', file, '--lang', lang],
      { cwd },
    );
}

describe.each([
  ['zh', zh],
  ['en', en],
] as const)('in %s', (lang, texts) => {
  // What `plan page` writes is built into the program (test/page).
  it.each(
    commandsOf(texts)
      .filter(({ name }) => name !== 'page')
      .map(({ name, texts: own }) => [name, own.epilogue] as const),
  )('the examples in plan %s --help run', { timeout: 120_000 }, async (name, epilogue) => {
    const lines = [...epilogue.matchAll(/^ {2}(plan .*)$/gm)].map(([, line]) => line!);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(new RegExp(`^plan ${name}( |$)`));
    await runLines(lines, lang);
  });

  it('what plan alone says can be done can be done', { timeout: 120_000 }, async () => {
    const { here } = texts.cli;
    await runLines(
      [...here.planCommands, ...here.countyCommands].map(([command]) => command),
      lang,
    );
  });

  it('the commands in the README run', { timeout: 240_000 }, async () => {
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
