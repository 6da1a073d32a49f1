// `plan batch` on N townships made here (30 people each, about 3 % with faults), against tools that only validate the
// schema, on the same files in the same run, interleaved, medians. Peers are taken from the folder in PEERS (an
// `npm i ajv-cli @sourcemeta/jsonschema` somewhere); those that are not there are said and left out.
//   node bench/batch.js [townships] [rounds]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const N = Number(process.argv[2] ?? 100);
const ROUNDS = Number(process.argv[3] ?? 5);
const peers = join(process.env.PEERS ?? root, 'node_modules');

const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
const example = name => readFileSync(join(root, 'examples/township-2016', name), 'utf8');
// Unquoted dates are no text to the peers, and no plan has them as anything else.
const quoted = text => text.replace(/(?<=[:[,] ?)(\d{4}-\d{2}-\d{2})(?=[,\s\]}])/g, "'$1'");
const files = ['plan.yaml', 'candidates.yaml', 'timeline.yaml'].map(name => [name, quoted(example(name))]);
for (let index = 0; index < N; index++) {
  const own = join(folder, 'all', `t${String(index).padStart(5, '0')}`);
  mkdirSync(own, { recursive: true });
  for (const [name, text] of files) {
    let content = text
      .replaceAll('某镇党委', `第${index}镇党委`)
      .replace(/^( +name: )(\S+)$/gm, `$1$2${index}`);
    if (index % 33 === 7) content = content.replace('total: 9', 'total: 12');
    writeFileSync(join(own, name), content);
  }
}

const schema = name => join(root, 'schemas', `${name}.schema.json`);
const others = kind => ['common', 'where', 'candidates', 'timeline', 'plan'].filter(name => name !== kind);
const kinds = ['plan', 'candidates', 'timeline'];
const commands = {
  'plan batch, 1 thread': [
    [
      process.execPath,
      join(root, 'bin/plan.js'),
      'batch',
      join(folder, 'all'),
      '--jobs',
      '1',
      '--no-cache',
      '-o',
      join(folder, 'out.txt'),
      '--force',
    ],
  ],
  'plan batch, 2 threads': [
    [
      process.execPath,
      join(root, 'bin/plan.js'),
      'batch',
      join(folder, 'all'),
      '--jobs',
      '2',
      '--no-cache',
      '-o',
      join(folder, 'out.txt'),
      '--force',
    ],
  ],
  'plan batch, warm cache': [
    [
      process.execPath,
      join(root, 'bin/plan.js'),
      'batch',
      join(folder, 'all'),
      '--jobs',
      '1',
      '-o',
      join(folder, 'out.txt'),
      '--force',
    ],
  ],
};
const ajv = join(peers, 'ajv-cli/dist/index.js');
if (existsSync(ajv))
  commands['ajv-cli'] = kinds.map(kind => [
    process.execPath,
    ajv,
    'validate',
    '--spec=draft2020',
    '--strict=false',
    '--all-errors',
    '-s',
    schema(kind),
    ...others(kind).flatMap(name => ['-r', schema(name)]),
    '-d',
    join(folder, `all/*/${kind}.yaml`),
  ]);
else console.log('ajv-cli: not installed, left out');

const env = { ...process.env, PLAN_CACHE_DIR: join(folder, 'cache') };
const run = calls => {
  const start = process.hrtime.bigint();
  let kilobytes = 0;
  for (const [program, ...args] of calls) {
    const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', program, ...args], {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    kilobytes = Math.max(kilobytes, Number(/(\d+)\s*$/.exec(stderr ?? '')?.[1] ?? 0));
  }
  return [Number(process.hrtime.bigint() - start) / 1e6, kilobytes / 1024];
};
const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const results = Object.fromEntries(Object.keys(commands).map(name => [name, []]));
for (const calls of Object.values(commands)) run(calls);
for (let round = 0; round < ROUNDS; round++)
  for (const [name, calls] of Object.entries(commands)) results[name].push(run(calls));
const base = results['ajv-cli'] ? median(results['ajv-cli'].map(([time]) => time)) : undefined;
for (const [name, rounds] of Object.entries(results)) {
  const time = median(rounds.map(([milliseconds]) => milliseconds));
  const ratio = base === undefined ? '' : `, ${(time / base).toFixed(2)} × ajv-cli`;
  console.log(
    `${name.padEnd(24)} ${N} townships: ${(time / 1000).toFixed(2)} s${ratio}, ${median(rounds.map(([, memory]) => memory)).toFixed(0)} MB`,
  );
}
rmSync(folder, { recursive: true });
