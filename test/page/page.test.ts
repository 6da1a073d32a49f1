import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pagesForEveryone } from '../output/print/in-browser.ts';
import { CHROMIUM, COLOURS_ONLY, launched, violations } from '../support/chromium.ts';
import { runPlan } from '../support/io.ts';
import { some, thorough } from '../support/runs.ts';
import { expectedOf, filesIn, folders } from './folders.ts';

const PAGE = 'dist/plan.html';

if (!CHROMIUM) console.warn('skipped: the pages are tested in Chromium where it is installed');

/** What Chromium 90 does not have: the page brings it along. */
const OLD_BROWSER = `
  for (const type of [Array, String, Uint8Array, Uint16Array, Int32Array, Float64Array]) delete type.prototype.at;
  delete Object.getPrototypeOf(Uint8Array.prototype).at;
  for (const name of ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']) delete Array.prototype[name];
  delete Object.hasOwn; delete Object.groupBy; delete Map.groupBy; delete globalThis.structuredClone;
  delete Crypto.prototype.randomUUID; delete Promise.withResolvers;
`;

/** Without a dialog of the browser's own what is taken away is a download. */
const DOWNLOADS = 'delete window.showSaveFilePicker;';

// One Chromium for all pages, and but for a long run one tab: each costs more than most tests do in it.
let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (!CHROMIUM) return;
  browser = await launched();
  page = await newTab();
});
afterAll(() => browser?.close());

async function newTab(): Promise<Page> {
  const tab = await browser.newPage({ locale: 'zh-CN' });
  tab.setDefaultTimeout(200_000);
  return tab;
}

describe.skipIf(!CHROMIUM)('what is printed', () => pagesForEveryone(() => page));

