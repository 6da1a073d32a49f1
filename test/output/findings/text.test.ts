import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { planFolders, report } from './support.ts';

const cases = planFolders.flatMap(folder => ['zh', 'en'].map(lang => ({ folder, lang })));

describe.each(cases)('the text report of $folder in $lang', ({ folder, lang }) => {
  it('has no line wider than 80 columns', async () => {
    const out = await report('text', [folder], { lang });
    for (const line of out.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });

  it('is the same with colours, but for them', async () => {
    const plain = await report('text', [folder], { lang });
    const coloured = await report('text', [folder], { lang, env: { FORCE_COLOR: '1' } });
    expect(plain).not.toContain('\x1b');
    expect(coloured).toContain('\x1b[');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });
});
