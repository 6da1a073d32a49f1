import { describe, expect, it } from 'vitest';
import { printed } from '../../support/printed.ts';
import { xmlParts } from '../../support/zip.ts';

/** Twentieths of a point, in which Word measures. */
const mm = (value: number) => (value * 1440) / 25.4;
const CHARACTER = 15.75 * 20;

const parts = async (...args: string[]) =>
  xmlParts((await printed([...args, '--as-of', '2016-06-01'], 'docx')).bytes);

const attribute = (xml: string, tag: string, name: string): number[] =>
  [...xml.matchAll(new RegExp(`<${tag} [^>]*${name}="(-?\\d+)"`, 'g'))].map(([, value]) => Number(value));

/** The paragraphs with their indents, by their text. */
function paragraph(xml: string, text: string): string {
  const found = xml.split('<w:p>').filter(each =>
    [...each.matchAll(/<w:t[^>]*>([^<]*)/g)]
      .map(([, part]) => part)
      .join('')
      .startsWith(text),
  );
  expect(found, text).toHaveLength(1);
  return found[0]!;
}

describe('an official document (GB/T 9704-2012)', () => {
  it('has 22 lines of 28 characters on 156 × 225 mm, 37 mm below the edge and 28 mm beside it', async () => {
    const { 'word/document.xml': document, 'word/styles.xml': styles } = await parts(
      'document',
      'examples/township-2016',
    );
    for (const [name, value] of Object.entries({ top: 37, left: 28, right: 26, bottom: 35, footer: 25.5 }))
      expect(attribute(document!, 'w:pgMar', `w:${name}`), name).toEqual([Math.round(mm(value))]);
    const [line] = attribute(styles!, 'w:spacing', 'w:line');
    expect(line! * 22).toBeLessThanOrEqual(mm(225));
    expect(line! * 22).toBeGreaterThan(mm(224));
    const [spacing] = [...styles!.matchAll(/<w:spacing w:val="(-?\d+)"/g)].map(([, value]) => Number(value));
    const [size] = attribute(styles!, 'w:sz', 'w:val');
    const character = size! * 10 + spacing!;
    expect(character).toBe(CHARACTER);
    expect(character * 28).toBeLessThanOrEqual(mm(156));
    expect(character * 28).toBeGreaterThan(mm(155));
  });

  it('has its title in the second size, two lines of it 33 to 35 points apart', async () => {
    const { 'word/document.xml': document } = await parts(
      'notice',
      'examples/township-2016',
      '--stage',
      'acceptance',
      '--from',
      '2016-06-16',
    );
    const title = paragraph(document!, '关于拟接收');
    expect(attribute(title, 'w:sz', 'w:val')).toEqual([44, 44]);
    expect(title).toContain('<w:br/>');
    const [line] = attribute(title, 'w:spacing', 'w:line');
    expect(line).toBeGreaterThanOrEqual(33 * 20);
    expect(line).toBeLessThanOrEqual(35 * 20);
  });

  it('ends its date four characters from the right where there is a seal', async () => {
    const { 'word/document.xml': document } = await parts(
      'document',
      'examples/township-2016',
      '--date',
      '2016-03-08',
    );
    expect(attribute(paragraph(document!, '2016年3月8日'), 'w:ind', 'w:right')).toEqual([4 * CHARACTER]);
  });

  it('begins the issuer two characters before the date, one empty line below the text, where there is none', async () => {
    const { 'word/document.xml': document } = await parts(
      'document',
      'examples/township-2016',
      '--date',
      '2016-03-08',
      '--unsealed',
    );
    const date = paragraph(document!, '2016年3月8日');
    const issuer = document!.split('<w:p>').at(document!.split('<w:p>').indexOf(date) - 1)!;
    expect(issuer).toContain('某镇党委');
    expect(attribute(date, 'w:ind', 'w:left')[0]! - attribute(issuer, 'w:ind', 'w:left')[0]!).toBe(
      2 * CHARACTER,
    );
    expect(attribute(issuer, 'w:spacing', 'w:before')).toEqual([579]);
  });

  it('has the label of an appendix at the edge of line 1 and its title on line 3', async () => {
    const { 'word/document.xml': document } = await parts('document', 'examples/township-2016');
    const all = document!.split('<w:p>');
    const label = all.findIndex(each => each.includes('<w:pageBreakBefore/>'));
    expect(all[label]).toMatch(/附件</);
    expect(all[label]).not.toContain('<w:ind');
    expect(all[label + 1]).not.toContain('<w:t');
    expect(all[label + 2]).toContain('时间安排表');
    expect(attribute(all[label + 2]!, 'w:sz', 'w:val')).toEqual([44]);
  });
});
