// `plan batch` against tools that only validate the schema, on the same files (corpus.js) in the same run, in turn, medians.
// Peers are taken from the folder in PEERS (an `npm i ajv-cli @sourcemeta/jsonschema` somewhere); those that are not there
// are said and left out. Memory is the peak of the largest process.
//   node bench/batch.js [--full] [--rounds N]   100 townships; --full: 2,000 and 40,000 as well, written to RESULTS.md
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
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
const rounds = given < 0 ? 5 : Number(process.argv[given + 1]);
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
function corpus(townships, people = 30, messy = false) {
  const name = `${townships}-${people}${messy ? '-messy' : ''}`;
  if (!corpora.has(name)) {
    corpora.set(name, join(folder, name));
    writeCorpus(corpora.get(name), townships, { people, messy });
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

/** Milliseconds of some processes one after another, and the megabytes of the largest. */
function run(calls) {
  const start = process.hrtime.bigint();
  let kilobytes = 0;
  for (const call of calls) {
    const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', ...call], {
      env,
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    kilobytes = Math.max(kilobytes, Number(/(\d+)\s*$/.exec(stderr ?? '')?.[1] ?? 0));
  }
  return { time: Number(process.hrtime.bigint() - start) / 1e6, memory: kilobytes / 1024 };
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

function townships(count, times = rounds) {
  const path = corpus(count);
  const results = compare(
    {
      'plan, 1 thread': plan(path, '--jobs', '1', '--no-cache'),
      [`plan, ${availableParallelism()} threads`]: plan(
        path,
        '--jobs',
        String(availableParallelism()),
        '--no-cache',
      ),
      'plan, warm cache': plan(path, '--jobs', '1'),
      'reading and hashing all files': hashing(path),
      'ajv-cli': ajvCli(path),
      'jsonschema --fast': jsonschema(path),
    },
    times,
  );
  table(
    `${count.toLocaleString('en')} townships of 30 people (${times} ${times === 1 ? 'round' : 'rounds'})`,
    results,
  );
  return results;
}

tell(`# Measured on ${new Date().toISOString().slice(0, 10)}\n`);
tell(
  `${cpus().length} × ${cpus()[0].model.trim()}, ${process.platform}, Node ${process.versions.node}; medians of rounds in turn. The peers check the schema only.`,
);
townships(100);
if (full) {
  const some = townships(2000);
  // A round of these takes minutes.
  const many = compare({ many: plan(corpus(32_000), '--jobs', '1', '--no-cache') }, 1).many;
  const ratio = many.time / some['plan, 1 thread'].time;
  tell(`\n32,000 ÷ 2,000 townships, one thread: ${ratio.toFixed(1)}`);
  rmSync(corpus(32_000), { recursive: true });
  townships(40_000, 1);
  const path = corpus(40_000);
  const [warm, hashed] = Object.values(compare({ warm: plan(path, '--jobs', '1'), hashed: hashing(path) }));
  const seconds = ({ time }) => (time / 1000).toFixed(2);
  tell(
    `\nWarm ÷ reading and hashing all files, 40,000 townships (${rounds} rounds): ${(warm.time / hashed.time).toFixed(2)} (${seconds(warm)} s, ${seconds(hashed)} s)`,
  );
  rmSync(corpus(40_000), { recursive: true });
}
{
  // As many people in all: what differs is how many there are in one plan.
  const sizes = { 30: 300, 300: 30, 3000: 3 };
  const results = compare(
    Object.fromEntries(
      Object.entries(sizes).map(([people, count]) => [
        `${count} townships of ${people}`,
        plan(corpus(count, Number(people)), '--jobs', '1', '--no-cache'),
      ]),
    ),
  );
  table('9,000 people', results);
  const [few, , most] = Object.values(results);
  tell(`\nCost of one person at 3,000 ÷ at 30, start included: ${(most.time / few.time).toFixed(2)}`);
}
{
  const path = corpus(200, 30, true);
  const results = compare({
    'tidy, 1 thread': plan(corpus(200), '--jobs', '1', '--no-cache'),
    'messy, 1 thread': plan(path, '--jobs', '1', '--no-cache'),
  });
  table(
    '200 townships, messy: Chinese keys, remarks behind values, other orders, GBK, unquoted dates',
    results,
  );
}
if (full) writeFileSync(join(root, 'bench/RESULTS.md'), `${lines.join('\n')}\n`);
rmSync(folder, { recursive: true });
