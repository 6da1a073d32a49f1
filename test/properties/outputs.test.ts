import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate, Result } from '../../src/generated/types.ts';
import { type Folder, runIn } from '../support/examine.ts';
import { daysOf, offsets, type PlanData, plans } from '../support/plans.ts';
import { patience, runs } from '../support/runs.ts';

const folderWith = (plan: PlanData): Folder => ({ 'plan.yaml': Buffer.from(JSON.stringify(plan, null, 1)) });

async function json(folder: Folder, ...args: string[]): Promise<Result['plans'][number]> {
  const { out } = await runIn(folder, ['check', '.', '-f', 'json', ...args]);
  return (JSON.parse(out) as Result).plans[0]!;
}

describe('the languages', () => {
  it('tell the same findings at the same places, with the same numbers', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, offsets, async (plan, offset) => {
        const folder = folderWith(plan);
        const asOf = ['--as-of', daysOf(plan, offset)];
        const [zh, en] = [
          await json(folder, ...asOf, '--lang', 'zh'),
          await json(folder, ...asOf, '--lang', 'en'),
        ];
        const untold = ({ findings, waived, ...rest }: typeof zh) => ({
          ...rest,
          told: [...findings, ...(waived ?? []).map(({ finding }) => finding)].map(
            ({
              message: _message,
              remedy: _remedy,
              source: { document: _document, ...source },
              ...finding
            }) => ({
              ...finding,
              source,
            }),
          ),
        });
        expect(untold(en)).toEqual(untold(zh));
        // A sentence that nobody translated would be told alike in both.
        for (const [index, { message, code }] of zh.findings.entries())
          expect({ code, message }).not.toEqual({ code, message: en.findings[index]!.message });
      }),
      runs(25),
    );
  });
});

describe('the formats', () => {
  const FORMATS = ['text', 'markdown', 'sarif', 'junit', 'github', 'ndjson'] as const;
  type Counts = { error: number; warning: number; info: number };

  const tally = (levels: readonly string[], [error, warning, info]: readonly string[]): Counts => {
    const count = (level: string | undefined) => levels.filter(each => each === level).length;
    return { error: count(error), warning: count(warning), info: count(info) };
  };
  /** Numbers of the line that begins a report for people: errors, warnings, notes. */
  const stated = (text: string, line: RegExp): Counts => {
    const [error = 0, warning = 0, info = 0] = (line.exec(text)?.[0].match(/\d+/g) ?? []).map(Number);
    return { error, warning, info };
  };
  interface Sarif {
    runs: { results: { level: string; suppressions?: unknown[] }[] }[];
  }
  const COUNTED: Record<Exclude<(typeof FORMATS)[number], 'junit' | 'github'>, (out: string) => Counts> = {
    text: out => stated(out, /^.*\n/),
    markdown: out => stated(out, /^\*\*.*$/m),
    sarif: out => {
      const { results } = (JSON.parse(out) as Sarif).runs[0]!;
      const levels = results.filter(({ suppressions = [] }) => suppressions.length === 0);
      return tally(
        levels.map(({ level }) => level),
        ['error', 'warning', 'note'],
      );
    },
    ndjson: out =>
      tally(
        (JSON.parse(out) as Result['plans'][number]).findings.map(({ severity }) => severity),
        ['error', 'warning', 'info'],
      ),
  };

  it('tell the same number of errors, warnings and notes', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, offsets, fc.constantFrom('zh', 'en'), async (plan, offset, lang) => {
        const folder = folderWith(plan);
        const files = FORMATS.flatMap(format => ['-f', `${format}=out.${format}`]);
        const { findings, counts } = await json(
          folder,
          '--as-of',
          daysOf(plan, offset),
          '--lang',
          lang,
          ...files,
        );
        const { waived: _waived, ...expected } = counts;
        const levels = findings.map(({ severity }) => severity);
        expect(tally(levels, ['error', 'warning', 'info'])).toEqual(expected);
        const written = (format: string) => Buffer.from(folder[`out.${format}`]!).toString();
        for (const [format, counted] of Object.entries(COUNTED))
          expect({ format, ...counted(written(format)) }).toEqual({ format, ...expected });
        // What differs in nothing but whom it is about is one annotation.
        const LEVELS = { error: 'error', warning: 'warning', info: 'notice' };
        const titled = [...written('github').matchAll(/^::(\w+) .*?title=(\S+)/gm)].map(match =>
          match.slice(1).join(' '),
        );
        const coded = findings.map(({ code, severity }) => `${LEVELS[severity]} ${code}`);
        expect(new Set(titled)).toEqual(new Set(coded));
        expect(titled.length).toBeLessThanOrEqual(coded.length);
        // A test case is a rule: it fails however many errors there are of it.
        const failed = new Set(
          findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
        );
        expect(/failures="(\d+)"/.exec(written('junit'))![1]).toBe(String(failed.size));
      }),
      runs(20),
    );
  });
});

describe('--redact', () => {
  /** What each name is replaced by: numbered in the order of the file, people and those who look after them apart. */
  function pseudonyms({ candidates }: PlanData): Map<string, string> {
    const known = new Map<string, string>();
    const number = (kind: string, names: readonly string[]) => {
      for (const [index, name] of [...new Set(names)].entries())
        if (!known.has(name)) known.set(name, `${kind}${String(index + 1).padStart(2, '0')}`);
    };
    number(
      '人员',
      candidates.map(({ name }) => name),
    );
    const member = ['contacts', 'introducers'];
    number(
      '党员',
      candidates.flatMap(person =>
        Object.entries(person).flatMap(([field, value]) =>
          member.includes(field) ? (value as string[]) : [],
        ),
      ),
    );
    return known;
  }

  /** The second person's name is the beginning of the first one's, and steps speak of both. */
  function namesWithinNames(plan: PlanData): PlanData {
    const [first, second, ...others] = plan.candidates as [Candidate, Candidate];
    const name = `${second.name}·${first.name}`;
    return {
      ...plan,
      candidates: [{ ...second, id: 'part' }, { ...first, name }, ...others],
      timeline: plan.timeline.map(step => ({ ...step, name: `同${name}、${second.name}谈话` })),
    };
  }

  it('changes names and nothing else', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, offsets, fc.constantFrom('zh', 'en'), async (drawn, offset, lang) => {
        const plan = namesWithinNames(drawn);
        const folder = folderWith(plan);
        const args = ['--as-of', daysOf(plan, offset), '--lang', lang];
        const known = pseudonyms(plan);
        const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
        const named = JSON.stringify(await json(folder, ...args), null, 1);
        const expected = named.replace(new RegExp(longestFirst.join('|'), 'g'), name => known.get(name)!);
        expect(JSON.stringify(await json(folder, ...args, '--redact'), null, 1)).toBe(expected);
      }),
      runs(25),
    );
  });
});
