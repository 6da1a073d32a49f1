// Kills commands while they write: half of them at moments spread over the end of their run, half within milliseconds of the first
// change in the folder. Looks at what is left: the old file or the new one, whole, and no draft after the next run. Runs that ended
// before they were killed do not count. After `npm run build`: node test/nightly/kills.js [KILLS], 300 if no number is given.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
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

/** Kills a run so many milliseconds after its start, or after the first change that it makes; gives whether it was still running. */
const killed = (cwd, args, { after, since }) =>
  new Promise(done => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd, env, stdio: 'ignore' });
    const kill = () => setTimeout(() => child.kill('SIGKILL'), after);
    const watcher = since === 'change' ? watch(cwd, () => kill()) : undefined;
    if (!watcher) kill();
    child.on('exit', (_code, signal) => {
      watcher?.close();
      done(signal === 'SIGKILL');
    });
  });

let bad = 0;
let runs = 0;
const left = { old: 0, new: 0, drafts: 0 };
for (const { file, args, isNew } of WAYS) {
  const first = prepared(file);
  const start = performance.now();
  whole(first, args);
  const length = performance.now() - start;
  rmSync(first, { recursive: true });
  const each = Math.ceil(KILLS / WAYS.length);
  // Where runs end before they are killed, sooner.
  let haste = 1;
  for (let number = 0; number < each; ) {
    const folder = prepared(file);
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const moment =
      number % 2 === 0
        ? // The second half of a run is where files are written.
          { since: 'start', after: haste * length * (0.5 + (0.5 * number) / each) }
        : { since: 'change', after: (haste * 10 * number) / each };
    runs++;
    const isHit = await killed(folder, args, moment);
    if (isHit) number++;
    haste = isHit ? Math.min(1, haste * 1.1) : haste * 0.8;
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
      console.log(
        `**FAULT** ${args.join(' ')}, killed ${Math.round(moment.after)} ms after its ${moment.since}: ${answer}`,
      );
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(
  `${runs} runs, ${WAYS.length * Math.ceil(KILLS / WAYS.length)} killed: ${left.old} times the old file, ${left.new} times the new one, ${left.drafts} drafts left and taken away; ${bad} faults`,
);
process.exitCode = bad > 0 ? 1 : 0;