describe.skipIf(!CHROMIUM)('the offline page', () => {
  const wrong: string[] = [];
  const asked: string[] = [];

  /** The page in a tab that has not had it. */
  const inTab = async (tab: Page): Promise<void> => {
    page = tab;
    tab.on('console', message => message.type() === 'error' && wrong.push(message.text()));
    tab.on('pageerror', error => wrong.push(error.message));
    tab.on('request', request => asked.push(request.url()));
    await tab.addInitScript(OLD_BROWSER + DOWNLOADS);
    await opened();
  };
  const opened = async (): Promise<Page> => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(pathToFileURL(PAGE).href);
    await page.waitForSelector('.start');
    return page;
  };
  /** The page as somebody finds it who opens it: what lies there is left, for with a reload all its script is compiled again. */
  const begun = async (): Promise<Page> => {
    if (await page.isVisible('dialog[open]')) await page.keyboard.press('Escape');
    if (!(await page.isVisible('.start'))) await page.click('.top button:first-of-type');
    await page.waitForSelector('.start');
    return page;
  };
  beforeAll(() => inTab(page));
  afterEach(async ({ task }) => {
    // The next test has nothing of one that ended halfway.
    if (task.result?.state === 'fail') await opened();
  });

  it('is one file of at most 3 MB that may connect to nothing', async () => {
    expect(statSync(PAGE).size).toBeLessThanOrEqual(3_000_000);
    const html = readFileSync(PAGE, 'utf8');
    expect(html).toContain("connect-src 'none'");
    expect(html.match(/<(script|link|img)[^>]*(src|href)=/g)).toBeNull();
    const blocked = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => false,
        () => true,
      ),
    );
    expect(blocked).toBe(true);
    wrong.length = 0;
    // What was asked for above is a request that the browser did not send.
    asked.length = 0;
  });

  const judged = (files: { path: string; content: string }[], asOf: string) =>
    page.evaluate(
      ([given, day]) =>
        window.plan.check(
          given.map(({ path, content }) => ({
            path,
            bytes: Uint8Array.from(atob(content), char => char.charCodeAt(0)),
          })),
          { asOf: day, lang: 'zh' },
        ),
      [files, asOf] as const,
    );

  it('finds what the command line finds: of fixtures and examples by turns, in a long run of all', async () => {
    expect(folders.length).toBeGreaterThan(150);
    for (const folder of some(folders, 24)) {
      const { asOf, result } = await expectedOf(folder);
      expect(await judged(filesIn(folder), asOf), folder).toEqual(result);
    }
    expect(wrong).toEqual([]);
  });

  it('opens plans that are workbooks, alone, in a folder, and several of them', async () => {
    const home = mkdtempSync(join(tmpdir(), 'plan-page-'));
    const workbook = async (example: string, path: string) => {
      mkdirSync(join(home, dirname(path)), { recursive: true });
      await runPlan([
        'export',
        '--workbook',
        '--personal',
        join('examples', example),
        '-o',
        join(home, path),
      ]);
    };
    await workbook('township-2016', '单独/某镇计划.xlsx');
    await workbook('township-2016-conflict', '几个/乙镇.xlsx');
    cpSync(join(home, '单独/某镇计划.xlsx'), join(home, '几个/甲镇.xlsx'));
    const of = (path: string) =>
      judged(
        filesIn(join(home, path)).map(each => ({ ...each, path: relative(home, each.path) })),
        '2016-06-01',
      );
    const expected = async (...paths: string[]) =>
      JSON.parse((await runPlan(['check', ...paths, '-f', 'json', '--lang', 'zh'], { cwd: home })).out);
    if (thorough) expect(await of('单独')).toEqual(await expected('单独'));
    expect(await of('几个')).toEqual(await expected('几个/乙镇.xlsx', '几个/甲镇.xlsx'));

    const own = await begun();
    await own.setInputFiles('input[type=file] >> nth=0', join(home, '单独/某镇计划.xlsx'));
    await own.waitForSelector('.verdict');
    expect(await own.textContent('.verdict')).toContain('可以上报');
    expect(await own.locator('.grid, .beside td').count()).toBeGreaterThan(0);
    rmSync(home, { recursive: true });
  });

  it('sums up a county as the command line does', async () => {
    const folder = 'examples/county-2026';
    const expected = await runPlan(['batch', '.', '--no-cache', '-f', 'json', '--lang', 'zh'], {
      cwd: folder,
      now: '2026-05-06',
    });
    const given = filesIn(folder).map(({ path, content }) => ({ path: relative(folder, path), content }));
    const found = await page.evaluate(
      files =>
        window.plan.run(
          'batch',
          ['.'],
          { cache: false, format: ['json'], asOf: '2026-05-06' },
          files.map(({ path, content }) => ({
            path,
            bytes: Uint8Array.from(atob(content), char => char.charCodeAt(0)),
          })),
          'zh',
        ),
      given,
    );
    expect({ ...JSON.parse(found.out), code: found.code, err: found.err }).toEqual({
      ...JSON.parse(expected.out),
      code: expected.code,
      err: expected.err,
    });

    // It shows two townships by what shows all of them.
    const home = mkdtempSync(join(tmpdir(), 'plan-page-'));
    for (const name of ['township-2016', 'township-2016-conflict'])
      cpSync(join('examples', name), join(home, name), { recursive: true });
    const county = readFileSync('examples/county-2016/county.yaml', 'utf8');
    writeFileSync(join(home, 'county.yaml'), county.replaceAll('path: ../', 'path: '));
    const [shown, said] = thorough ? [folder, '马场乡'] : [home, '共2个单位'];

    const own = await begun();
    await own.setInputFiles('input[type=file] >> nth=1', shown);
    await own.waitForFunction(
      text => document.querySelector('.county pre')?.textContent?.includes(text),
      said,
    );
    const [download] = await Promise.all([
      own.waitForEvent('download'),
      own.click('.county button:has-text("Excel")'),
    ]);
    expect(download.suggestedFilename()).toBe('汇总.xlsx');
    rmSync(home, { recursive: true });
  });

  // Chromium holds back a page that hands out more than forty files within seconds: in a long run each part has a page of its own.
  it.each(thorough ? [0, 1, 2, 3] : [0])(
    'hands out every paper in every format that it offers, part %i',
    async part => {
      if (thorough) await inTab(await newTab());
      const own = await begun();
      await own.click('.ways button:nth-child(1)');
      await own.waitForSelector('.verdict');
      await own.click('.actions button:has-text("另存为")');
      const buttons = own.locator('dialog[open] .take button:not(.link)');
      const names = await buttons.evaluateAll(all => all.map(each => each.getAttribute('aria-label') ?? ''));
      expect(names.length).toBeGreaterThan(40);
      for (const [index, name] of names.entries()) {
        if (index % (thorough ? 4 : 12) !== part) continue;
        const [download] = await Promise.all([own.waitForEvent('download'), buttons.nth(index).click()]);
        const file = download.suggestedFilename();
        expect(file, name).toMatch(/\.(docx|xlsx|html|ics|zip)$/);
        const start = readFileSync((await download.path())!)
          .subarray(0, 4)
          .toString('latin1');
        // A name says nothing of what is in it: packages begin like one.
        if (/\.(docx|xlsx|zip)$/.test(file)) expect(start, name).toBe('PK\u0003\u0004');
      }
      expect(wrong).toEqual([]);
    },
  );

  it('can be read by everyone: no violation of accessibility in any state; in a long run dark and on a phone too', async () => {
    const screens = [
      { colorScheme: 'light', width: 1366 },
      ...(thorough
        ? [
            { colorScheme: 'dark', width: 375 } as const,
            { colorScheme: 'dark', width: 1366 } as const,
            { colorScheme: 'light', width: 375 } as const,
          ]
        : []),
    ] as const;
    for (const [index, { colorScheme, width }] of screens.entries()) {
      const own = await begun();
      await own.setViewportSize({ width, height: 740 });
      await own.emulateMedia({ colorScheme });
      const readable = async (state: string) =>
        expect(
          await violations(own, index === 0 || thorough ? {} : COLOURS_ONLY),
          `${state} ${colorScheme} ${width}`,
        ).toEqual([]);
      await readable('start');
      await own.click('.ways button:nth-child(2)');
      await own.waitForSelector('form.questions');
      await readable('questions');
      await own.click('.top button:first-of-type');
      await own.click('.ways button:nth-child(1)');
      await own.waitForSelector('.verdict');
      await readable('verdict');
      expect(
        await own.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        'nothing but tables scrolls to the side',
      ).toBe(true);
      await own.click('.actions button.primary');
      await own.waitForSelector('dialog[open]');
      await readable('take');
    }
    await page.emulateMedia({ colorScheme: null });
  });

  it('speaks English after a switch, and takes what is typed into account at once', async () => {
    const own = await begun();
    await own.click('.ways button:nth-child(1)');
    await own.waitForSelector('.verdict');
    await own.click('.top button:has-text("English")');
    expect(await own.textContent('.verdict')).toContain('Ready to submit');
    await own.click('.cm-content');
    await own.keyboard.press('Control+End');
    await own.keyboard.type('\nqouta: 3\n');
    // What stood there between two keys may have been judged as well.
    await own.waitForSelector('.findings li.error:has-text("qouta")');
    expect(wrong).toEqual([]);
  });

  it('leads from a roster alone by five questions to a verdict, a mended cell and a paper', async () => {
    const own = await opened();
    await own.setInputFiles('input[type=file] >> nth=0', 'test/rosters/1-积极分子名册.xlsx');
    await own.waitForSelector('form.questions');
    expect(await own.inputValue('#unit')).toBe('某镇党委');
    await own.fill('#total', '约');
    await own.click('button.primary');
    expect(await own.textContent('[role=alert]')).toContain('30名左右');
    await own.fill('#total', '2名左右');
    await own.fill('#year', '2026');
    await own.click('button.primary');
    await own.waitForSelector('.verdict');
    expect(await own.textContent('.verdict h1')).toContain('某镇党委2026年度');
    const before = await own.textContent('.findings');

    await own.click('.tabs button:has-text("xlsx")');
    const cell = own.locator('td[aria-label^="E4，"]');
    expect(await cell.textContent()).toBe('1990.05');
    await cell.dblclick();
    await own.keyboard.type('2015-05-01');
    await own.keyboard.press('Enter');
    await own.waitForFunction(text => document.querySelector('.findings')?.textContent !== text, before);
    expect(await own.textContent('.findings')).toContain('身份号码中是1990年5月3日');
    await own.click('.actions button:has-text("撤销")');
    await own.waitForFunction(text => document.querySelector('.findings')?.textContent === text, before);

    await own.click('.actions button:has-text("另存为")');
    const [download] = await Promise.all([
      own.waitForEvent('download'),
      own.click('button[aria-label="核对报告 Word"]'),
    ]);
    expect(download.suggestedFilename()).toBe('某镇党委2026核对报告.docx');
    expect(wrong).toEqual([]);
  });

  it('has asked for nothing in all of this', () => {
    expect(asked.filter(url => !/^(file|blob|data|about):/.test(url))).toEqual([]);
  });
});
