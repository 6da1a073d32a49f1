// Kills commands while they write, at moments spread over their whole run, and looks at what is left: the old file or the new one,
// whole, and no draft after the next run. After `npm run build`: node test/nightly/kills.js [KILLS], 300 if no number is given.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../bin/plan.js');
const EXAMPLE = resolve(import.meta.dirname, '../../examples/township-2016');
const KILLS = Number(process.argv[2] ?? 300);

const fixed = /^year: 2016/m;
/** What is written over: by which command, and what of it is whole. */
const WAYS = [
  { file: 'plan.yaml', args: ['check', '--fix'], isNew: text => fixed.test(text) },
  {
    file: 'candidates.yaml',
    args: ['select', '--write'],
    isNew: text => text.split('role: nominee').length === 10,
  },
  {
    file: 'out.json',
    args: ['check', '-f', 'json', '-o', 'out.json', '--force'],
    isNew: text => JSON.parse(text).schema === 'plan-result/v1',
  },
];

function prepared(file) {
  const folder = mkdtempSync(join(tmpdir(), 'plan-kills-'));
  cpSync(EXAMPLE, folder, { recursive: true });
  const path = join(folder, file);
  if (file === 'plan.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^year: 2016/m, 'year: ２０１６'));
  else if (file === 'candidates.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('role: nominee', 'role: reserve'));
  else writeFileSync(path, 'old');
  return folder;
}

const env = { PATH: process.env.PATH, PLAN_LANG: 'zh' };
const whole = (cwd, args) => spawnSync(process.execPath, [BIN, ...args], { cwd, env });

/** Kills a run after so many milliseconds; gives whether it was still running. */
const killed = (cwd, args, after) =>
  new Promise(done => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd, env, stdio: 'ignore' });
    setTimeout(() => child.kill('SIGKILL'), after);
    child.on('exit', (_code, signal) => done(signal === 'SIGKILL'));
  });

let bad = 0;
let hit = 0;
const left = { old: 0, new: 0, drafts: 0 };
for (const { file, args, isNew } of WAYS) {
  const first = prepared(file);
  const start = performance.now();
  whole(first, args);
  const length = performance.now() - start;
  rmSync(first, { recursive: true });
  const each = Math.ceil(KILLS / WAYS.length);
  for (let number = 0; number < each; number++) {
    const folder = prepared(file);
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    // The last third of a run is where files are written.
    const at = length * (0.5 + (0.6 * number) / each);
    if (await killed(folder, args, at)) hit++;
    const after = existsSync(path) ? readFileSync(path, 'utf8') : '';
    let answer = '';
    if (after === before) left.old++;
    else {
      try {
        if (!isNew(after)) answer = 'neither the old nor the new file';
        else left.new++;
      } catch (error) {
        answer = `half a file: ${error.message}`;
      }
    }
    const drafts = () => readdirSync(folder).filter(name => name.endsWith('.tmp'));
    left.drafts += drafts().length;
    whole(folder, ['check']);
    if (drafts().length > 0) answer ||= `a draft stays: ${drafts()}`;
    if (answer) {
      bad++;
      console.log(`**FAULT** ${args.join(' ')}, killed after ${Math.round(at)} ms: ${answer}`);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(
  `${KILLS} runs, ${hit} killed: ${left.old} times the old file, ${left.new} times the new one, ${left.drafts} drafts left and taken away; ${bad} faults`,
);
process.exitCode = bad > 0 ? 1 : 0;
