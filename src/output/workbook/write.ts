import { isoOf } from '../../values/day.ts';
import { stableZip } from '../print/zip.ts';
import type { Sheet, Workbook } from './model.ts';
import { sheetXml } from './sheet.ts';
import { Styles } from './styles.ts';
import { element, tag, xmlText } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The longest text that a cell of Excel takes. */
const LONGEST_TEXT = 32_767;

/**
 * The workbook as an .xlsx file (ECMA-376, transitional); equal workbooks give equal bytes. Its parts are written whole:
 * libraries that were tried leave out print titles or the quotes around names of sheets, and Excel refuses a file into which
 * they are put afterwards. The tests hold it against the schema.
 */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const styles = new Styles(workbook);
  const texts = new Map<string, number>();
  const shared = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const { sheets } = workbook;
  const parts = sheets.map((sheet, index) => sheetXml(sheet, styles, shared, index === 0));
  return stableZip({
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(workbook),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): Relation => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`]),
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles.xml(),
    'xl/sharedStrings.xml': element(
      'sst',
      { xmlns: MAIN, uniqueCount: texts.size },
      [...texts.keys()].map(textXml).join(''),
    ),
    ...Object.fromEntries(parts.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  });
}

/** `_x0041_` would be read as an escaped character; spaces at the ends would be lost. */
const textXml = (text: string): string =>
  tag(
    'si',
    {},
    tag(
      't',
      { 'xml:space': /^\s|\s$|\n/.test(text) ? 'preserve' : undefined },
      xmlText(text.slice(0, LONGEST_TEXT)).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'),
    ),
  );

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
      override('/xl/sharedStrings.xml', `${SHEET_TYPE}.sharedStrings+xml`) +
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

/** What is printed of a sheet, and the rows that every page has again. */
function namesOf({ name, printArea, titleRows }: Sheet, index: number): string[] {
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  const defined = (what: string, range: string) =>
    tag('definedName', { name: `_xlnm.${what}`, localSheetId: index }, xmlText(sheet + range));
  return [
    ...(printArea ? [defined('Print_Area', printArea.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'))] : []),
    ...(titleRows ? [defined('Print_Titles', `$${titleRows[0]}:$${titleRows[1]}`)] : []),
  ];
}
