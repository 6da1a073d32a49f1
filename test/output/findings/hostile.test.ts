import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/generated/types.ts';
import { maskPersonal } from '../../../src/model/personal.ts';
import { type Format, formats } from '../../../src/output/findings/index.ts';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { names, planWith } from '../../support/hostile.ts';
import { thorough } from '../../support/runs.ts';
import { everyFormatOf, markdownTables, markup, parseCommands, parseXml, report } from './support.ts';

const languages = ['zh', 'en'];
/** Names pass the same gate and the same reporters in both: each is looked at in one of them by turns, in a long run in both. */
const all = names.flatMap(([key, name], turn) =>
  languages.filter((_, index) => thorough || index === turn % 2).map(lang => ({ key, name, lang })),
);

/** What no report for people, and no annotation, may contain. */
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

describe.each(all)('a name like $key, in $lang', ({ key, name, lang }) => {
  const out = async (format: Format) => (await everyFormatOf(planWith(name), lang))[format];

  it('stays as it is in JSON, one line for each plan', async () => {
    const [plan] = (JSON.parse(await out('json')) as Result).plans;
    expect(plan!.findings.length).toBeGreaterThan(5);
    expect(plan!.organization).toBe(maskPersonal(name));
    const lines = await out('ndjson');
    expect(lines).toMatch(/^[^\n\r\u0085\u2028\u2029]+\n$/);
    expect(lines.slice(0, -1)).not.toMatch(OBEYED);
    expect(JSON.parse(lines).organization).toBe(maskPersonal(name));
  });

  it('breaks no SARIF', async () => {
    const sarif = await out('sarif');
    expect(sarif).not.toMatch(OBEYED);
    const [run] = JSON.parse(sarif).runs;
    for (const { message } of run.results) {
      expect(message.text).not.toMatch(OBEYED);
      // neither a placeholder nor a link
      expect(message.text.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]|\]\(/);
    }
  });

  it('breaks no XML', async () => {
    const junit = await out('junit');
    expect(junit).not.toMatch(OBEYED);
    const root = parseXml(junit);
    const failures = root.children[0]!.children.flatMap(({ children }) => children);
    if (key === 'script') expect(failures.some(({ text }) => text.includes(name))).toBe(true);
  });

  it('breaks no workflow command', async () => {
    const github = await out('github');
    expect(github).not.toMatch(OBEYED);
    const commands = parseCommands(github);
    for (const { properties } of commands) expect(Object.keys(properties)).toEqual(['title']);
    if (key === 'percent' || key === 'command')
      expect(commands.some(({ message }) => message.includes(name))).toBe(true);
  });

  it('breaks no table and brings no markup into Markdown', async () => {
    const markdown = await out('markdown');
    expect(markdown).not.toMatch(OBEYED);
    const tables = markdownTables(markdown);
    expect(tables.map(([head]) => head!.length)).toEqual([7, 5, 6, 3]);
    for (const table of tables) for (const cells of table) expect(cells).toHaveLength(table[0]!.length);
    const own = markup(markdown);
    expect(own).not.toMatch(/[<`]|!?\[|\$/);
    expect(own.match(/^#+ /gm)).toHaveLength(own.match(/^#{1,2} (?!#)/gm)!.length);
    // A line begins as the report has it, and what an item says begins no other item.
    for (const line of own.split('\n')) {
      expect(line).toMatch(/^(#{1,2} |\||\*\*|\d+\. | +- |- |$|[^-+=>#\s\d]|\d+[^.)\d])/);
      expect(line).not.toMatch(/^ *(?:\d+\.|-) +(?:[-+*>#=] |\d+[.)] )/);
    }
  });

  it('is seen in the terminal, in lines that fit', async () => {
    const text = await out('text');
    expect(text).not.toMatch(OBEYED);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('gives away no phone', async () => {
    if (key !== 'phone') return;
    for (const format of formats) expect(await out(format)).not.toContain('13812345678');
  });
});

describe('a folder whose name is hostile', () => {
  const name = 'a,b:c%0A|`#\u202e é<x> {0}';
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'plan-'));
    mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, name, 'plan.yaml'), planWith('某镇'));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  it('is found again by what reads the reports', async () => {
    const path = `${name}/plan.yaml`;
    for (const paths of [[name], [`./${name}`], [`./${name}/plan.yaml`]]) {
      const [run] = JSON.parse(await report('sarif', paths, { cwd })).runs;
      const { artifactLocation } = run.results[0].locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^[\w%.~!'()*/-]+$/);
      expect(decodeURIComponent(artifactLocation.uri)).toBe(path);
      const [command] = parseCommands(await report('github', paths, { cwd }));
      expect(command!.properties.file).toBe(path.replace('\u202e', '\\u202e'));
      parseXml(await report('junit', paths, { cwd }));
      expect(markup(await report('markdown', paths, { cwd }))).not.toMatch(/[<`]/);
    }
  });

  it('is a file URI where it is absolute', async () => {
    const [run] = JSON.parse(await report('sarif', [join(cwd, name)], { cwd })).runs;
    const { artifactLocation } = run.results[0].locations[0].physicalLocation;
    expect(artifactLocation.uriBaseId).toBeUndefined();
    expect(new URL(artifactLocation.uri).protocol).toBe('file:');
  });
});
