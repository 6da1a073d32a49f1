import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { some } from '../../support/runs.ts';
import { everyFormat, planFolders, report } from './support.ts';

describe.each(['zh', 'en'])('the text report in %s', lang => {
  it.each(planFolders)('of %s has no line wider than 80 columns', async folder => {
    const { text } = await everyFormat(folder, lang);
    for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });

  it('is the same with colours, but for them', async () => {
    for (const folder of some(planFolders, 12)) {
      const { text: plain } = await everyFormat(folder, lang);
      const coloured = await report('text', [folder], { lang, env: { FORCE_COLOR: '1' } });
      expect(plain).not.toContain('\x1b');
      expect(coloured).toContain('\x1b[');
      expect(stripVTControlCharacters(coloured), folder).toBe(plain);
    }
  });
});
