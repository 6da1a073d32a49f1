import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BATCH_FORMATS,
  BINARY,
  CHECKLIST_FORMATS,
  DOCUMENT_FORMATS,
  NOTICE_FORMATS,
  REPORT_FORMATS,
  SCHEDULE_FORMATS,
  SELECT_FORMATS,
} from '../../src/cli/formats.ts';
import { formats } from '../../src/output/findings/index.ts';
import { runPlan } from '../support/io.ts';
import { some, thorough } from '../support/runs.ts';

/** Fictitious; the first digits name no county. They end alike, so that no mask shows more than four of them. */
const NUMBERS = ['650000199005030020', '650000198611205317', '650000880214002'];
const PHONES = ['13812345678', '+86 139-8765-4321'];
/** The first is called 阿依古丽·阿卜杜拉 on the roster; what is written of her is her own name. */
const PEOPLE = ['阿依古丽', '买买提江', '欧阳慧兰', '慕容远', '司徒错'];
const MEMBERS = ['上官建国', '诸葛志强', '东方明', '令狐成', '皇甫清'];

const PLAN = `
year: 2016
title: 关于阿依古丽等人的计划
organization: { name: 某镇党委, superior: 某县委组织部 }
quota: { total: 2, categories: [{ id: farmer, name: 农牧民, count: 2 }] }
structure: [{ id: women, name: 女党员, where: { gender: female }, min: 50% }]
reserve: { perSlot: { min: 1, max: 2 } }
materials: [{ id: application, name: 入党申请书 }]
rules: { severity: { reserve/too-few: warning } }
waivers: [{ rule: quota/over-total, reason: 令狐成、诸葛志强已核实，电话13812345678, approvedBy: 镇党委书记令狐成, until: 2016-12-31 }]
timeline:
  - { id: a, name: 公示欧阳慧兰等, kind: notice, from: 2016-06-01, to: 2016-06-02, owner: 镇组织办皇甫清, note: 电话13812345678 }
narrative: [{ heading: 联系人上官建国, text: '阿依古丽（650000199005030020）由诸葛志强培养，电话+86 139-8765-4321。' }]
`;
const CANDIDATES = `
candidates:
  - { id: 阿依古丽, name: 阿依古丽·阿卜杜拉, gender: female, birth: 1990-05-03, idNumber: '650000199005030020', phone: '13812345678',
      category: farmer, slot: farmer-1, role: nominee, contacts: [上官建国, 诸葛志强, 东方明], events: { application: 2015-01-04, activist: 2015-01-10 } }
  - { id: b, name: 买买提江, gender: male, birth: 1986-11-20, idNumber: '650000198611205317', category: farmer, slot: farmer-2, role: nominee,
      introducers: [买买提江], events: { application: 2014-01-04, talk: { on: 2014-03-01, note: 欧阳慧兰说东方明 13812345678 } } }
  - { id: c, name: 欧阳慧兰, gender: f, birth: 1988-02-31, idNumber: 650000880214002, note: '欧阳慧兰的电话13812345678', attributes: { 介绍: 慕容远 } }
  - { id: d, name: 慕容远, birth: 慕容远, gender: 慕容远, 慕容远: 1, age: 慕容远 }
  - { name: 司徒错, education: 司徒错 }
`;

/** The same people without what cannot be read. */
const NEAT = CANDIDATES.replace('gender: f, birth: 1988-02-31', 'gender: female, birth: 1988-02-28')
  .replace('650000880214002,', "'650000880214002',")
  .replace('birth: 慕容远, gender: 慕容远, 慕容远: 1, age: 慕容远', 'note: 慕容远')
  .replace('{ name: 司徒错, education: 司徒错 }', '{ id: e, name: 司徒错 }');

