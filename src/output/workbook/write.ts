import { isoOf } from '../../values/day.ts';
import { bytesOf, zipPieces } from '../print/zip.ts';
import type { Sheet, Workbook } from './model.ts';
import { pagesAcross } from './paper.ts';
import { sheetXml } from './sheet.ts';
import { Styles } from './styles.ts';
import { element, tag, xmlText } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The workbook as an .xlsx file (ECMA-376, transitional); equal workbooks give equal bytes. Its parts are written whole:
 * libraries that were tried leave out print titles or the quotes around names of sheets, and Excel refuses a file into which
 * they are put afterwards. The tests hold it against the schema.
 */
export const writeWorkbook = (workbook: Workbook): Uint8Array => bytesOf(workbookPieces(workbook));

/** The same in pieces. Texts stand in their cells, since a list of all of them would have to be kept in memory. */
export const workbookPieces = (workbook: Workbook): Iterable<Uint8Array> => zipPieces(partsOf(workbook));

function* partsOf(workbook: Workbook): Generator<[name: string, content: Iterable<string>]> {
  const styles = new Styles(workbook);
  const { sheets } = workbook;
  // Readers expect the list of content types first.
  yield ['[Content_Types].xml', [contentTypes(sheets.length)]];
  yield [
    '_rels/.rels',
    [
      relations([
        [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
  ];
  yield ['docProps/core.xml', [coreProperties(workbook)]];
  yield [
    'xl/_rels/workbook.xml.rels',
    [
      relations([
        ...sheets.map((_, index): Relation => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`]),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    ],
  ];
  yield ['xl/workbook.xml', [workbookXml(sheets)]];
  for (const [index, sheet] of sheets.entries())
    yield [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, styles, index === 0)];
  // Once all cells were written, their styles are known.
  yield ['xl/styles.xml', [styles.xml()]];
}

type Relation = [type: string, target: string];

const relations = (all: readonly Relation[]): string =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    all
      .map(([type, target], index) =>
        tag('Relationship', { Id: `rId${index + 1}`, Type: type, Target: target }),
      )
      .join(''),
  );

function contentTypes(sheets: number): string {
  const override = (name: string, type: string) => tag('Override', { PartName: name, ContentType: type });
  return element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    tag('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }) +
      tag('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
      override('/xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`) +
      override('/xl/styles.xml', `${SHEET_TYPE}.styles+xml`) +
      Array.from({ length: sheets }, (_, index) =>
        override(`/xl/worksheets/sheet${index + 1}.xml`, `${SHEET_TYPE}.worksheet+xml`),
      ).join(''),
  );
}

/** What a file keeps of its title and of when it was made; a Word file has the same part. */
export const coreProperties = ({ title, made }: Pick<Workbook, 'title' | 'made'>): string => {
  const day = `${isoOf(made)}T00:00:00Z`;
  const date = { 'xsi:type': 'dcterms:W3CDTF' };
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    tag('dc:title', {}, xmlText(title)) +
      tag('dc:creator', {}, 'plan') +
      tag('cp:lastModifiedBy', {}, 'plan') +
      tag('dcterms:created', date, day) +
      tag('dcterms:modified', date, day),
  );
};

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(({ name, hidden }, index) =>
    tag('sheet', {
      name,
      sheetId: index + 1,
      state: hidden ? 'hidden' : undefined,
      'r:id': `rId${index + 1}`,
    }),
  );
  const names = sheets.flatMap(namesOf);
  return element(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': OFFICE },
    tag('bookViews', {}, tag('workbookView', { activeTab: 0 })) +
      tag('sheets', {}, list.join('')) +
      (names.length === 0 ? '' : tag('definedNames', {}, names.join(''))),
  );
}

/** What is printed of a sheet, the rows that every page has again, and on pages beside each other the number and the name. */
function namesOf(own: Sheet, index: number): string[] {
  const { name, printArea, titleRows } = own;
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  const defined = (what: string, range: string) =>
    tag('definedName', { name: `_xlnm.${what}`, localSheetId: index }, xmlText(sheet + range));
  return [
    ...(printArea ? [defined('Print_Area', printArea.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'))] : []),
    ...(titleRows
      ? [
          defined(
            'Print_Titles',
            `${pagesAcross(own) > 1 ? `$A:$B,${sheet}` : ''}$${titleRows[0]}:$${titleRows[1]}`,
          ),
        ]
      : []),
  ];
}
