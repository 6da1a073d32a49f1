// Does the program for Windows do what the tool does here? Runs it under Wine, and compares streams, exit codes and files.
//   node test/nightly/windows.js      after `npm run exe`; skipped where Wine (apt-get install wine wine64) is not installed
// Wine is no Windows: consoles, code pages, files that Excel holds and memory sticks are seen on a machine with Windows alone.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist/exe/plan-win-x64.exe');
if (spawnSync('wine', ['--version']).status !== 0) {
  console.log('skipped: Wine is not installed');
  process.exit();
}
if (!existsSync(program)) throw new Error(`${program} is not there: npm run exe`);

/** Paths in it are written as each system has them. */
const LIST = '清单.txt';

const home = mkdtempSync(join(tmpdir(), 'plan-windows-'));
const wineEnv = {
  PATH: process.env.PATH,
  WINEPREFIX: join(home, 'prefix'),
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  DISPLAY: '',
  LC_ALL: 'C.UTF-8',
  PLAN_LANG: 'zh',
};

/** What a command gives, in a folder of its own: its streams, its exit code, and the files as they are behind it. */
function outcome(name, command, env, args) {
  const folder = join(home, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  cpSync(join(root, 'test/rosters/1-积极分子名册.xlsx'), join(folder, '名册.xlsx'));
  const separator = name === 'there' ? '\\' : '/';
  writeFileSync(join(folder, LIST), `examples${separator}township-2016\r\n`);
  // Wine cannot give a pipe to a program as a stream of its own.
  const streams = ['out', 'err'].map(stream => join(home, `${name}.${stream}`));
  const handles = streams.map(path => openSync(path, 'w'));
  const [file, ...before] = command;
  const { status } = spawnSync(file, [...before, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', ...handles],
    timeout: 120_000,
  });
  for (const handle of handles) closeSync(handle);
  const [out, err] = streams.map(path => readFileSync(path, 'utf8'));
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name !== LIST)
      .map(entry => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path).toString('base64')];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { status, out, err, files };
}

const here = args =>
  outcome(
    'here',
    [process.execPath, join(root, 'bin/plan.js')],
    { PATH: '', PLAN_LANG: 'zh', HOME: '' },
    args,
  );
const there = args => outcome('there', ['wine', program], wineEnv, args);

