import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { names, planWith } from '../../support/hostile.ts';
import { printed, textOf } from '../../support/printed.ts';
import { thorough } from '../../support/runs.ts';
import { xmlParts } from '../../support/zip.ts';

/** What neither a page nor a document may contain. */
const HIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

const COMMANDS = ['report', 'schedule', 'checklist', 'notice', 'document'];

/** Each name with the place that it has among the turns. */
const cases = names.map(([key, name], turn) => [key, name, turn] as const);

describe.each(cases)('a name like %s', (key, name, turn) => {
  /** Texts get into all papers the same way: at every commit a name is looked at in one of each `nth`, and in the next one the next name. */
  const byTurns = <T>(all: readonly T[], nth = all.length): T[] =>
    all.filter((_, index) => thorough || index % nth === turn % nth);
  const print = (command: string, format: string) =>
    printed([command, '-'], format, { stdin: planWith(name, true) });

  it('brings no markup into a page', async () => {
    for (const command of byTurns(COMMANDS, 3)) {
      const html = textOf((await print(command, 'html')).bytes);
      expect(html).not.toMatch(HIDDEN);
      const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
      for (const tag of tags)
        expect(tag).toMatch(
          /^(html|head|meta|title|style|body|main|h[1-4]|p|span|b|i|br|ol|li|small|div|table|thead|tbody|tr|th|td|wbr|colgroup|col|svg|g|rect|line|text)$/,
        );
      for (const [, attribute] of html.matchAll(/<[a-z0-9]+((?: [a-z-]+="[^"]*")*)/gi))
        expect(attribute).not.toMatch(/ (on\w+|href|src)=/i);
    }
  });

  // Packing them takes the time: at every commit each sixth name.
  it.runIf(thorough || turn % 6 === 0)(
    'leaves documents and workbooks well-formed, without formulas',
    async () => {
      for (const command of byTurns(COMMANDS)) {
        const parts = xmlParts((await print(command, 'docx')).bytes);
        expect(parts['word/document.xml']).toContain('<w:sectPr');
        expect(Object.values(parts).join('')).not.toMatch(HIDDEN);
      }
      for (const command of byTurns(['report', 'checklist'])) {
        const parts = xmlParts((await print(command, 'xlsx')).bytes);
        expect(Object.values(parts).join('')).not.toMatch(/<f[ >]/);
        const workbook = parts['xl/workbook.xml']!;
        for (const [, sheet = ''] of workbook.matchAll(/<sheet name="([^"]*)"/g))
          expect(sheet.replace(/&\w+;/g, 'x').length).toBeLessThanOrEqual(31);
      }
    },
  );

  it('breaks no calendar', async () => {
    const ics = textOf((await print('schedule', 'ics')).bytes);
    expect(ics).not.toMatch(/[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
    const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent');
    expect(events).toHaveLength(2);
    if (key === 'quotes' || key === 'percent') expect(events[0]!.getFirstPropertyValue('summary')).toBe(name);
  });

  it('gives away no phone', async () => {
    if (key !== 'phone') return;
    for (const command of COMMANDS)
      for (const format of ['text', 'markdown', 'html'])
        expect(textOf((await print(command, format)).bytes)).not.toContain('13812345678');
  });
});

it('a cell that begins like a formula stays text', async () => {
  for (const name of ['=1+1', '+A1', '@SUM(A1)', '-2+3', '=HYPERLINK("http://x")']) {
    const parts = xmlParts((await printed(['report', '-'], 'xlsx', { stdin: planWith(name) })).bytes);
    const cells = Object.entries(parts)
      .filter(([part]) => part.startsWith('xl/worksheets/'))
      .map(([, xml]) => xml)
      .join('');
    expect(cells).not.toMatch(/<f[ >]/);
    // strings are shared, numbers are numbers
    for (const [, value = ''] of cells.matchAll(/<v>([^<]*)</g)) expect(value).toMatch(/^-?\d+$/);
  }
});

it('a hundred people are printed, thousands in a long run', async () => {
  const candidates = Array.from({ length: thorough ? 3000 : 100 }, (_, index) => ({
    id: `c${index}`,
    name: `王${index}`,
    role: 'nominee',
    materials: { application: index % 3 === 0 ? '2016-01-01' : false },
  }));
  const stdin = JSON.stringify({
    year: 2016,
    organization: { name: '某镇党委' },
    materials: [{ id: 'application', name: '入党申请书' }],
    candidates,
  });
  for (const format of ['html', 'docx', 'xlsx']) {
    const { bytes } = await printed(['checklist', '-'], format, { stdin });
    expect(bytes.length).toBeGreaterThan(6000);
  }
});
