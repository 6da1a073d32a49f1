import { unzipSync, type Zippable, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { Candidate } from '../generated/types.ts';
import { columnName } from '../read/roster/workbook.ts';
import { columnsFor, type RosterColumn, SHEETS } from './roster-columns.ts';

type Sheets = Parameters<typeof writeXlsxFile>[0];
type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number];

export interface WorkbookOptions {
  title(sheet: string): string;
  /** ID numbers and phones too */
  personal: boolean;
  /** empty rows for people to come */
  emptyRows: number;
}

/** Rows above the people: the title and the head. */
const HEAD_ROWS = 2;

/** The register of activists and that of nominees as a workbook; equal input gives equal bytes. */
export async function rosterWorkbook(
  people: readonly Candidate[],
  { title, personal, emptyRows }: WorkbookOptions,
): Promise<Uint8Array> {
  const tables = SHEETS.map(sheet => {
    const own = people.filter(({ role }) => (role === 'nominee') === (sheet === '拟发展对象'));
    return { sheet, own, columns: columnsFor(sheet, own) };
  });
  const sheets = tables.map(({ sheet, own, columns }): Sheets[number] => ({
    sheet,
    orientation: 'landscape',
    stickyRowsCount: HEAD_ROWS,
    columns: [{ width: 6 }, ...columns.map(({ width }) => ({ width }))],
    data: [
      [
        {
          value: title(sheet),
          fontWeight: 'bold',
          fontSize: 18,
          align: 'center',
          columnSpan: columns.length + 1,
        },
      ],
      ['序号', ...columns.map(({ heading }) => heading)].map(value => ({
        value,
        fontWeight: 'bold' as const,
        align: 'center' as const,
        alignVertical: 'center' as const,
        wrap: true,
        borderStyle: 'thin' as const,
      })),
      ...own.map((data, index) => [
        cell(String(index + 1)),
        ...columns.map(column => cell(column.personal && !personal ? '' : column.text(data))),
      ]),
      ...Array.from({ length: emptyRows }, () => ['', ...columns.map(() => '')].map(cell)),
    ],
  }));
  const features = [printing(tables.map(({ columns, own }) => ({ columns, rows: own.length + emptyRows })))];
  const bytes = await writeXlsxFile(sheets, { fontFamily: '宋体', fontSize: 11, features }).toBuffer();
  return datelessZip(bytes);
}

/** Text, never a number or a formula: Excel would shorten ID numbers and reckon with dates. */
const cell = (value: string) => ({
  type: String,
  ...(value !== '' && { value }),
  format: '@',
  wrap: true,
  alignVertical: 'center' as const,
  borderStyle: 'thin' as const,
});

/** Rows for which drop-downs hold: those that are there and as many again as offices add. */
const DROP_DOWN_ROWS = 500;

/** Drop-downs, one page wide on A4 across, the head on every page. */
function printing(tables: readonly { columns: RosterColumn[]; rows: number }[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => withSetup(xml, tables[sheetIndex]!),
        },
        'xl/workbook.xml': {
          transform: xml => {
            const names = SHEETS.map(
              (sheet, index) =>
                `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$1:$${HEAD_ROWS}</definedName>`,
            );
            return xml.replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`);
          },
        },
      },
    },
  };
}

/** Puts what the library does not write where the order of the elements of a worksheet wants it. */
function withSetup(xml: string, { columns, rows }: { columns: RosterColumn[]; rows: number }): string {
  const last = HEAD_ROWS + rows + DROP_DOWN_ROWS;
  const lists = columns.flatMap(({ values }, index) => {
    if (!values) return [];
    const column = columnName(index + 1);
    const range = `${column}${HEAD_ROWS + 1}:${column}${last}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${values.join(',')}"</formula1></dataValidation>`,
    ];
  });
  const validations =
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
  const setup =
    '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>';
  const bare = xml.replace(/<pageSetup[^>]*\/>/, '').replace(/<sheetPr[^>]*\/>/, '');
  const behind = /<\/mergeCells>/.test(bare) ? '</mergeCells>' : '</sheetData>';
  return bare
    .replace(behind, `${behind}${validations}${setup}`)
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
}

/** A zip remembers when its files were made: a fixed day, so that the same roster gives the same file. */
function datelessZip(bytes: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1)))
    files[name] = [content, { mtime: new Date(1980, 0, 1) }];
  return zipSync(files, { level: 6 });
}
