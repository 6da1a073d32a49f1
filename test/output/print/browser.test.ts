import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchHtml } from '../../../src/county/page.ts';
import { rowOf } from '../../../src/county/row.ts';
import { type BatchRun, checkOne, RunCollector } from '../../../src/county/run.ts';
import { CountyFiles } from '../../../src/read/plan/allocation.ts';
import { texts } from '../../../src/text/zh/index.ts';
import { parseDay } from '../../../src/values/day.ts';
import { memoryFiles } from '../../support/memory.ts';
import { printed, textOf } from '../../support/printed.ts';
import { thorough } from '../../support/runs.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

if (!CHROMIUM) console.warn('skipped: the pages are tested in Chromium where it is installed');

let browser: Browser;
beforeAll(async () => {
  if (!CHROMIUM) return;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    timeout: 240_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
});
afterAll(() => browser?.close());

async function newPage(options: BrowserContextOptions = {}) {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(240_000);
  return page;
}

describe.skipIf(!CHROMIUM)('the pages in a browser', () => {
  const pages: [args: string[], landscape: boolean][] = [
    [['report', 'examples/township-2016'], false],
    [['schedule', 'examples/township-2016'], true],
    [['checklist', 'examples/youth-talent-2016'], false],
    [['notice', 'examples/township-2016'], false],
    [['document', 'examples/township-2016'], false],
  ];

  it.each(pages)('%s', async (args, landscape) => {
    const html = textOf((await printed([...args, '--as-of', '2016-06-01'], 'html')).bytes);
    const page = await newPage({ viewport: { width: 375, height: 700 } });
    const wrong: string[] = [];
    page.on('console', message => wrong.push(message.text()));
    page.on('pageerror', error => wrong.push(error.message));
    page.on('request', request => wrong.push(request.url()));
    await page.setContent(html);
    // On a phone nothing but tables scrolls to the side.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    const headings: number[] = await page.$$eval('h1,h2,h3,h4', all =>
      all.map(({ tagName }) => Number(tagName[1])),
    );
    expect(headings.filter(level => level === 1)).toHaveLength(1);
    for (const [index, level] of headings.entries())
      expect(level - (headings[index - 1] ?? 0), `h${level}`).toBeLessThanOrEqual(1);
    expect(await page.$$eval('th', all => all.every(th => th.getAttribute('scope') === 'col'))).toBe(true);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await page.evaluate(lowestContrast), scheme).toBeGreaterThanOrEqual(4.5);
    }
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round(Number(width)),
      Math.round(Number(height)),
    ]);
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) expect(box).toEqual(landscape ? [842, 595] : [595, 842]);
    expect(wrong).toEqual([]);
    await page.close();
  });
});

describe.skipIf(!CHROMIUM)(
  'for everyone to read: no violation of accessibility on a narrow phone, light and dark',
  () => {
    const papers: [name: string, html: () => Promise<string>][] = [
      ['the county’s page', async () => [...batchHtml(await manyRows(8), texts)].join('')],
      ...['report', 'notice', 'document'].map((command): [string, () => Promise<string>] => [
        command,
        async () =>
          textOf((await printed([command, 'examples/township-2016', '--as-of', '2016-06-01'], 'html')).bytes),
      ]),
    ];

    it.each(papers)('%s', async (_name, html) => {
      const page = await newPage({ viewport: { width: 320, height: 640 }, bypassCSP: true });
      try {
        await page.setContent(await html());
        await page.evaluate(
          readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
        );
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        // Nothing but colours changes with the scheme.
        expect(await violations(page, "{ runOnly: ['color-contrast'] }"), 'dark').toEqual([]);
      } finally {
        await page.close();
      }
    });
  },
);

async function violations(page: Page, options = '{}'): Promise<string[]> {
  const { violations: found } = (await page.evaluate(`axe.run(${options})`)) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

describe.skipIf(!CHROMIUM)('the county’s page with many rows', () => {
  it('is drawn, searched and sorted', async () => {
    const count = thorough ? 3000 : 300;
    const page = await newPage();
    try {
      const wrong: string[] = [];
      page.on('pageerror', error => wrong.push(error.message));
      page.on('request', request => wrong.push(request.url()));
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
    } finally {
      await page.close();
    }
  });

  it('is all there without its script: rows, what each has to mend, and the list to print', async () => {
    const page = await newPage({ javaScriptEnabled: false, viewport: { width: 375, height: 700 } });
    try {
      await page.setContent([...batchHtml(await manyRows(30), texts)].join(''));
      expect(await page.locator('#plans tbody tr').count()).toBe(30);
      expect(await page.locator('#search').isVisible()).toBe(false);
      await page.locator('#plans summary').first().click();
      expect(await page.locator('#plans details[open] li').first().textContent()).toContain('→');
      expect(await page.locator('#mend tbody tr').count()).toBe(15);
    } finally {
      await page.close();
    }
  });
});

/** Two plans, one in order and one not, many times; a hostile name among them. */
async function manyRows(count: number): Promise<BatchRun> {
  const context = {
    asOf: parseDay('2016-06-01')!,
    texts,
    digest: String,
    redact: false,
    counties: new CountyFiles(),
    demands: [],
    columns: [],
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
    collector.add({ ...row, index, people: [], result: { ...row.result, organization } });
  }
  return collector.finish(undefined, { files: memoryFiles({}), asOf: context.asOf, texts, left: 0 });
}

/** Runs in the page: the lowest contrast of its texts with the ground behind them (WCAG). */
const lowestContrast = `(() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = channels(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  let lowest = 21;
  for (const element of document.querySelectorAll('h1,h2,h3,p,span,td,th,li,small')) {
    if (!element.textContent.trim()) continue;
    const [a, b] = [channels(getComputedStyle(element).color), ground(element)].map(luminance);
    lowest = Math.min(lowest, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return lowest;
})()`;
