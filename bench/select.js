// How long `plan select` takes, and how often it stays undecided: random rosters of three sizes, some with a choice and
// some without. Time is that of the whole command; the memory is that of its process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const plan = fileURLToPath(new URL('../bin/plan.js', import.meta.url));
const SIZES = [
  [9, 24, 20],
  [41, 120, 20],
  [490, 5000, 6],
];

/** A small generator of numbers below one, the same for every run. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function roster(slots, people, random) {
  const pick = (...values) => values[Math.floor(random() * values.length)];
  const counts = {
    farmer: slots - 2 * Math.ceil(slots / 9),
    office: Math.ceil(slots / 9),
    school: Math.ceil(slots / 9),
  };
  const free = Object.entries(counts).flatMap(([id, count]) =>
    Array.from({ length: count }, (_, i) => `${id}-${i + 1}`),
  );
  const persons = Array.from({ length: people }, (_, index) => {
    const slot = free[index];
    const category = slot ? slot.split('-')[0] : pick('farmer', 'farmer', 'farmer', 'office', 'school');
    return {
      id: `p${index}`,
      name: `人${index}`,
      gender: pick('male', 'male', 'female'),
      birth: `${1965 + Math.floor(random() * 30)}-06-01`,
      education: pick('junior-high', 'senior-high', 'college', 'bachelor'),
      ethnicity: pick('汉族', '汉族', '维吾尔族'),
      occupation: pick('farmer', 'farmer', 'worker', 'official'),
      category,
      events: { activist: '2014-06-01' },
      ...(slot ? { slot, role: 'nominee' } : {}),
    };
  });
  return {
    year: 2016,
    organization: { name: '某镇党委' },
    quota: {
      total: slots,
      categories: Object.entries(counts).map(([id, count]) => ({ id, name: id, count })),
    },
    reserve: { perSlot: { min: people > 4 * slots ? 2 : 1, max: 3 } },
    structure: [
      { id: 'women', name: '女党员', where: { gender: 'female' }, about: '45%' },
      { id: 'youth', name: '青年', where: { age: { max: 35 } }, min: `${60 + Math.floor(random() * 30)}%` },
      { id: 'education', name: '高中', where: { education: { min: 'senior-high' } }, min: '80%' },
      { id: 'frontline', name: '一线', where: { occupation: ['farmer', 'worker'] }, min: '70%' },
      { id: 'minority', name: '少数民族', where: { ethnicity: { not: '汉族' } }, min: '20%' },
    ],
    candidates: persons,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
for (const [slots, people, runs] of SIZES) {
  const times = [];
  const memory = [];
  const statuses = { feasible: 0, infeasible: 0, undecided: 0 };
  for (let run = 0; run < runs; run++) {
    const file = join(folder, 'plan.yaml');
    writeFileSync(file, JSON.stringify(roster(slots, people, numbers(run * 7919 + slots))));
    const start = process.hrtime.bigint();
    const { stdout } = spawnSync(process.execPath, [plan, 'select', file, '-f', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
    const { status } = JSON.parse(stdout);
    statuses[status]++;
    const measured = spawnSync(
      '/usr/bin/env',
      ['time', '-f', '%M', process.execPath, plan, 'select', file, '-f', 'json'],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    const kilobytes = Number(/(\d+)\s*$/.exec(measured.stderr)?.[1]);
    if (kilobytes) memory.push(kilobytes / 1024);
  }
  console.log(
    `${String(slots).padStart(4)} slots / ${String(people).padStart(4)} people: median ${median(times).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms` +
      `${memory.length > 0 ? `, ${median(memory).toFixed(0)} MB` : ''}; ${statuses.feasible} feasible, ${statuses.infeasible} infeasible, ${statuses.undecided} undecided`,
  );
}
rmSync(folder, { recursive: true });
