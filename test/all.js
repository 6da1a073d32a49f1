// What `npm test` runs on a build: types and lint beside the tests, which leave a core idle now and then. What types or lint find ends
// the tests, and is told alone.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));

/** The exit code of a program; a signal is a failure. */
const ended = child => new Promise(done => child.on('close', code => done(code ?? 1)));

const checks = spawn('npm run typecheck && npm run lint', { cwd, shell: true });
let said = '';
for (const stream of [checks.stdout, checks.stderr])
  stream.setEncoding('utf8').on('data', text => (said += text));
const tests = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
});

const checked = ended(checks).then(code => {
  if (code !== 0) tests.kill();
  return code;
});
const tested = await ended(tests);
const code = await checked;
if (code !== 0) console.error(said);
process.exitCode = code || tested;
