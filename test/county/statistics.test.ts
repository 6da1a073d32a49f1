import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCKS } from '../../src/facts/statistics/count.ts';
import type { Candidate } from '../../src/generated/types.ts';
import { type Folder, runIn } from '../support/examine.ts';
import { runPlan } from '../support/io.ts';
import { runs } from '../support/runs.ts';

const AS_OF = '2026-06-01';
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const person = fc.record({
  gender: maybe(fc.constantFrom('male' as const, 'female' as const)),
  birth: maybe(fc.constantFrom('1980-05-06', '1990-12-31', '1991-01-01', '2000-02-03')),
  ethnicity: maybe(fc.constantFrom('汉族', '回族')),
  education: maybe(
    fc.constantFrom('primary', 'junior-high', 'senior-high', 'college', 'bachelor', 'postgraduate'),
  ),
  occupation: maybe(fc.constantFrom('farmer', 'worker', 'official', 'student')),
  leagueMember: maybe(fc.boolean()),
  mobile: maybe(fc.boolean()),
  role: fc.constantFrom('nominee' as const, 'reserve' as const),
  stage: maybe(fc.constantFrom('applicant', 'activist', 'prospective', 'probationary', 'full')),
  converted: maybe(fc.constantFrom('2025-03-01', '2026-03-01')),
});
const unit = fc.record({
  people: fc.array(person, { maxLength: 8 }),
  /** whether its roster can be read */
  isRead: fc.constantFrom(true, true, true, false),
});
const counties = fc.array(unit, { minLength: 1, maxLength: 5 });
type Drawn = ReturnType<(typeof person)['generate']>['value'];

const filesOf = (files: Record<string, object>): Folder =>
  Object.fromEntries(
    Object.entries(files).map(([path, data]) => [path, new TextEncoder().encode(JSON.stringify(data))]),
  );

const folderOf = (county: ReturnType<(typeof unit)['generate']>['value'][]): Folder =>
  Object.fromEntries(
    county.flatMap(({ people, isRead }, town) => {
      const candidates = people.map(({ converted, stage, ...data }, at) => ({
        id: `c${at}`,
        name: `人员${town}-${at}`,
        category: 'farmer',
        ...data,
        ...(stage !== undefined && { stage }),
        ...(stage === 'full' && converted !== undefined && { events: { conversionMeeting: converted } }),
      })) as Candidate[];
      const plan = {
        year: 2026,
        organization: { name: `第${town}镇` },
        quota: { total: 9, categories: [{ id: 'farmer', name: '农牧民', count: 9 }] },
        candidates: isRead ? candidates : 'roster.yaml',
      };
      return [
        [`t${town}/plan.yaml`, Buffer.from(JSON.stringify(plan))],
        ...(isRead ? [] : [[`t${town}/roster.yaml`, Uint8Array.of(0, 0xff, 0xfe, 0, 0x80)]]),
      ] as [string, Uint8Array][];
    }),
  );

/** Counted without the code that is tested: of what is drawn, not of what was read. */
const inBlock = (block: string, { stage, converted, role }: Drawn): boolean =>
  block === 'nominee'
    ? role === 'nominee'
    : block === 'unknown'
      ? stage === undefined
      : block === 'converted'
        ? stage === 'full' && converted === '2026-03-01'
        : stage === block;
const of = <T>(value: T | undefined, holds: (value: T) => boolean) =>
  value === undefined ? undefined : holds(value);
const COLUMNS: Record<string, (person: Drawn) => boolean | undefined> = {
  women: each => of(each.gender, gender => gender === 'female'),
  minority: each => of(each.ethnicity, ethnicity => ethnicity !== '汉族'),
  // Born in 1991 or later is 35 at most on 31 December 2026, and on 31 December 1990 it is 36.
  youth: each => of(each.birth, birth => birth >= '1991'),
  college: each => of(each.education, education => education === 'college'),
  'below-senior-high': each => of(each.education, own => ['primary', 'junior-high'].includes(own)),
  frontline: each => of(each.occupation, own => ['farmer', 'worker'].includes(own)),
  league: each => each.leagueMember,
  mobile: each => each.mobile,
};

type Figures = Record<string, Record<string, { have: number; unknown: number }> & { total: number }>;

