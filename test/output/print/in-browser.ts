import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batchHtml } from '../../../src/county/page/page.ts';
import { rowOf } from '../../../src/county/row.ts';
import { keptOf } from '../../../src/county/rows.ts';
import { type BatchRun, checkOne, RunCollector } from '../../../src/county/run.ts';
import { STATISTICS_COLUMNS } from '../../../src/facts/statistics/count.ts';
import { CountyFiles } from '../../../src/read/plan/allocation.ts';
import { texts } from '../../../src/text/zh/index.ts';
import { parseDay } from '../../../src/values/day.ts';
import { COLOURS_ONLY, violations } from '../../support/chromium.ts';
import { memoryFiles } from '../../support/memory.ts';
import { printed, textOf } from '../../support/printed.ts';
import { some, thorough } from '../../support/runs.ts';

const paper = async (...args: string[]) =>
  textOf((await printed([...args, '--as-of', '2016-06-01'], 'html')).bytes);

const pages: [name: string, html: () => Promise<string>, landscape?: boolean][] = [
  ['the county’s page', async () => [...batchHtml(await manyRows(8), texts)].join(''), true],
  [
    'the county’s page with statistics and changes',
    async () => [...batchHtml(await manyRows(8, true), texts)].join(''),
    true,
  ],
  ['notice', () => paper('notice', 'examples/township-2016')],
  ['report', () => paper('report', 'examples/township-2016')],
  ['checklist', () => paper('checklist', 'examples/youth-talent-2016')],
  ['schedule', () => paper('schedule', 'examples/township-2016'), true],
  ['document', () => paper('document', 'examples/township-2016')],
];

/** The tests of the pages that are printed, in a tab that others use after them: one costs Chromium more than most tests do in it. */
export function pagesForEveryone(tab: () => Page): void {
  let page: Page;
  /** What went wrong in the page, or was asked for, since the test began. */
  const wrong: string[] = [];
  beforeAll(() => {
    page = tab();
    page.on('console', message => wrong.push(message.text()));
    page.on('pageerror', error => wrong.push(error.message));
    page.on('request', request => wrong.push(request.url()));
  });
  beforeEach(async () => {
    // What one test left in the window is gone.
    await page.goto('about:blank');
    await page.emulateMedia({ colorScheme: 'light' });
    wrong.length = 0;
  });

  describe('pages for everyone to read', () => {
    it.each(some(pages, 4))(
      '%s, on a narrow phone, in a long run dark too, and on paper',
      async (_name, html, landscape) => {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.setContent(await html());
        // Nothing but tables scrolls to the side.
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
        const headings: number[] = await page.$$eval('h1,h2,h3,h4', all =>
          all.map(({ tagName }) => Number(tagName[1])),
        );
        expect(headings.filter(level => level === 1)).toHaveLength(1);
        for (const [index, level] of headings.entries())
          expect(level - (headings[index - 1] ?? 0), `h${level}`).toBeLessThanOrEqual(1);
        expect(
          await page.$$eval('th', all => all.every(th => /^(col|row)$/.test(th.getAttribute('scope') ?? ''))),
        ).toBe(true);
        expect(await violations(page)).toEqual([]);
        if (thorough) {
          await page.emulateMedia({ colorScheme: 'dark' });
          expect(await violations(page, COLOURS_ONLY), 'dark').toEqual([]);
        }
        expect(wrong).toEqual([]);
        const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
          Math.round(Number(width)),
          Math.round(Number(height)),
        ]);
        expect(boxes.length).toBeGreaterThan(0);
        for (const box of boxes) expect(box).toEqual(landscape ? [842, 595] : [595, 842]);
      },
    );
  });

  describe('the county’s page with many rows', () => {
    it('is drawn, searched and sorted', async () => {
      const count = thorough ? 3000 : 300;
      await page.setContent([...batchHtml(await manyRows(count), texts)].join(''));
      expect(await page.locator('#plans tbody tr').count()).toBe(count);
      await page.fill('#search', `第${count - 1}镇`);
      expect(await page.locator('#plans tbody tr').count()).toBe(1);
      await page.fill('#search', '');
      await page.selectOption('#verdict', 'fail');
      expect(await page.locator('#plans tbody tr').count()).toBe(count / 2);
      await page.selectOption('#verdict', '');
      const errors = page.locator('#plans thead button', { hasText: '错误' });
      await errors.click();
      await errors.click();
      expect(await page.locator('#plans th[aria-sort=descending]').textContent()).toBe('错误');
      expect(await page.locator('#plans tbody tr').first().textContent()).toContain('暂不能');
      expect(await page.locator('b, img').count()).toBe(0);
      await page.selectOption('#rule', 'structure/not-met');
      expect(await page.locator('#plans tbody tr').count()).toBe(count / 2);
      expect(wrong).toEqual([]);
    });

    it('is all there without its script: rows, what each has to mend, and the list to print', async () => {
      const browserOf = await page.context().newCDPSession(page);
      await browserOf.send('Emulation.setScriptExecutionDisabled', { value: true });
      await page.setContent([...batchHtml(await manyRows(30), texts)].join(''));
      expect(await page.locator('#plans tbody tr').count()).toBe(30);
      expect(await page.locator('#search').isVisible()).toBe(false);
      await page.locator('#plans summary').first().click();
      expect(await page.locator('#plans details[open] li').first().textContent()).toContain('→');
      expect(await page.locator('#mend tbody tr').count()).toBe(15);
      await browserOf.detach();
    });
  });
}

/**
 * Two plans, one in order and one not, many times; a hostile name among them.
 * @param whole with the statistics table, and what changed since two earlier runs
 */
async function manyRows(count: number, whole = false): Promise<BatchRun> {
  const columns = whole ? STATISTICS_COLUMNS : [];
  const context = {
    asOf: parseDay('2016-06-01')!,
    texts,
    digest: String,
    redact: false,
    counties: new CountyFiles(),
    demands: [],
    columns,
  };
  const rowFor = async (women: number) => {
    const plan = JSON.stringify({
      year: 2016,
      organization: { name: '某镇' },
      quota: { total: 2, categories: [{ id: 'farmer', name: '农牧民', count: 2 }] },
      structure: [{ id: 'women', name: '女党员', where: { gender: 'female' }, min: women }],
      candidates: [
        { id: 'c01', name: '王芳', gender: 'female', category: 'farmer', slot: 'farmer-1', role: 'nominee' },
      ],
    });
    return rowOf(await checkOne('.', memoryFiles({ 'plan.yaml': plan }), context), 0, context);
  };
  const [good, bad] = [await rowFor(1), await rowFor(2)];
  const collector = new RunCollector(true);
  for (let index = 0; index < count; index++) {
    const row = structuredClone(index % 2 === 0 ? good! : bad!);
    const organization = index === 7 ? '<b>第7镇</b><img src=x>' : `第${index}镇`;
    const own = { ...row, index, people: [], result: { ...row.result, organization } };
    collector.add(keptOf(own));
  }
  const unit = { name: '第1镇', path: '.', findings: [] };
  const earlier = ['2016-04-01', '2016-05-01'].map((asOf, at) => ({
    ...{ asOf, version: '0.0.1', ready: at, errors: 9 - at, warnings: 2, units: [unit] },
    years: [2016],
  }));
  return collector.finish(undefined, {
    ...{ files: memoryFiles({}), asOf: context.asOf, texts, left: 0, columns },
    earlier: whole ? earlier : [],
  });
}
