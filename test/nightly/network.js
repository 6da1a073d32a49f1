// Does any command ask the system for a connection? Runs them under strace and looks for sockets of the network.
//   node test/nightly/network.js      after `npm run build`; skipped where strace (apt-get install strace) is not installed
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (spawnSync('strace', ['--version']).status !== 0) {
  console.log('skipped: strace is not installed');
  process.exit();
}
const home = mkdtempSync(join(tmpdir(), 'plan-network-'));
cpSync(join(root, 'examples'), join(home, 'examples'), { recursive: true });
cpSync(join(root, 'test/rosters/1-积极分子名册.xlsx'), join(home, '名册.xlsx'));

const PLAN = 'examples/township-2016';
const COMMANDS = [
  ['check', PLAN],
  ['check', PLAN, '-f', 'json'],
  ['check', PLAN, '--fix'],
  ['batch', 'examples/county-2026', '--jobs', '2'],
  ['batch', 'examples/county-2026', '--reports', '各乡镇', '-f', 'xlsx=汇总.xlsx'],
  ['report', PLAN, '-o', 'report.docx'],
  ['schedule', PLAN, '-o', 'schedule.ics'],
  ['checklist', PLAN, '-o', 'checklist.html'],
  ['notice', PLAN, '-o', 'notice.docx'],
  ['document', PLAN, '-o', 'document.docx'],
  ['paper', 'record', PLAN, '-o', 'record.docx'],
  ['select', 'examples/township-2016-conflict'],
  ['explain', 'structure/not-met', PLAN],
  ['export', PLAN, '--workbook', '-o', '计划.xlsx'],
  ['import', '名册.xlsx'],
  ['init', '东镇', '--from', '名册.xlsx', '--total', '3'],
  ['schema', 'plan'],
  ['completion', 'bash'],
  ['page', '-o', 'page.html'],
];
const log = join(home, 'strace.log');
let connections = 0;
for (const args of COMMANDS) {
  const traced = [
    '-f',
    '-o',
    log,
    '-e',
    'trace=%network',
    process.execPath,
    join(root, 'bin/plan.js'),
    ...args,
  ];
  const { status, stderr } = spawnSync('strace', traced, {
    cwd: home,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, PLAN_LANG: 'zh' },
  });
  if (status === null || status > 2) throw new Error(`plan ${args.join(' ')}: ${stderr}`);
  // Node's own pipes between its threads are local; names of hosts, addresses and packets are not.
  const calls = readFileSync(log, 'utf8')
    .split('\n')
    .filter(line => /AF_INET|AF_NETLINK|\b(connect|bind|sendto|sendmsg)\(/.test(line));
  for (const call of calls) console.error(`plan ${args.join(' ')}: ${call}`);
  connections += calls.length;
}
rmSync(home, { recursive: true, force: true });
console.log(`${COMMANDS.length} commands traced, ${connections} calls to the network`);
process.exitCode = connections > 0 ? 1 : 0;