describe('the statistics table', () => {
  it('has the figures that an independent count gives, and sums that add up', async () => {
    await fc.assert(
      fc.asyncProperty(counties, async county => {
        const args = ['batch', '.', '--statistics', '--no-cache', '-f', 'json', '--as-of', AS_OF];
        const { statistics } = JSON.parse((await runIn(folderOf(county), args)).out);
        const units = statistics.units as Figures[];
        expect(statistics.uncounted).toEqual(
          county.flatMap(({ isRead }, town) =>
            isRead ? [] : [{ name: `第${town}镇`, path: `t${town}`, why: 'roster-unread' }],
          ),
        );
        const read = county.filter(({ isRead }) => isRead);
        for (const block of BLOCKS) {
          for (const [town, { people }] of read.entries()) {
            const own = people.filter(each => inBlock(block, each));
            const figures = units[town]![block]!;
            expect(figures.total).toBe(own.length);
            const counted = Object.entries(COLUMNS).map(([column, holds]) => {
              const have = own.filter(each => holds(each) === true).length;
              const unknown = own.filter(each => holds(each) === undefined).length;
              return [column, { have, unknown }];
            });
            expect(figures, block).toMatchObject(Object.fromEntries(counted));
            const bands = ['postgraduate', 'bachelor', 'college', 'senior-high', 'below-senior-high'];
            const heads = bands.reduce((sum, band) => sum + figures[band]!.have, 0);
            expect(heads + figures.college!.unknown).toBe(figures.total);
          }
          const sum = (statistics.sum as Figures)[block]!;
          expect(sum.total).toBe(units.reduce((all, unit) => all + unit[block]!.total, 0));
          for (const { id } of statistics.columns)
            expect(sum[id]!.have).toBe(units.reduce((all, unit) => all + unit[block]![id]!.have, 0));
        }
      }),
      runs(40),
    );
  });

  it('stands in every format, with the columns that are asked for', async () => {
    const asked = ['examples/county-2026', '--as-of', '2026-05-06', '--no-cache', '--columns', '女,生产一线'];
    const folder = mkdtempSync(join(tmpdir(), 'plan-statistics-'));
    const files = ['text', 'csv', 'markdown', 'html'].map(format => [format, join(folder, format)] as const);
    const written = files.flatMap(([format, file]) => ['-f', `${format}=${file}`]);
    await runPlan(['batch', ...asked, ...written, '--lang', 'zh'], {});
    for (const [format, file] of files) {
      const out = readFileSync(file, 'utf8').replaceAll('<wbr>', '');
      expect(out, format).toContain('入党积极分子');
      expect(out, format).toContain('生产一线');
      expect(out, format).toContain('合计');
      // A column that was not asked for.
      expect(out, format).not.toContain('共青团员');
    }
    rmSync(folder, { recursive: true });
    const { err, code } = await runPlan(['batch', ...asked.slice(0, -1), '身高', '--lang', 'zh'], {});
    expect(err).toContain('没有“身高”一栏');
    expect(code).toBe(2);
  });

  it('is also that of one plan, by plan report', async () => {
    const report = await runPlan(['report', 'examples/township-2016', '--statistics', '--lang', 'zh'], {});
    expect(report.out).toContain('统计表：拟发展对象');
  });

  it("has the county's own columns in the report of one of its plans, too", async () => {
    const person = (id: string, attributes: object) => ({
      id,
      name: `人员${id}`,
      role: 'reserve',
      attributes,
    });
    const files = filesOf({
      'county.yaml': {
        year: 2026,
        organization: { name: '某县委组织部' },
        quota: { total: 1 },
        statistics: [{ id: 'returned', name: '返乡人员', where: { attributes: { 返乡: true } } }],
        townships: [{ name: '东镇', quota: 1, path: 'dong' }],
      },
      'dong/plan.yaml': {
        schema: 'plan/v1',
        year: 2026,
        organization: { name: '东镇党委' },
        candidates: [
          person('c1', { 返乡: true }),
          person('c2', { 返乡: false }),
          person('c3', { 返乡: true }),
        ],
      },
    });
    const options = ['--as-of', AS_OF, '--lang', 'zh'];
    for (const path of ['dong', 'dong/plan.yaml']) {
      const chosen = await runIn(files, ['report', path, '--columns', '返乡人员', ...options]);
      expect(chosen.out).toMatch(/东镇党委[^\n]*\b3\b[^\n]*\b2\b/);
    }
    const all = await runIn(files, ['report', 'dong', '--statistics', '-f', 'markdown', ...options]);
    expect(all.out).toContain('返乡人员');
    // A plan that the county does not name is not the county's.
    const other = { ...files, 'xi/plan.yaml': files['dong/plan.yaml']! };
    const none = await runIn(other, ['report', 'xi', '--columns', '返乡人员', ...options]);
    expect(none.code).toBe(2);
  });
});
