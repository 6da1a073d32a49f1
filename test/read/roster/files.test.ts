import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../../src/read/problem.ts';
import { readRosterDocument } from '../../../src/read/roster/document.ts';
import { parseDay } from '../../../src/values/day.ts';

function workbook(bookType: 'ods' | 'xlsb' | 'biff8'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['姓名', '性别', '学历'],
      ['张三', '男', '高中'],
    ]),
    '名册',
  );
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

/** A compound file with one stream, as encrypted workbooks and old documents are. */
function compound(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, new Uint8Array(4096));
  return new Uint8Array(CFB.write(file, { type: 'array' }) as unknown as ArrayBuffer);
}

const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

function read(path: string, bytes: Uint8Array): string {
  const problems = new Problems();
  const document = readRosterDocument(path, bytes, problems, { asOf: parseDay('2026-06-01')! });
  const [refused] = problems.all.filter(({ code }) => code === 'input/unreadable');
  return refused && 'reason' in refused.args
    ? refused.args.reason
    : `${document?.value.candidates.length} people`;
}

describe('a file is told for what it is', () => {
  it.each<[string, string, Uint8Array]>([
    ['xlsb', '名册.xlsb', workbook('xlsb')],
    ['xlsb', '名册.xlsx', workbook('xlsb')],
    ['ods', '名册.ods', workbook('ods')],
    ['ods', '名册.xlsx', workbook('ods')],
    ['encrypted', '名册.xlsx', compound('EncryptedPackage')],
    ['renamed-word', '名册.xls', compound('WordDocument')],
    ['damaged-workbook', '名册.xls', compound('PowerPoint Document')],
    ['word', '名册.xlsx', zip({ 'word/document.xml': '<w:document/>' })],
    ['archive', '名册.xlsx', zip({ 'a.txt': '' })],
    ['damaged-workbook', '名册.xlsx', zip({ '[Content_Types].xml': '<Types/>' })],
    ['lock-file', '甲/~$名册.xlsx', workbook('biff8')],
    ['damaged-workbook', '名册.xlsx', workbook('xlsb').slice(0, 900)],
    ['empty-workbook', '名册.xlsx', new Uint8Array()],
    ['1 people', '名册.xlsx', workbook('biff8')],
  ])('%s, called %s', (expected, path, bytes) => expect(read(path, bytes)).toBe(expected));
});

describe('rare characters as references', () => {
  const html = (names: string) =>
    new TextEncoder().encode(
      `<html><body><table><tr><td>姓名</td><td>性别</td></tr><tr><td>${names}</td><td>男</td></tr></table></body></html>`,
    );
  it.each([
    ['&#183391;小明', '𬱟小明'],
    ['&#x2CC5F;小明', '𬱟小明'],
    ['&#x5F20;&#19977;', '张三'],
  ])('%s in a table of HTML is %s', (written, name) => {
    const problems = new Problems();
    const document = readRosterDocument('名册.xls', html(written), problems, {
      asOf: parseDay('2026-06-01')!,
    });
    expect(document!.value.candidates.map(person => person?.name)).toEqual([name]);
  });
});
