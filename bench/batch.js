// `plan batch` against tools that only validate the schema, on the same files (corpus.js) in the same run, in turn, medians of
// processor time: a machine that has other things to do hits the clock, not that. Peers are taken from the folder in PEERS (an
// `npm i ajv-cli @sourcemeta/jsonschema` somewhere); those that are not there are said and left out. Memory is the peak of the
// largest process.
//   node bench/batch.js [--rounds N]           20, 300 and 2,000 townships, written to RESULTS.md
//   node bench/batch.js --full [--rounds N]    40,000 as well
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AS_OF, writeCorpus } from './corpus.js';

const HASH = '--hash';
if (process.argv[2] === HASH) {
  const path = process.argv[3];
  for (const name of readdirSync(path))
    for (const file of readdirSync(join(path, name)))
      createHash('sha256')
        .update(readFileSync(join(path, name, file)))
        .digest();
  process.exit();
}

const root = fileURLToPath(new URL('..', import.meta.url));
const full = process.argv.includes('--full');
const given = process.argv.indexOf('--rounds');
const rounds = given < 0 ? 3 : Number(process.argv[given + 1]);
const peers = join(process.env.PEERS ?? root, 'node_modules');
const native = join(
  peers,
  `@sourcemeta/jsonschema/build/github-releases/jsonschema-${process.platform}-${process.arch === 'x64' ? 'x86_64' : process.arch}`,
);
const ajv = join(peers, 'ajv-cli/dist/index.js');
for (const [name, path] of [
  ['ajv-cli', ajv],
  ['@sourcemeta/jsonschema', native],
])
  if (!existsSync(path)) console.error(`${name}: not installed, left out`);

const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
const env = { ...process.env, PLAN_CACHE_DIR: join(folder, 'cache') };
const KINDS = ['plan', 'candidates'];
const schema = name => join(root, 'schemas', `${name}.schema.json`);
const others = kind => ['common', 'where', 'candidates', 'timeline', 'plan'].filter(name => name !== kind);
const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const corpora = new Map();
/** A folder of townships, made once. */
function corpus(townships, kind = 'clean', people = 30) {
  const name = `${kind}-${townships}-${people}`;
  if (!corpora.has(name)) {
    corpora.set(name, join(folder, name));
    writeCorpus(corpora.get(name), townships, { people, kind });
  }
  return corpora.get(name);
}

const plan = (path, ...options) => [
  [
    process.execPath,
    ...[join(root, 'bin/plan.js'), 'batch', path, '--as-of', AS_OF],
    ...['-o', join(folder, 'out.txt'), '--force', ...options],
  ],
];

const ajvCli = path =>
  existsSync(ajv) &&
  KINDS.map(kind => [
    process.execPath,
    ...[ajv, 'validate', '--spec=draft2020', '--strict=false', '--all-errors', '-s', schema(kind)],
    ...others(kind).flatMap(name => ['-r', schema(name)]),
    ...['-d', join(path, `*/${kind}.yaml`)],
  ]);

/** More files than this do not fit on a command line. */
const FILES_AT_ONCE = 10_000;

const jsonschema = path =>
  existsSync(native) &&
  KINDS.flatMap(kind => {
    const files = readdirSync(path).map(name => join(path, name, `${kind}.yaml`));
    return Array.from({ length: Math.ceil(files.length / FILES_AT_ONCE) }, (_, part) => [
      native,
      ...['validate', schema(kind), ...files.slice(part * FILES_AT_ONCE, (part + 1) * FILES_AT_ONCE)],
      // Without --continue it stops at the first file that does not fit, and has read a few dozen.
      ...['--fast', '--continue', ...others(kind).flatMap(name => ['--resolve', schema(name)])],
    ]);
  });

