// Runs the hostile inputs of test/trust/attacks.js through the built program, each command in a process of its own, and
// prints what it answered, how long it took and how much memory it had: node test/nightly/torture.js [PATTERN] (after `npm run build`).
// Fails where an answer is none, or takes longer than 2 s or more than 300 MB. Needs GNU time for the memory.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { attacks, faultIn } from '../trust/attacks.js';

const BIN = resolve(import.meta.dirname, '../../bin/plan.js');
const TIME = '/usr/bin/time';
const MOST = { seconds: 2, megabytes: 300 };

/** Runs one command; seconds are those of the processor, so that other work of the machine does not count. */
function measure(folder, args, { stdin, stdinFile }) {
  const usage = join(folder, '..', 'usage');
  const measured = existsSync(TIME);
  const command = [process.execPath, BIN, ...args];
  const handle = stdinFile === undefined ? undefined : openSync(stdinFile, 'r');
  const start = performance.now();
  const { stdout, stderr, status, signal } = spawnSync(
    measured ? TIME : command[0],
    measured ? ['-f', '%U %S %M', '-o', usage, ...command] : command.slice(1),
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder },
      timeout: 15_000,
      killSignal: 'SIGKILL',
      maxBuffer: 1e9,
      ...(stdin !== undefined && { input: stdin }),
      stdio: [handle ?? (stdin === undefined ? 'ignore' : 'pipe'), 'pipe', 'pipe'],
    },
  );
  if (handle !== undefined) closeSync(handle);
  const numbers = measured ? /([\d.]+) ([\d.]+) (\d+)\s*$/.exec(readFileSync(usage, 'utf8')) : null;
  return {
    code: signal ?? status,
    out: stdout.toString(),
    err: stderr.toString(),
    seconds: numbers ? Number(numbers[1]) + Number(numbers[2]) : (performance.now() - start) / 1000,
    megabytes: numbers ? Number(numbers[3]) / 1000 : 0,
  };
}

const wanted = new RegExp(process.argv[2] ?? '', 'i');
let runs = 0;
let bad = 0;
const most = { seconds: 0, megabytes: 0 };
console.log('| attack | exit | s | MB | answer |\n|---|---|---|---|---|');
for (const attack of attacks.filter(({ group, name }) => wanted.test(`${group}: ${name}`))) {
  const top = mkdtempSync(join(tmpdir(), 'plan-torture-'));
  const folder = join(top, 'f');
  spawnSync('mkdir', [folder]);
  attack.make(folder);
  const input = { stdin: attack.stdin?.(), stdinFile: attack.stdinFile };
  const worst = { seconds: 0, megabytes: 0, codes: new Set(), answer: '' };
  const faults = [];
  // Chinese for all, English for what comes first.
  for (const [index, args] of attack.argv.entries())
    for (const lang of index === 0 ? ['zh', 'en'] : ['zh']) {
      const result = measure(folder, args.includes('--lang') ? args : ['--lang', lang, ...args], input);
      runs++;
      worst.codes.add(result.code);
      worst.seconds = Math.max(worst.seconds, result.seconds);
      worst.megabytes = Math.max(worst.megabytes, result.megabytes);
      const fault = faultIn(attack, result);
      if (fault) faults.push(`${JSON.stringify(args.join(' ').slice(0, 50))} ${lang}: ${fault}`);
      if (index === 0 && lang === 'zh') worst.answer = sentence(result);
    }
  if (worst.seconds > MOST.seconds) faults.push(`${worst.seconds} s`);
  if (worst.megabytes > MOST.megabytes) faults.push(`${Math.round(worst.megabytes)} MB`);
  bad += faults.length > 0 ? 1 : 0;
  most.seconds = Math.max(most.seconds, worst.seconds);
  most.megabytes = Math.max(most.megabytes, worst.megabytes);
  console.log(
    `| ${attack.group}: ${attack.name.replaceAll('|', '\\|')} | ${[...worst.codes].join(' ')} | ${worst.seconds.toFixed(2)} | ${Math.round(worst.megabytes)} | ${worst.answer.replaceAll('|', '\\|')} |`,
  );
  for (const fault of faults) console.log(`  **FAULT** ${fault.slice(0, 400)}`);
  rmSync(top, { recursive: true, force: true });
}
console.log(
  `\n${runs} runs, at most ${most.seconds} s and ${Math.round(most.megabytes)} MB; ${bad} attacks with faults`,
);
process.exitCode = bad > 0 ? 1 : 0;

/** The first finding, or what was said instead of a report. */
function sentence({ out, err }) {
  const finding = /^ 1\. (.*)$/m.exec(out)?.[1];
  return (finding ?? (err.trim() || out.trim()).split('\n')[0] ?? '').slice(0, 120);
}
