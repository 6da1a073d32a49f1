import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Chromium is installed; undefined: its tests are skipped. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

/** What Chromium would do beside the pages. A list given here replaces Playwright's own, so what of it asks the network is in it too. */
const WITHOUT = [
  // Each window's address bar is a page with a process of its own, which nobody sees.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch', 'MediaRouter'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
];

export const launched = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM!,
    timeout: 240_000,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      `--disable-features=${WITHOUT}`,
      // Else a script of megabytes is parsed again for the first error that is made in it, to know the lines; and threads that
      // compile ahead take from the other tests more than they give to these.
      '--js-flags=--no-enable-lazy-source-positions,--single-threaded',
    ],
  });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What of the page not everyone can read, by axe; a line each. */
export async function violations(page: Page, options: object = {}): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const { violations: found } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

/** For where nothing but colours differs from a page that was looked at. */
export const COLOURS_ONLY = { runOnly: ['color-contrast'] };
