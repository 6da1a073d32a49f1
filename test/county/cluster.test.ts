import { type ExecFileException, execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runPlan } from '../support/io.ts';
import jobSchema from '../support/job.schema.json' with { type: 'json' };
import { thorough } from '../support/runs.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MANIFEST = readFileSync(join(ROOT, 'examples/cluster-job.yaml'), 'utf8');
const DAY = '2026-05-06';

/** The manifest as far as it is read here: that the rest has the form of a Job is the schema's to say. */
interface Job {
  spec: {
    completions: number;
    parallelism: number;
    template: { spec: { containers: [Container]; volumes: { name: string }[] } };
  };
}
interface Container {
  command: string[];
  args: string[];
  env: { name: string; value?: string }[];
  volumeMounts: { name: string }[];
}
const job = parse(MANIFEST) as Job;
const [container] = job.spec.template.spec.containers;
const value = (name: string) => container.env.find(each => each.name === name)?.value;

const ajv = new Ajv2020({ strict: true, strictRequired: false });
const isJob = ajv.compile(jobSchema);

describe('the manifest of a cluster', () => {
  it('is a Job as its schema has it', () => {
    expect(isJob(parse(MANIFEST)), ajv.errorsText(isJob.errors)).toBe(true);
  });

  it.each([
    ['completionMode: Indexed', 'completionMode: Index'],
    ['completions: 8', 'completion: 8'],
    ['restartPolicy: Never', 'restartPolicy: Always'],
    ['mountPath: /parts', 'mountPath: parts'],
    ['value: "8"', 'value: 8'],
  ])('is none with a slip: %s', (right, wrong) => {
    expect(MANIFEST).toContain(right);
    expect(isJob(parse(MANIFEST.replace(right, wrong)))).toBe(false);
  });

  it('has a pod for each part, and mounts what there is', () => {
    expect(String(job.spec.completions)).toBe(value('PARTS'));
    expect(job.spec.parallelism).toBeLessThanOrEqual(job.spec.completions);
    const volumes = job.spec.template.spec.volumes.map(({ name }) => name);
    expect(container.volumeMounts.map(({ name }) => name)).toEqual(volumes);
  });
});

const runFile = promisify(execFile);

describe.skipIf(process.platform === 'win32')('many processes', () => {
  let home = '';
  /** A county with some of its townships: findings of its own, of plans, and a plan that cannot be read. */
  let county = '';
  let env: NodeJS.ProcessEnv = {};
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'plan-cluster-'));
    county = join(home, 'county');
    for (const name of ['county.yaml', '城关镇', '长渠镇', '石桥镇', '高台镇'])
      cpSync(join(ROOT, 'examples/county-2026', name), join(county, name), { recursive: true });
    const bin = join(home, 'bin');
    mkdirSync(bin);
    program(join(bin, 'plan'), `exec "${process.execPath}" "${join(ROOT, 'bin/plan.js')}" "$@"`);
    env = { PATH: `${bin}${delimiter}${process.env.PATH}`, PLAN_LANG: 'zh', HOME: home };
    if (thorough && spawnSync('parallel', ['--version']).error)
      // Where GNU parallel is not installed, what it does with these lines is done by xargs.
      program(join(bin, 'parallel'), `exec xargs -P 4 -I{} "$@"`);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  const program = (path: string, line: string) => {
    writeFileSync(path, `#!/bin/sh\n${line}\n`);
    chmodSync(path, 0o755);
  };
  /** Exit code and output of a program in the repository. */
  const output = (file: string, args: string[], more: NodeJS.ProcessEnv = {}) =>
    runFile(file, args, { cwd: ROOT, env: { ...env, ...more } }).then(
      ({ stdout }) => ({ stdout, code: 0 as ExecFileException['code'] }),
      ({ stdout, code }: ExecFileException) => ({ stdout: stdout ?? '', code }),
    );
  /** The same in this process. */
  const batch = async (...args: string[]) => {
    const { out, code } = await runPlan(['batch', ...args, '-f', 'json', '--lang', 'zh']);
    return { stdout: out, code };
  };
  let inOne: ReturnType<typeof batch> | undefined;
  const whole = () => (inOne ??= batch(county, '--as-of', DAY, '--no-cache'));

  it('that are the pods of the manifest give what one run gives, and succeed with findings', async () => {
    const [shell = '', ...flags] = container.command;
    const out = join(home, 'pods');
    mkdirSync(out);
    const pods = [0, 1].map(index =>
      output(shell, [...flags, ...container.args], {
        COUNTY: county,
        PARTS: '2',
        OUT: out,
        AS_OF: DAY,
        JOB_COMPLETION_INDEX: String(index),
      }),
    );
    expect((await Promise.all(pods)).map(({ code }) => code)).toEqual([0, 0]);
    const parts = readdirSync(out).map(name => join(out, name));
    expect(await batch('merge', ...parts)).toEqual(await whole());
    // A pod that cannot find the county writes no part: it fails, and is started again.
    const none = await batch('nowhere', '--shard', '1/2', '-o', join(home, 'none.ndjson'));
    const lacking = join(home, 'lacking');
    mkdirSync(lacking);
    program(join(lacking, 'plan'), `exit ${none.code}`);
    expect([none.code, existsSync(join(home, 'none.ndjson'))]).toEqual([2, false]);
    const lost = await output(shell, [...flags, ...container.args], {
      PATH: `${lacking}${delimiter}${process.env.PATH}`,
      COUNTY: 'nowhere',
      PARTS: '2',
      OUT: out,
      AS_OF: DAY,
      JOB_COMPLETION_INDEX: '0',
    });
    expect(lost.code).toBe(1);
  });

  const linesIn = (readme: string) => {
    const [, lines = ''] = /```(?:sh)?\n(seq[^`]*)```/.exec(readFileSync(join(ROOT, readme), 'utf8')) ?? [];
    return lines
      .replaceAll(/(plan batch) (county|全县)/g, '$1 COUNTY')
      .replaceAll(/全县\.json|county\.json/g, 'RESULT');
  };

  it.runIf(thorough)('as the README has them for GNU parallel give what one run gives', async () => {
    const script = linesIn('README.md')
      // In two parts, so that it is soon done.
      .replace('seq 4 ', 'seq 2 ')
      .replace('{}/4', '{}/2')
      .replaceAll('COUNTY', `${county} --as-of ${DAY} --no-cache`)
      .replaceAll(/part-|RESULT/g, name => join(home, name));
    await output('sh', ['-c', script]);
    expect(readFileSync(join(home, 'RESULT'), 'utf8')).toBe((await whole()).stdout);
  });

  it('are the same in both READMEs', () => {
    expect(linesIn('README.zh.md')).toBe(linesIn('README.md'));
  });
});
