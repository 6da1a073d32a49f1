import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { BATCH_FORMATS } from '../../../src/cli/formats.ts';
import type { Result } from '../../../src/generated/types.ts';
import { type Format, formats } from '../../../src/output/findings/index.ts';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { version } from '../../../src/values/version.ts';
import { isResult, resultErrors } from '../../support/result-schema.ts';
import { some } from '../../support/runs.ts';
import {
  checkOnce,
  everyFormat,
  markdownTables,
  parseCommands,
  parseXml,
  planFolders,
  report,
} from './support.ts';

const EXTENSION: Record<Format, string> = {
  text: 'txt',
  json: 'json',
  ndjson: 'ndjson',
  sarif: 'sarif',
  junit: 'xml',
  github: 'txt',
  markdown: 'md',
};

const GOLDEN = join(import.meta.dirname, '../../golden/check');
const EXAMPLE = ['examples/township-2016'];

const cases = formats.flatMap(format => ['zh', 'en'].map(lang => ({ format, lang })));

it('are formats of plan batch too, and stand in the READMEs', () => {
  for (const format of formats) {
    expect(BATCH_FORMATS).toContain(format);
    for (const file of ['README.md', 'README.zh.md'])
      expect(readFileSync(join(import.meta.dirname, '../../..', file), 'utf8'), file).toMatch(
        new RegExp(`\\b${format}\\b`),
      );
  }
});

describe.each(cases)('$format in $lang', ({ format, lang }) => {
  it('is as in the golden file (UPDATE_GOLDEN=1 rewrites it)', async () => {
    const file = join(GOLDEN, `${format}.${lang}.${EXTENSION[format]}`);
    // A new version of the tool is no change of the report.
    const out = (await report(format, EXAMPLE, { lang })).replaceAll(`"${version}"`, '"0.0.0"');
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, out);
    }
    expect(existsSync(file), `${file} is missing`).toBe(true);
    expect(out).toBe(readFileSync(file, 'utf8'));
  });
});

it('give the same bytes twice', async () => {
  const folder = 'examples/township-2016-broken';
  expect(await checkOnce(folder, 'zh')).toEqual(await checkOnce(folder, 'zh'));
});

