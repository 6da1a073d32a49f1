import { describe, expect, it } from 'vitest';
import { PAPER_KINDS } from '../../../src/output/papers/steps/kinds.ts';
import { printed, written } from '../../support/printed.ts';
import { some } from '../../support/runs.ts';
import { xmlParts } from '../../support/zip.ts';

/** The least height of a blank that is written into, in millimetres. */
const LEAST = 8;

const AS_OF = ['--as-of', '2016-06-01'];

const partsOf = async (args: string[], format: 'docx' | 'xlsx') =>
  xmlParts((await printed([...args, ...AS_OF], format)).bytes);

describe('papers that are filled in by hand', () => {
  // The table of the structure asked for has blanks that nobody fills in.
  it.each(
    some(
      PAPER_KINDS.filter(kind => kind !== 'overview'),
      2,
    ),
  )('%s has blanks of 8 mm', async kind => {
    const { 'word/document.xml': document } = await partsOf(
      ['paper', kind, 'examples/township-2016'],
      'docx',
    );
    const rows = document!.split(/<w:tr>/).slice(1);
    for (const row of rows.filter(each => !each.includes('<w:tblHeader/>'))) {
      const blank = row
        .split('<w:tc>')
        .slice(1)
        .some(cell => !/<w:t[ >]/.test(cell));
      const height = /<w:trHeight [^>]*w:val="(\d+)"/.exec(row)?.[1];
      if (blank) expect((Number(height ?? 0) / 1440) * 25.4, row).toBeGreaterThanOrEqual(LEAST - 0.1);
    }
  });

  it.each(['training', 'vote', 'archive', 'roster'])('%s has them in a workbook, too', async kind => {
    const { 'xl/worksheets/sheet1.xml': sheet } = await partsOf(
      ['paper', kind, 'examples/township-2016'],
      'xlsx',
    );
    const rows = [
      ...sheet!.matchAll(
        /<row r="(\d+)"(?: ht="([\d.]+)")?[^>]*>\n<c r="A\d+" s="\d+" t="inlineStr">\n<is>\n<t>\d/g,
      ),
    ];
    expect(rows.length).toBeGreaterThan(0);
    for (const [, , height] of rows)
      expect((Number(height ?? 0) / 72) * 25.4).toBeGreaterThanOrEqual(LEAST - 0.1);
  });
});

describe('workbooks on paper', () => {
  it.each([
    ['paper', 'overview', 'examples/township-2016'],
    ['checklist', 'examples/township-2016', '--by', 'slot'],
  ])('%s %s: no sheet has nothing but a title', async (...args) => {
    for (const [name, xml] of Object.entries(await partsOf(args, 'xlsx')))
      if (name.includes('/sheet')) expect(xml.match(/<c /g)?.length, name).toBeGreaterThan(10);
  });

  it('spread wide sheets over pages beside each other, with the name on each', async () => {
    const { bytes } = await written(['export', '--workbook', 'examples/township-2016', ...AS_OF], 'xlsx');
    const parts = xmlParts(bytes);
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(/fitToWidth="[2-9]"/);
    expect(parts['xl/workbook.xml']).toContain("'名册'!$A:$B,'名册'!$1:$2");
  });
});

describe('a checklist', () => {
  it('names papers on paper, and the commands that print them at a terminal', async () => {
    const { bytes } = await printed(['checklist', 'examples/township-2016', ...AS_OF], 'text');
    expect(Buffer.from(bytes).toString()).toContain(
      'plan paper opinions examples/township-2016 --person c01',
    );
    const { 'word/document.xml': document } = await partsOf(['checklist', 'examples/township-2016'], 'docx');
    expect(document).toContain('打印文书：征求意见表；座谈会记录');
    expect(document).not.toMatch(/plan paper|c01/);
  });
});

describe('a page on paper', () => {
  it('has its tables no wider than the text, their heads broken between words', async () => {
    const { bytes } = await printed(['notice', 'examples/township-2016', ...AS_OF], 'html');
    const html = Buffer.from(bytes).toString();
    const shares = [...html.matchAll(/<col style="width: ([\d.]+)%">/g)].map(([, share]) => Number(share));
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 0);
    expect(html).toContain('确定<wbr>积极分子<wbr>时间');
    expect(html).toMatch(/class="fitted" style="--type: (9|10\.5|12)pt"/);
  });
});
