import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sheet, Workbook } from '../../../src/output/workbook/model.ts';
import { writeWorkbook } from '../../../src/output/workbook/write.ts';
import { faultsOf, hasValidator } from '../../support/office.ts';
import { runs } from '../../support/runs.ts';
import { xmlParts } from '../../support/zip.ts';

const sheet = (name: string, rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({
  name,
  columns: [10, 20],
  rows,
  margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75 },
  footer: '&C— &P —',
  ...more,
});

const workbook = (...sheets: Sheet[]): Workbook => ({
  title: '名册',
  made: 16953,
  face: '宋体',
  size: 11,
  sheets,
});

/** Everything that a workbook can have. */
const FULL = workbook(
  sheet(
    "甲 乙's & <丙>",
    [
      {
        height: 30,
        cells: [{ value: '名册', style: { bold: true, size: 18, align: 'center', wrap: true } }],
      },
      { cells: [{ value: '性别', style: { border: '#808080', fill: '#E8ECF0', face: '黑体' } }, undefined] },
      { cells: [{ value: '=1+1', style: { asText: true } }, { value: 3 }] },
      { cells: [{ style: { border: '#000000', color: '#B3160E', vertical: 'top' } }] },
    ],
    {
      merges: ['A1:B1'],
      frozenRows: 2,
      titleRows: [1, 2],
      printArea: 'A1:B4',
      landscape: true,
      centered: true,
      choices: [
        { range: 'A3:A500', values: ['男', '女'], hint: '选一个' },
        { range: 'B3:B500', values: { from: "'表'!$A$1:$A$9" }, open: true },
      ],
    },
  ),
  sheet('表', [], { hidden: true, columns: [] }),
);

describe('a workbook', () => {
  it.skipIf(!hasValidator)('with everything that it can have meets the schemas of Office', async () => {
    expect(await faultsOf(writeWorkbook(FULL), 'xlsx')).toEqual([]);
  });

  it('tells another reader its titles, its area and its drop-downs', () => {
    const { Workbook: book, SheetNames } = read(writeWorkbook(FULL));
    expect(SheetNames).toEqual(["甲 乙's & <丙>", '表']);
    expect(book!.Names!.map(({ Name, Ref, Sheet: of }) => [Name, Ref, of])).toEqual([
      ['_xlnm.Print_Area', "'甲 乙''s & <丙>'!$A$1:$B$4", 0],
      ['_xlnm.Print_Titles', "'甲 乙''s & <丙>'!$1:$2", 0],
    ]);
    const xml = xmlParts(writeWorkbook(FULL))['xl/worksheets/sheet1.xml']!;
    expect(xml.match(/<pageMargins/g)).toHaveLength(1);
    expect(xml).toContain('<formula1>"男,女"</formula1>');
  });

  it('is the same bytes again', () => {
    expect(writeWorkbook(FULL)).toEqual(writeWorkbook(structuredClone(FULL)));
  });

  it('keeps every text as it is, and never makes it a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('_x0041_', ' 前后 ', '=1+1', '@SUM(A1)', '𠮷', 'ئۇيغۇر', '“引号”…', 'a\nb', '<b>&amp;'),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), texts => {
        const bytes = writeWorkbook(
          workbook(
            sheet(
              '表',
              texts.map(value => ({ cells: [{ value }] })),
            ),
          ),
        );
        const { 表: read1 } = read(bytes, { cellFormula: true }).Sheets;
        const back = texts.map((_, row) => read1![utils.encode_cell({ r: row, c: 0 })]);
        for (const [index, cell] of back.entries()) {
          expect(cell?.f).toBeUndefined();
          expect(cell?.v ?? '').toBe(texts[index]!.replace(FORBIDDEN, ''));
        }
      }),
      runs(100),
    );
  });

  it('refuses a drop-down that Excel would refuse', () => {
    const values = Array.from({ length: 90 }, (_, index) => `第${index}村`);
    const long = sheet('表', [], { choices: [{ range: 'A1:A9', values }] });
    expect(() => writeWorkbook(workbook(long))).toThrow(RangeError);
  });
});

/** What XML 1.0 cannot hold; a carriage return is read back as a line break. */
const FORBIDDEN = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
