import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIREFOX, Firefox } from '../support/firefox.ts';
import { thorough } from '../support/runs.ts';
import { expectedOf, filesIn, folders } from './folders.ts';

// The page is one for all browsers, and at every commit Chromium has it: in Firefox a long run tries it, and CI.
if (!FIREFOX) console.warn('skipped: the page is tested in Firefox where it is installed');

/** Run in the page: files come as base64. */
const CHECK = `
  const [files, options] = arguments;
  const bytesOf = text => Uint8Array.from(atob(text), char => char.charCodeAt(0));
  return window.plan.check(files.map(({ path, content }) => ({ path, bytes: bytesOf(content) })), options)
    .then(result => JSON.stringify(result));`;

describe.runIf(FIREFOX && thorough)('the offline page in Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await Firefox.start();
    await firefox.open(pathToFileURL('dist/plan.html').href);
  }, 120_000);
  afterAll(() => firefox?.close());

  // Chromium checks them all; FIREFOX_ALL=1 does so here.
  const some = folders.filter(
    (folder, index) => process.env.FIREFOX_ALL || folder.startsWith('examples') || index % 4 === 0,
  );

  it('finds of every example and some fixtures what the command line finds', async () => {
    expect(some.length).toBeGreaterThan(50);
    for (const folder of some) {
      const { asOf, result } = await expectedOf(folder);
      const found = await firefox.run<string>(CHECK, filesIn(folder), { asOf, lang: 'zh' });
      expect(JSON.parse(found), folder).toEqual(result);
    }
  }, 300_000);

  it('leads from a roster by five questions to a verdict, without an error', async () => {
    await firefox.type('input[type=file]', resolve('test/rosters/1-积极分子名册.xlsx'));
    await firefox.type('#total', '2');
    await firefox.click('form.questions button.primary');
    expect(await firefox.text('.verdict h1')).toContain('某镇党委');
    expect(await firefox.text('.beside [role=tablist]')).toContain('1-积极分子名册.xlsx');
    expect(await firefox.errorsOf('plan.html')).toEqual([]);
  });
});
