import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Folder, runIn } from '../support/examine.ts';
import { runPlan } from '../support/io.ts';

const bytes = (data: object) => Buffer.from(JSON.stringify(data));

const person = (id: string, name: string, data: object = {}) => ({
  id,
  name,
  stage: 'activist',
  role: 'nominee',
  category: 'farmer',
  ...data,
});

const plan = (name: string, { year = 2026, count = 2, ...data }: Record<string, unknown>) =>
  bytes({
    year,
    organization: { name },
    quota: { total: 2, categories: [{ id: 'farmer', name: '农民', count }] },
    reserve: { perSlot: { min: 1 } },
    ...data,
  });

/** Everything that a unit's people can be missing by, beside two that have somebody in common. */
const COUNTY: Folder = {
  'county.yaml': bytes({
    year: 2026,
    organization: { name: '某县委组织部' },
    quota: { total: 16 },
    structure: [{ id: 'youth', name: '青年', where: { age: { max: 35 } }, min: '60%' }],
    townships: ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map(name => ({
      name: `${name}镇`,
      quota: 2,
      path: name,
    })),
  }),
  '甲/plan.yaml': plan('甲镇', {
    candidates: [
      person('c1', '王芳', { birth: '1995-01-02', gender: 'female' }),
      person('c2', '李强', { birth: '1996-01-02' }),
    ],
  }),
  // One slot less than its total, and one of two people is the first of 甲镇.
  '乙/plan.yaml': plan('乙镇', {
    count: 1,
    candidates: [person('c1', '王芳', { birth: '1995-01-02', gender: 'female' })],
  }),
  '丙/plan.yaml': plan('丙镇', { candidates: 'roster.yaml' }),
  '丙/roster.yaml': Uint8Array.of(0, 0xff, 0xfe, 0, 0x80),
  '丁/plan.yaml': plan('丁镇', { year: 2025, candidates: [person('c1', '赵六')] }),
  '戊/名册.xlsx': Buffer.from('PK'),
  '己/plan.yaml': Buffer.from('year: ['),
  '庚/plan.yaml': plan('庚镇', {}),
};

const run = async (...args: string[]) =>
  (await runIn(COUNTY, ['batch', '.', '--as-of', '2026-06-01', '--no-cache', '--lang', 'zh', ...args])).out;

/** From parts, which are lines of files on a disk. */
async function merged(...args: string[]): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'plan-uncounted-'));
  try {
    for (const [path, content] of Object.entries(COUNTY)) {
      mkdirSync(join(cwd, dirname(path)), { recursive: true });
      writeFileSync(join(cwd, path), content);
    }
    const options = ['--as-of', '2026-06-01', '--no-cache', '--lang', 'zh'];
    for (const part of ['1', '2'])
      await runPlan(
        ['batch', '.', '--shard', `${part}/2`, '--statistics', '-o', `${part}.ndjson`, ...options],
        { cwd },
      );
    return (await runPlan(['batch', 'merge', '1.ndjson', '2.ndjson', ...options, ...args], { cwd })).out;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

const REASONS =
  '丙镇（名册读不出）、丁镇（别的年度）、戊镇（只有Excel）、己镇（计划读不出）、庚镇（没有名册）、辛镇（没有上报）';

describe('units that are in no sum', () => {
  it.each(['text', 'markdown', 'html'])(
    'are named with the reason, and have no figures: %s',
    async format => {
      const out = (await run('-f', format, '--statistics')).replaceAll('<wbr>', '').replace(/\n */g, '');
      expect(out).toContain(`没有计入人数的单位（6）：${REASONS}`);
      // Once below the county's sums, and once below the table.
      expect(out.split('没有计入人数的单位')).toHaveLength(3);
      expect(out).toContain('合计中1人次可能重复');
    },
  );

  it('have no figures in a spreadsheet', async () => {
    const rows = (await run('-f', 'csv', '--statistics', '--columns', '女')).trim().split('\r\n');
    expect(
      rows.filter(row => row.includes('拟发展对象')).map(row => row.split(',').slice(2).join(' ')),
    ).toEqual(['2 1 1', '1 1 0', ...Array.from({ length: 6 }, () => '— — —'), '3 2 1']);
  });

  it('stand in the result with the reason, also in one that is put together from parts', async () => {
    const whole = JSON.parse(await run('-f', 'json', '--statistics'));
    const { statistics, county } = whole;
    expect(statistics.uncounted.map(({ why }: { why: string }) => why)).toEqual([
      'roster-unread',
      'other-year',
      'excel-only',
      'unreadable',
      'no-roster',
      'missing',
    ]);
    expect(statistics.duplicates).toEqual({ certain: 0, suspected: 1 });
    // Three of eight are known to be young: the two of 丙镇 and of 庚镇 and one of 乙镇 are still to come.
    expect(county.structure).toMatchObject([{ whole: 8, min: 5, have: 3, vacant: 5, met: null }]);
    // Nobody knows of the reserves of rosters that were not read.
    expect(county.reserves).toMatchObject({ min: 3, have: 0 });
    const parts = JSON.parse(await merged('-f', 'json', '--statistics'));
    expect({ ...parts, plans: [] }).toEqual({ ...whole, plans: [] });
  });

  it('are not told as lacking heads or reserves', async () => {
    const rows = (await run('-f', 'csv')).split('\r\n');
    expect(rows.find(row => row.startsWith('丙镇'))).toMatch(/,—／2,,,/);
    expect(await run('-f', 'html')).not.toContain('<td>0/2</td>');
  });

  it('leave no share of those of whom nothing is known', async () => {
    const out = await run('-f', 'markdown', '--columns', '女,少数民族');
    const share = out.split('\n').find(line => line.startsWith('| 占比'));
    // Of three nominees two are women, and of the third it is not known; nobody's ethnicity is.
    expect(share).toMatch(/100\.0%.*—/);
  });
});
