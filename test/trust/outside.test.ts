import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

/** What must be seen nowhere. */
const SECRETS = ['秘密员', 's3cret', 'root:x:0'];

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'plan-outside-'));
  write('secret.env', 'PASSWORD=s3cret\nroot:x:0\n');
  write('secret.json', '{"name": "s3cret", "effective": "s3cret", "norms": [{"id": "s3cret"}]}');
  write('others/candidates.yaml', 'candidates:\n  - { id: x, name: 秘密员, gender: female }\n');
  write('others/timeline.yaml', 'steps:\n  - { id: x, name: 秘密员, on: 2016-06-01 }\n');
  write('others/名册.csv', '姓名,性别\n秘密员,女\n');
  write('others/plan.yaml', 'year: 2016\norganization: { name: 秘密员 }\nquota: { total: 3 }\n');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), content);
}

const plan = (fields: string) => `year: 2016\norganization: { name: 某镇党委 }\n${fields}\n`;

/** All that a command shows in a format that tells everything. */
async function told(...args: string[]): Promise<{ code: number; text: string }> {
  const { code, out, err } = await runPlan(args, { cwd: top });
  return { code, text: out + err };
}

async function expectRefused(says: RegExp, ...args: string[]): Promise<void> {
  for (const lang of ['zh', 'en']) {
    const { code, text } = await told(...args, '--lang', lang);
    for (const secret of SECRETS) expect(text, args.join(' ')).not.toContain(secret);
    if (lang === 'zh') expect(text).toMatch(says);
    expect(code, text).toBe(2);
  }
}

describe.each(['text', 'json', 'sarif', 'github'])('told as %s', format => {
  it.each([
    'candidates: ../others/candidates.yaml',
    'candidates: ../others/名册.csv',
    'candidates: ../secret.env',
    'candidates: ./x/../../others/candidates.yaml',
    'candidates: link.yaml',
    'candidates: link/candidates.yaml',
    'timeline: ../others/timeline.yaml',
    'timeline: link.yaml',
    '',
  ])('%s is refused', async fields => {
    write('town/plan.yaml', plan(fields));
    symlinkSync('../others', join(top, 'town/link'));
    symlinkSync('../secret.env', join(top, 'town/link.yaml'));
    if (fields === '') symlinkSync('../others/candidates.yaml', join(top, 'town/candidates.yaml'));
    await expectRefused(/不在计划/, 'check', 'town', '-f', format);
  });

  it.each(['../secret.env', '../secret.json', 'link.yaml', '../../../../../../../../etc/passwd'])(
    'a pack %s is not quoted',
    async path => {
      write('town/plan.yaml', plan(`rules: { packs: [${path}] }`));
      symlinkSync('../secret.json', join(top, 'town/link.yaml'));
      await expectRefused(/不是有效的地方规定/, 'check', 'town', '-f', format);
    },
  );

  it.each(['../others', 'link'])('a township at %s is refused', async path => {
    write(
      'county/county.yaml',
      `year: 2016\norganization: { name: 某县委组织部 }\nquota: { total: 3 }\ntownships:\n  - { name: 东镇, quota: 3, path: ${path} }\n`,
    );
    symlinkSync('../others', join(top, 'county/link'));
    await expectRefused(/不在计划/, 'batch', 'county', '--no-cache', '-f', format);
  });
});

it.each(['../../others/plan.yaml', '../../secret.env', '/etc/passwd'])(
  'a township whose plan is a link to %s is refused, listed or not',
  async target => {
    for (const path of ['town', 'elsewhere']) {
      write(
        'county/county.yaml',
        `year: 2016\norganization: { name: 某县委组织部 }\nquota: { total: 3 }\ntownships:\n  - { name: 东镇, quota: 3, path: ${path} }\n`,
      );
      mkdirSync(join(top, 'county/town'), { recursive: true });
      rmSync(join(top, 'county/town/plan.yaml'), { force: true });
      symlinkSync(target, join(top, 'county/town/plan.yaml'));
      for (const format of ['text', 'json'])
        await expectRefused(/不在计划/, 'batch', 'county', '--no-cache', '-f', format);
      await expectRefused(/不在计划/, 'check', 'county/town');
    }
  },
);

it('a township whose plan is a link within the county works, from wherever it is checked', async () => {
  write(
    'county/county.yaml',
    'year: 2016\norganization: { name: 某县委组织部 }\nquota: { total: 3 }\ntownships: []\n',
  );
  write('county/plans/town.yaml', plan('quota: { total: 3 }'));
  mkdirSync(join(top, 'county/town'));
  symlinkSync('../plans/town.yaml', join(top, 'county/town/plan.yaml'));
  expect((await told('check', 'county/town')).code).toBeLessThan(2);
  expect((await runPlan(['check'], { cwd: join(top, 'county/town') })).code).toBeLessThan(2);
});

it('every command that prints refuses too', async () => {
  write('town/plan.yaml', plan('candidates: ../others/candidates.yaml'));
  for (const command of ['report', 'schedule', 'checklist', 'notice', 'document', 'select'])
    await expectRefused(/不在计划/, command, 'town');
});

it('a link within the folder works, and a pack elsewhere that is one', async () => {
  write('town/plan.yaml', plan('rules: { packs: [../pack.yaml] }'));
  write('town/lists/people.yaml', 'candidates:\n  - { id: a, name: 王甲, gender: female }\n');
  symlinkSync('lists/people.yaml', join(top, 'town/candidates.yaml'));
  write('pack.yaml', 'schema: pack/v1\nname: 某市规定\n');
  const { code, text } = await told('check', 'town', '-f', 'json');
  expect(text).not.toMatch(/unreadable/);
  expect(code).toBeLessThan(2);
});