/** Commands that show what stands in a plan, with all their formats. */
const COMMANDS: [args: string[], formats: readonly string[]][] = [
  [['check', 'town'], formats],
  [['report', 'town'], REPORT_FORMATS],
  [['checklist', 'town'], CHECKLIST_FORMATS],
  [['checklist', 'town', '--by', 'step'], CHECKLIST_FORMATS],
  [['schedule', 'neat'], SCHEDULE_FORMATS],
  [['notice', 'neat'], NOTICE_FORMATS],
  [['document', 'neat'], DOCUMENT_FORMATS],
  [['select', 'town'], SELECT_FORMATS],
  [['select', 'town', '--resilience'], SELECT_FORMATS],
  [['select', 'town', '--dry-run'], ['text']],
  [
    ['explain', 'period/talk-late', 'town'],
    ['text', 'markdown'],
  ],
  [['export', 'neat'], ['xlsx']],
  [['batch', '.', '--no-cache'], BATCH_FORMATS],
  [['batch', '.', '--no-cache', '--shard', '1/1'], ['ndjson']],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-privacy-'));
  for (const town of ['town', 'other']) {
    mkdirSync(join(folder, town));
    writeFileSync(join(folder, town, 'plan.yaml'), PLAN);
    writeFileSync(join(folder, town, 'candidates.yaml'), CANDIDATES);
  }
  // Papers are refused where something was not read: theirs is the same town with every field as it should be.
  mkdirSync(join(folder, 'neat'));
  writeFileSync(join(folder, 'neat', 'plan.yaml'), PLAN);
  writeFileSync(join(folder, 'neat', 'candidates.yaml'), NEAT);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** All text of an output, the parts of documents and workbooks too, without marks that stand between characters. */
function textIn(file: string): string {
  const bytes = readFileSync(file);
  if (!/\.(docx|xlsx)$/.test(file)) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map(part => strFromU8(part))
    .join('\n')
    .replace(/<[^>]*>/g, '');
}

/** What a command writes into a file; what it says beside it must name nobody either. */
async function outputOf(args: string[], format: string, ...options: string[]): Promise<string> {
  const file = join(folder, `out.${format}`);
  const asked = args[0] === 'export' || args.includes('--shard') ? [] : ['-f', format];
  const { err, code } = await runPlan([...args, ...asked, '-o', file, ...options], { cwd: folder });
  expect({ code, err }).not.toMatchObject({ code: 2, err: expect.stringMatching(/--|internal|内部/) });
  const text = textIn(file);
  rmSync(file);
  for (const number of [...NUMBERS, ...PHONES.map(digitsOf)]) expect(digitsOf(err)).not.toContain(number);
  if (options.includes('--redact'))
    for (const name of [...PEOPLE, ...MEMBERS]) expect(err).not.toContain(name);
  return text;
}

/** Digits alone: how a number is grouped must not matter. */
const digitsOf = (text: string): string => text.replace(/(?<=\d)[- ](?=\d)/g, '');

const cases = COMMANDS.flatMap(([args, all]) => all.map(format => [args.join(' '), format, args] as const));

/** Each case in one language by turns; in a long run in both. */
const languagesOf = (args: string[], format: string): string[] =>
  thorough ? ['zh', 'en'] : [(args.join(' ') + format).length % 2 === 0 ? 'zh' : 'en'];

describe('what is shown of people', () => {
  // By turns, and of the others below with --redact; in a long run of all. test/trust/sweep.test.ts asks more.
  it.each(some(cases, 6))('plan %s -f %s shows no ID number and no phone', async (_name, format, args) => {
    for (const lang of languagesOf(args, format)) {
      const text = digitsOf(await outputOf(args, format, '--lang', lang));
      for (const number of [...NUMBERS, ...PHONES.map(digitsOf)]) expect(text).not.toContain(number);
    }
  });

  it.each(thorough ? cases : cases.filter((_, index) => index % 3 === 1))(
    'plan %s -f %s --redact names nobody',
    async (_name, format, args) => {
      for (const lang of languagesOf(args, format)) {
        const text = await outputOf(args, format, '--lang', lang, '--redact');
        for (const name of [...PEOPLE, ...MEMBERS]) expect(text).not.toContain(name);
        const digits = digitsOf(text);
        for (const number of [...NUMBERS, ...PHONES.map(digitsOf)]) expect(digits).not.toContain(number);
      }
    },
  );

  it('the screen shows no name either, code frames included', async () => {
    const { out, err } = await runPlan(['check', 'town', '--redact'], { cwd: folder });
    expect(out).toContain('人员01');
    for (const name of [...PEOPLE, ...MEMBERS]) expect(out + err).not.toContain(name);
  });

  it('the same pseudonym stands for the same person in every output', async () => {
    // b is 买买提江, the second on the roster; the first contact who is named is 上官建国.
    const check = await outputOf(['check', 'town'], 'text', '--redact');
    const { people } = JSON.parse(await outputOf(['checklist', 'town'], 'json', '--redact'));
    expect(check).toContain('人员02（b）');
    expect(people.find(({ id }: { id: string }) => id === 'b').name).toBe('人员02');
    expect(await outputOf(['document', 'neat'], 'text', '--redact')).toContain('联系人党员01');
  });

  it('findings are those of the plan with names', async () => {
    const codes = async (...options: string[]) => {
      const { plans } = JSON.parse(await outputOf(['check', 'town'], 'json', ...options));
      return plans[0].findings.map(({ code, line, column }: Record<string, unknown>) => [code, line, column]);
    };
    expect(await codes('--redact')).toEqual(await codes());
  });

  it('somebody on two rosters is found under pseudonyms too', async () => {
    const text = await outputOf(['batch', '.', '--no-cache'], 'json', '--redact');
    expect(text).toContain('batch/duplicate-person');
  });

  it.each([
    [['check', 'town', '--fix', '--redact'], '--fix'],
    [['select', 'town', '--write', '--redact'], '--write'],
    [['import', 'town', '--redact'], '--redact'],
    [['export', 'neat', '--personal', '--redact'], '--personal'],
    [['batch', 'merge', 'part.ndjson', '--redact'], '--shard'],
  ])('plan %j is refused', async (args, option) => {
    const { code, err } = await runPlan(args as string[], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain(option);
  });

  it('files that name people can be read by their owner alone', async () => {
    for (const format of ['json', ...BINARY]) {
      const file = join(folder, `own.${format}`);
      await runPlan(['report', 'town', '-o', file, '--force'], { cwd: folder });
      expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
      rmSync(file);
    }
    expect(readdirSync(folder).sort()).toEqual(['neat', 'other', 'town']);
  });
});

it('names nobody of another roster in the path of a plan that cannot be read, nor in the name of its page', async () => {
  const town = (name: string, text: string) => {
    mkdirSync(join(folder, 'all', name), { recursive: true });
    writeFileSync(join(folder, 'all', name, 'plan.yaml'), text);
  };
  town(
    '东镇',
    'year: 2016\norganization: { name: 东镇 }\ncandidates: [{ id: a, name: 司徒错, gender: female }]\n',
  );
  town('司徒错乡', 'year: 2016\norganization: { name: 西乡\n');
  const files = BATCH_FORMATS.flatMap(format => ['-f', `${format}=all.${format}`]);
  const args = ['batch', 'all', '--no-cache', '--redact', ...files, '--reports', 'pages'];
  const { err } = await runPlan(args, { cwd: folder });
  const told = err + readdirSync(join(folder, 'pages')).join(' ');
  for (const format of BATCH_FORMATS) {
    const file = `all.${format}`;
    const shown = decodeURIComponent(
      (format === 'xlsx'
        ? Object.values(unzipSync(readFileSync(join(folder, file))))
            .map(part => strFromU8(part))
            .join('')
        : readFileSync(join(folder, file), 'utf8')
      ).replace(/%(?![0-9A-F]{2})/g, ''),
    );
    expect([format, told + shown]).toEqual([format, expect.not.stringContaining('司徒错')]);
  }
});