function checked(result: unknown): Result {
  if (!isResult(result)) throw new Error(resultErrors());
  return result;
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** JSON as the schema has it, and the same in lines. */
async function jsonIsRight(folder: string): Promise<void> {
  for (const lang of ['zh', 'en']) {
    const { json, ndjson } = await everyFormat(folder, lang);
    const result = checked(JSON.parse(json));
    for (const { message, remedy } of result.plans.flatMap(plan => plan.findings))
      expect(message + remedy).not.toMatch(/undefined|NaN|\[object/);
    const lines = ndjson.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('');
    const { schema: name, tool, asOf, ...plan } = JSON.parse(lines[0]!);
    expect(checked({ schema: name, tool, asOf, plans: [plan] })).toEqual(result);
  }
}

/** The same findings as SARIF. */
async function sarifIsRight(folder: string): Promise<void> {
  const { json, sarif } = await everyFormat(folder);
  const { plans } = JSON.parse(json) as Result;
  const findings = plans.flatMap(plan => [
    ...plan.findings,
    ...(plan.waived ?? []).map(({ finding }) => finding),
  ]);
  const { runs } = JSON.parse(sarif);
  const { tool, results } = runs[0];
  const { rules } = tool.driver;
  expect(results).toHaveLength(findings.length);
  expect(rules).toHaveLength(new Set(findings.map(({ code }) => code)).size);
  for (const [index, { code, severity, line, column, endLine, endColumn }] of findings.entries()) {
    const result = results[index];
    expect(result.ruleId).toBe(code);
    expect(rules[result.ruleIndex].id).toBe(code);
    expect(result.level).toBe(severity === 'info' ? 'note' : severity);
    expect(result.message.text).not.toBe('');
    const { region } = result.locations[0].physicalLocation;
    expect(region).toEqual({ startLine: line, startColumn: column, endLine, endColumn });
    expect(endLine > line || endColumn >= column).toBe(true);
  }
  const suppressed = results.filter((result: object) => 'suppressions' in result).length;
  expect([0, results.length]).toContain(suppressed);
  const fingerprints = results.map((result: { partialFingerprints: object }) =>
    JSON.stringify(result.partialFingerprints),
  );
  expect(new Set(fingerprints).size).toBe(results.length);
}

/** JUnit with right counts. */
async function junitIsRight(folder: string): Promise<void> {
  const { json, junit } = await everyFormat(folder);
  const { plans } = JSON.parse(json) as Result;
  const root = parseXml(junit);
  for (const element of [root, ...root.children]) {
    const all = root === element ? root.children.flatMap(({ children }) => children) : element.children;
    const tests = all.filter(({ name }) => name === 'testcase');
    const having = (name: string) =>
      tests.filter(test => test.children.some(child => child.name === name)).length;
    const { attributes } = element;
    expect(Number(attributes.tests)).toBe(tests.length);
    expect(Number(attributes.failures)).toBe(having('failure'));
    expect(Number(attributes.skipped)).toBe(having('skipped'));
  }
  const failed = root.children
    .flatMap(suite => suite.children)
    .filter(({ children }) => children[0]?.name === 'failure');
  const errors = plans.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
  expect(failed.map(({ attributes }) => attributes.name!.split(' ')[0]).sort()).toEqual(
    [...new Set(errors.map(({ code }) => code))].sort(),
  );
  const told = root.children
    .flatMap(suite => suite.children)
    .flatMap(({ children }) => children.map(({ text }) => text));
  for (const { message } of errors)
    expect(told.join('\n')).toContain(message.replaceAll('\n', ' ').slice(0, 10));
}

/** Workflow commands and Markdown that can be read. */
async function commandsAreRight(folder: string): Promise<void> {
  const { json, github, markdown } = await everyFormat(folder);
  const { plans } = JSON.parse(json) as Result;
  const counts = plans.map(plan => plan.counts);
  const commands = parseCommands(github);
  expect(commands.length).toBeLessThanOrEqual(
    sum(counts.map(({ error, warning, info }) => error + warning + info)),
  );
  expect(commands.some(({ name }) => name === 'error')).toBe(sum(counts.map(({ error }) => error)) > 0);
  for (const table of markdownTables(markdown))
    for (const cells of table) expect(cells).toHaveLength(table[0]!.length);
}

/** No line of the text report is wider than eighty columns. */
async function textFits(folder: string): Promise<void> {
  for (const lang of ['zh', 'en']) {
    const { text } = await everyFormat(folder, lang);
    for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  }
}

// One test for each folder, and one check of it: most of the time goes into that. At every commit every twelfth: test/fixtures.test.ts
// checks them all, and formats lay out what was found, whatever the rule.
it.each(some(planFolders, 12))('%s is told rightly in every format', async folder => {
  await jsonIsRight(folder);
  await sarifIsRight(folder);
  await junitIsRight(folder);
  await commandsAreRight(folder);
  await textFits(folder);
});

it('gives a line of ndjson for each plan', async () => {
  const lines = (await report('ndjson', [...EXAMPLE, 'examples/township-2016-broken'])).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines.slice(0, 2).map(line => JSON.parse(line).path)).toEqual([
    'examples/township-2016',
    'examples/township-2016-broken',
  ]);
  expect(lines[2]).toBe('');
});

describe('sarif of the example', () => {
  it('is what the standard asks for', async () => {
    const log = JSON.parse(await report('sarif', EXAMPLE));
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    const [run] = log.runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.name).toBe('plan');
    const rule = run.tool.driver.rules.find(({ id }: { id: string }) => id === 'timeline/notice-too-short');
    expect(rule.defaultConfiguration.level).toBe('warning');
    for (const text of [rule.shortDescription, rule.fullDescription, rule.help])
      expect(text.text).not.toBe('');
    const notice = run.results.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'timeline/notice-too-short',
    );
    expect(notice.level).toBe('warning');
    expect(notice.message.text).toMatch(/工作日.*\n.*6月22日/);
    expect(notice.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'examples/township-2016/timeline.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 14, startColumn: 69, endLine: 14, endColumn: 79 },
    });
    expect(notice.partialFingerprints).toEqual({
      'planFinding/v1': 'timeline/notice-too-short|examples/township-2016/timeline.yaml|notice|1',
    });
    expect(notice.properties.source.document).toBe('各地通行做法');
  });

  it('says which findings are waived', async () => {
    const { runs } = JSON.parse(await report('sarif', ['test/fixtures/waiver/unused/good.used']));
    const suppressed = runs[0].results.filter(
      ({ suppressions }: { suppressions: object[] }) => suppressions.length > 0,
    );
    expect(suppressed.length).toBeGreaterThan(0);
    expect(suppressed[0].suppressions[0]).toMatchObject({ kind: 'inSource', status: 'accepted' });
  });
});

it.each(['zh', 'en'])('the text report in %s is the same with colours, but for them', async lang => {
  for (const folder of some(planFolders, 24)) {
    const { text: plain } = await everyFormat(folder, lang);
    const coloured = await report('text', [folder], { lang, env: { FORCE_COLOR: '1' } });
    expect(plain).not.toContain('\x1b');
    expect(coloured).toContain('\x1b[');
    expect(stripVTControlCharacters(coloured), folder).toBe(plain);
  }
});
