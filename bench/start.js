// The cold start of `plan check`, of the example with its findings and of a plan without any, as a ratio to `node -e 0` in the
// same run: pairs in turn, median.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AS_OF, writeCorpus } from './corpus.js';

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url));
const PAIRS = Number(process.argv[2] ?? 15);

const folder = mkdtempSync(join(tmpdir(), 'plan-start-'));
writeCorpus(folder, 1);
const check = (path, asOf, ...options) => [at('bin/plan.js'), 'check', path, '--as-of', asOf, ...options];
const commands = {
  'clean, text': check(join(folder, 't00000'), AS_OF),
  'clean, json': check(join(folder, 't00000'), AS_OF, '-f', 'json'),
  'findings, text': check(at('examples/township-2016'), '2016-06-01'),
  'findings, json': check(at('examples/township-2016'), '2016-06-01', '-f', 'json'),
  '--version': [at('bin/plan.js'), '--version'],
};

function milliseconds(args) {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = numbers => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

for (const [name, args] of Object.entries(commands)) {
  milliseconds(args);
  const ratios = Array.from({ length: PAIRS }, () => milliseconds(args) / milliseconds(['-e', '0']));
  console.log(`${name.padEnd(14)} ${median(ratios).toFixed(2)} × node -e 0  (median of ${PAIRS} pairs)`);
}
rmSync(folder, { recursive: true });