/** Milliseconds of the processors for some processes one after another, and the megabytes of the largest. */
function run(calls) {
  let time = 0;
  let kilobytes = 0;
  for (const call of calls) {
    const { stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...call], {
      env,
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    const [, user, system, most] = /([\d.]+) ([\d.]+) (\d+)\s*$/.exec(stderr ?? '') ?? [];
    time += 1000 * (Number(user) + Number(system));
    kilobytes = Math.max(kilobytes, Number(most));
  }
  return { time, memory: kilobytes / 1024 };
}

/** Several ways in turn, so that whatever else the machine does hits all of them; the first round is not counted. */
function compare(ways, times = rounds) {
  const there = Object.entries(ways).filter(([, calls]) => calls);
  const results = Object.fromEntries(there.map(([name]) => [name, []]));
  for (let round = 0; round <= times; round++)
    for (const [name, calls] of there) {
      const result = run(calls);
      if (round > 0) results[name].push(result);
    }
  return Object.fromEntries(
    Object.entries(results).map(([name, each]) => [
      name,
      { time: median(each.map(({ time }) => time)), memory: median(each.map(({ memory }) => memory)) },
    ]),
  );
}

/** What a warm run cannot do without, in a process of its own as all others. */
const hashing = path => [[process.execPath, fileURLToPath(import.meta.url), HASH, path]];

const lines = [];
const tell = (text = '') => {
  console.log(text);
  lines.push(text);
};

function table(title, results) {
  const base = results['ajv-cli']?.time;
  const other = results['jsonschema --fast']?.time;
  tell(`\n### ${title}\n`);
  tell('| | seconds | × ajv-cli | × jsonschema | peak MB |');
  tell('|---|---|---|---|---|');
  for (const [name, { time, memory }] of Object.entries(results)) {
    const ratio = than => (than === undefined ? '–' : (time / than).toFixed(2));
    tell(
      `| ${name} | ${(time / 1000).toFixed(2)} | ${ratio(base)} | ${ratio(other)} | ${memory ? memory.toFixed(0) : '–'} |`,
    );
  }
}

/** One size of one kind: text and JSON, cold, and the peers, which only look at the schema. */
function townships(count, kind, times = rounds) {
  const path = corpus(count, kind);
  const one = ['--jobs', '1', '--no-cache'];
  const ways = {
    'plan, text': plan(path, ...one),
    'plan, json': plan(path, ...one, '-f', 'json'),
    ...(kind === 'clean' && {
      'plan, text, 2 threads': plan(path, '--jobs', '2', '--no-cache'),
      'plan, nothing changed': plan(path, '--jobs', '1'),
      'reading and hashing all files': hashing(path),
    }),
    ...(kind !== 'messy' && { 'ajv-cli': ajvCli(path), 'jsonschema --fast': jsonschema(path) }),
  };
  table(
    `${count.toLocaleString('en')} townships, ${NAMES[kind]} (${times} ${times === 1 ? 'round' : 'rounds'})`,
    compare(ways, times),
  );
}

const NAMES = { clean: 'clean', life: 'as they come', messy: 'messy' };

tell(`# Measured on ${new Date().toISOString().slice(0, 10)}\n`);
tell(
  `${cpus().length} × ${cpus()[0].model.trim()}, ${process.platform}, Node ${process.versions.node}; processor time, medians of rounds in turn. The peers check the schema only, and no workbooks.`,
);
for (const count of [20, 300, 2000]) for (const kind of Object.keys(NAMES)) townships(count, kind);
if (full)
  for (const kind of ['clean', 'life']) {
    townships(40_000, kind, 1);
    // Every format that shows findings, in one run.
    const path = corpus(40_000, kind);
    const files = ['json', 'ndjson', 'csv', 'html', 'xlsx'].flatMap(format => [
      '-f',
      `${format}=${join(folder, `all.${format}`)}`,
    ]);
    table(`40,000 townships, ${NAMES[kind]}: json, ndjson, csv, html and xlsx together`, {
      plan: run(plan(path, '--jobs', '2', '--no-cache', ...files)),
    });
    rmSync(path, { recursive: true });
  }
{
  // As many people in all: what differs is how many there are in one plan.
  const sizes = { 30: 300, 300: 30, 3000: 3 };
  table(
    '9,000 people',
    compare(
      Object.fromEntries(
        Object.entries(sizes).map(([people, count]) => [
          `${count} townships of ${people}`,
          plan(corpus(count, 'clean', Number(people)), '--jobs', '1', '--no-cache'),
        ]),
      ),
    ),
  );
}
writeFileSync(join(root, 'bench/RESULTS.md'), `${lines.join('\n')}\n`);
rmSync(folder, { recursive: true });
