// Changes real plans as people, programs and bad copies do, and looks at every answer of the tool:
//   node test/nightly/fuzz.js --runs 1000000 --seed 1 --minutes 60
// Inputs are numbered from the seed on; the same number is the same input. What fails is made smaller and kept in
// test/fuzz-cases/, where `npm test` runs it again. Exit code 1: something failed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(ROOT);
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
  },
});
const [runs, seed, minutes] = [values.runs, values.seed, values.minutes].map(Number);
/** At most so many failing inputs of one kind are kept: the others have the same cause. */
const KEPT = 3;
/** Of each so many inputs one is looked at in all languages and formats, and of those every tenth by all commands. */
const USUAL = 10;
const WHOLE = 100;

const { Maker, faultsOf, kindOf, minimised } = await loaded();
const maker = new Maker();
const kinds = new Map();
const [start, counts] = [Date.now(), { quick: 0, usual: 0, whole: 0 }];
let done = 0;
let slowest = { ms: 0, number: 0 };
for (; done < runs && Date.now() - start < minutes * 60_000; done++) {
  const number = seed + done;
  const depth = number % WHOLE === 0 ? 'whole' : number % USUAL === 0 ? 'usual' : 'quick';
  counts[depth]++;
  const folder = maker.make(number);
  const before = Date.now();
  const faults = await faultsOf(folder, depth);
  const ms = Date.now() - before;
  if (ms > slowest.ms) slowest = { ms, number };
  for (const kind of new Set(faults.map(kindOf))) await keep(kind, number, folder, faults);
  if ((done + 1) % 10_000 === 0) console.log(progress());
}
console.log(progress());
for (const [kind, count] of kinds) console.log(`  ${count} × ${kind}`);
process.exitCode = kinds.size > 0 ? 1 : 0;

function progress() {
  const seconds = (Date.now() - start) / 1000;
  const looked = `${counts.quick} quick, ${counts.usual} in both languages with --fix, ${counts.whole} by all commands`;
  return `${done} inputs (${looked}), ${Math.round(done / seconds)}/s, slowest ${slowest.ms} ms (input ${slowest.number}), failures ${[...kinds.values()].reduce((a, b) => a + b, 0)}`;
}

async function keep(kind, number, folder, faults) {
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.get(kind) > KEPT) return;
  console.log(`input ${number}: ${faults.find(fault => kindOf(fault) === kind)}`);
  const small = await minimised(folder, kind);
  const digest = createHash('sha256').update(JSON.stringify(small)).digest('hex').slice(0, 8);
  const place = join('test/fuzz-cases', `${kind.replace(/[^a-z]+/gi, '-').toLowerCase()}-${digest}`);
  for (const [path, bytes] of Object.entries(small)) {
    const file = join(place, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, bytes);
  }
  console.log(`  kept in ${place}`);
}

/** The sources as one module, so that every Node can run them. */
async function loaded() {
  const folder = mkdtempSync(join(tmpdir(), 'plan-fuzz-'));
  // What commands load only when they are wanted stands there until the end.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const bundle = await rolldown({ input: 'test/support/fuzz.ts', platform: 'node', logLevel: 'silent' });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'fuzz.mjs' });
  await bundle.close();
  return import(pathToFileURL(join(folder, 'fuzz.mjs')).href);
}