const DAY = ['--as-of', '2016-06-07'];
const PLAN = 'examples\\township-2016';
const COUNTY = 'examples\\county-2026';
/** Commands that say and write the same here, with `/` for `\`. */
const alike = [
  ['--version'],
  ['--help'],
  ['check', PLAN, ...DAY],
  ['check', `${PLAN}\\plan.yaml`, ...DAY],
  ['check', `.\\${PLAN}\\`, ...DAY, '-f', 'json'],
  ['check', PLAN, ...DAY, '-f', 'sarif', '-f', 'json=结果\\..\\结果.json'],
  ['check', PLAN, 'examples\\township-2027-broken', '--as-of', '2027-01-04', '-f', 'markdown'],
  ['check', 'examples\\*2027*', '--as-of', '2027-01-04'],
  ['check', 'nowhere\\plan.yaml', ...DAY],
  ['check', PLAN, '--lang', 'en', ...DAY],
  ['batch', COUNTY, '--as-of', '2026-05-06', '--no-cache'],
  ['batch', `${COUNTY}\\*镇`, '--as-of', '2026-05-06', '--no-cache', '-f', 'ndjson'],
  [
    'batch',
    `${COUNTY}\\county.yaml`,
    '--as-of',
    '2026-05-06',
    '--no-cache',
    '-f',
    'xlsx=汇总.xlsx',
    '-f',
    'html=汇总.html',
  ],
  ['batch', COUNTY, '--as-of', '2026-05-06', '--no-cache', '--reports', 'out\\各乡镇', '-f', 'csv'],
  ['batch', '--files-from', '清单.txt', ...DAY, '--no-cache'],
  ['report', PLAN, ...DAY, '-o', '报告.docx'],
  ['report', PLAN, ...DAY, '-o', '报告.xlsx'],
  ['schedule', PLAN, ...DAY, '-o', '时间.ics'],
  ['checklist', PLAN, ...DAY, '-o', '材料.html'],
  ['notice', PLAN, ...DAY, '-o', '公示.docx'],
  ['document', PLAN, ...DAY, '--red-head', '-o', '计划.docx'],
  ['paper', 'record', PLAN, ...DAY, '--person', 'c01', '-o', '纪实表.docx'],
  ['paper'],
  ['select', 'examples\\township-2016-conflict', ...DAY],
  ['explain', 'structure/not-met', PLAN, ...DAY],
  ['export', PLAN, ...DAY, '-o', `${PLAN}\\新名册.xlsx`],
  ['export', '--workbook', PLAN, ...DAY, '-o', '计划.xlsx'],
  ['import', '.\\名册.xlsx', ...DAY],
  ['init', '新\\东 镇', '--year', '2026', '--total', '3', '--from', '名册.xlsx', ...DAY],
  ['init', '新计划.xlsx', '--year', '2026', '--total', '3', ...DAY],
  ['page', '-o', '核对.html'],
  ['schema', 'plan'],
  ['completion', 'bash'],
  ['report', PLAN, ...DAY, '-o', '名册.xlsx'],
  ['check', '--nonsense'],
];
/** What only Windows has, with the exit code and a word of what is said. */
const own = [
  [['report', PLAN, ...DAY, '-o', 'nul.docx'], 2, '不能有这样的文件名'],
  [['report', PLAN, ...DAY, '-o', '报?告.docx'], 2, '不能有这样的文件名'],
  [['init', 'con\\东镇', '--total', '3'], 2, '不能有这样的文件名'],
  [['batch', COUNTY, '--reports', '各乡镇.', '--no-cache'], 2, '不能有这样的文件名'],
  [['check', `${PLAN}\\"`, ...DAY], 0, '已略去'],
  [['check', `${PLAN}\\" --max-warnings 0`, ...DAY], 2, '路径里有引号'],
  [
    ['batch', 'EXAMPLES\\County-2026\\COUNTY.YAML', '--as-of', '2026-05-06', '--no-cache'],
    2,
    '没有马场乡的计划',
  ],
];

let differs = 0;
const complain = (args, text) => {
  differs++;
  console.error(`plan ${args.join(' ')}: ${text}`);
};
const { stdout } = spawnSync('wine', ['winecfg', '-v', 'win10'], { env: wineEnv, timeout: 120_000 });
if (stdout === null) throw new Error('wine cannot be started');

for (const args of alike) {
  const expected = here(args.map(arg => arg.replaceAll('\\', '/')));
  const found = there(args);
  if (found.status !== expected.status) complain(args, `exit code ${found.status}, not ${expected.status}`);
  for (const stream of ['out', 'err'])
    if (found[stream] !== expected[stream])
      complain(
        args,
        `another ${stream}:\n${found[stream].slice(0, 600)}\nnot\n${expected[stream].slice(0, 600)}`,
      );
  for (const file of new Set([...Object.keys(expected.files), ...Object.keys(found.files)]))
    if (found.files[file] !== expected.files[file])
      complain(
        args,
        `${file} ${!(file in found.files) ? 'is missing' : file in expected.files ? 'differs' : 'is too much'}`,
      );
}
for (const [args, code, word] of own) {
  const { status, out, err } = there(args);
  if (status !== code || !`${out}${err}`.includes(word))
    complain(args, `exit code ${status}, not ${code}, or no “${word}” in\n${err}${out.slice(0, 300)}`);
}
rmSync(home, { recursive: true, force: true });
console.log(
  `${alike.length} commands compared, ${own.length} of Windows alone tried, ${differs} differences`,
);
process.exitCode = differs > 0 ? 1 : 0;
