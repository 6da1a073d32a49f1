// The cold start of `plan check` on the example, as a ratio to `node -e 0` in the same run: pairs in turn, median.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url));
const PAIRS = Number(process.argv[2] ?? 15);

const commands = {
  'check (text)': [at('bin/plan.js'), 'check', at('examples/township-2016'), '--as-of', '2016-06-01'],
  'check (json)': [
    at('bin/plan.js'),
    'check',
    at('examples/township-2016'),
    '--as-of',
    '2016-06-01',
    '-f',
    'json',
  ],
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
