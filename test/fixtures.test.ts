import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../src/generated/types.ts';
import { runPlan } from './support/io.ts';

const ROOT = join(import.meta.dirname, 'fixtures');

/** Every fixture folder `<group>/<rule>/<good|bad>.<name>`, and the examples that mark what is wrong with them. */
const fixtures = readdirSync(ROOT).flatMap(group =>
  readdirSync(join(ROOT, group)).flatMap(rule =>
    readdirSync(join(ROOT, group, rule)).map(name => ({
      code: `${group}/${rule}`,
      kind: name.split('.')[0],
      name: `${group}/${rule}/${name}`,
      folder: join(ROOT, group, rule, name),
    })),
  ),
);
const examples = ['township-2016-broken', 'township-2027-broken'].map(name => ({
  code: '',
  kind: 'bad',
  name: `examples/${name}`,
  folder: join(import.meta.dirname, '../examples', name),
}));

const textFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.(ya?ml|txt)$/.test(name));

/** `file:line code` for each `# expect:` comment; where none can stand, the lines of expect.txt. */
function expected(folder: string): string[] {
  return textFiles(folder).flatMap(name => {
    const lines = readFileSync(join(folder, name), 'utf8').split(/\r\n|\r|\n/);
    if (name.endsWith('expect.txt')) return lines.filter(line => line.trim() !== '');
    return lines.flatMap((line, index) =>
      (/# expect: ([a-z/, -]+)/.exec(line)?.[1] ?? '')
        .split(',')
        .filter(code => code.trim() !== '')
        .map(code => `${name}:${index + 1} ${code.trim()}`),
    );
  });
}

/** The folders of the plans in a fixture: itself, or those of the townships of a county. */
function plansIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /(^|\/)plan\.ya?ml$/.test(name))
    .map(name => dirname(join(folder, name)));
}

function asOf(folder: string): string {
  const file = join(folder, 'plan.yaml');
  return (existsSync(file) && /^# as-of: (\S+)/.exec(readFileSync(file, 'utf8'))?.[1]) || '2016-06-01';
}

const cases = [...fixtures, ...examples].map(each => [each.name, each] as const);

describe.each(cases)('%s', (name, { code, kind, folder }) => {
  it('has exactly the findings that it expects', async () => {
    const isBatch = code.startsWith('batch/');
    const plans = isBatch ? [] : plansIn(folder);
    const paths = plans.length > 0 ? plans : [folder];
    const { code: exit, out } = await runPlan(
      [
        isBatch ? 'batch' : 'check',
        '-f',
        'json',
        '--lang',
        'zh',
        '--as-of',
        asOf(paths[0]!),
        ...paths.map(path => relative(folder, path) || '.'),
      ],
      { cwd: folder },
    );
    const { plans: results, county } = JSON.parse(out) as Result;
    const findings = [...results.flatMap(result => result.findings), ...(county?.findings ?? [])];
    const actual = findings.map(({ file, line, code: found }) => `${file}:${line} ${found}`);
    // A new rule may well find something in the fixtures of others: then they are named here.
    expect(actual.sort(), name).toEqual(expected(folder).sort());

    const found = findings.map(finding => finding.code);
    if (kind === 'good') expect(found).not.toContain(code);
    else if (code !== '') expect(found).toContain(code);
    const unreadable = results.some(({ verdict }) => verdict === 'unreadable');
    const failed = findings.some(({ severity }) => severity === 'error');
    expect(exit).toBe(unreadable ? 2 : failed ? 1 : 0);
  });
});
