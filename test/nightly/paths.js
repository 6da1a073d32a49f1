// Runs the tests from checkouts at paths of many lengths, with the folder for temporary files below each: a message with a path in it
// breaks into lines elsewhere. After `npm run build`: node test/nightly/paths.js [LENGTHS] [TESTS …], of 5 to 60 characters (a path
// of fewer than 20 needs the right to write to /) and of the tests that name files where nothing is given.
// node test/nightly/paths.js 5,20,60 test/cli
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const [given = '5,8,12,16,20,21,22,23,24,28,31,36,45,52,60', ...tests] = process.argv.slice(2);
const NAMING = ['test/cli', 'test/county', 'test/trust', 'test/output', 'test/read', 'test/core.test.ts'];

/** A path of exactly so many characters that is not there. */
function pathOf(length) {
  const above = length < 20 ? '/' : '/tmp/';
  return above + 'checkout-'.repeat(10).slice(0, length - above.length);
}

let failed = 0;
for (const length of given.split(',').map(Number)) {
  const copy = pathOf(length);
  if (existsSync(copy)) throw new Error(`${copy} is there already`);
  try {
    mkdirSync(`${copy}/t`, { recursive: true });
    for (const name of readdirSync(ROOT)) {
      // Of packages hard links, which take no room.
      const how = name === 'node_modules' ? '-al' : '-a';
      if (name !== '.git') spawnSync('cp', [how, `${ROOT}/${name}`, `${copy}/${name}`], { stdio: 'inherit' });
    }
    const { status, stdout, stderr } = spawnSync(
      'npx',
      ['vitest', 'run', ...(tests.length > 0 ? tests : NAMING)],
      {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, TMPDIR: `${copy}/t`, NO_COLOR: '1' },
        maxBuffer: 1e9,
      },
    );
    const lines = (stdout + stderr)
      .split('\n')
      .filter(line => /^ *(FAIL|Tests|Duration|Error:|AssertionError)/.test(line));
    console.log(
      `${length} characters (${dirname(copy)}): ${status === 0 ? 'passed' : '**FAULT**'}\n${lines.join('\n')}`,
    );
    if (status !== 0) failed++;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
process.exitCode = failed > 0 ? 1 : 0;
