import { utils, write } from '@e965/xlsx';
import { gb18030, utf8, utf16 } from './encode.ts';

interface Row {
  id: string;
  name: string;
  gender: 'male' | 'female';
  birth: string;
  note: string;
  tags: readonly string[];
}

const HEAD = ['编号', '姓名', '性别', '出生年月', '备注', '标签'];

/** A roster as the programs of an office write it; `way` says in which encoding and with which line ends. */
export function writeRoster(
  rows: readonly Row[],
  format: 'csv' | 'tsv' | 'xlsx' | 'xls',
  way: number,
): Uint8Array {
  const table = [
    HEAD,
    ...rows.map(({ id, name, gender, birth, note, tags }) => [
      ...[id, name, gender === 'male' ? '男' : '女', way % 2 === 0 ? birth : birth.replaceAll('-', '.')],
      ...[note, tags.join('、')],
    ]),
  ];
  if (format === 'xlsx' || format === 'xls') {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(table), '名单');
    return new Uint8Array(write(book, { type: 'buffer', bookType: format === 'xls' ? 'biff8' : 'xlsx' }));
  }
  const [separator, end] = [format === 'csv' ? ',' : '\t', way % 3 === 0 ? '\n' : '\r\n'];
  const text = table
    .map(line => `${line.map(cell => quoted(cell, separator)).join(separator)}${end}`)
    .join('');
  const encodings = [
    utf8,
    gb18030,
    (own: string) => utf8(`\ufeff${own}`),
    (own: string) => utf16(`\ufeff${own}`, 'le'),
  ];
  return encodings[way % encodings.length]!(text);
}

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
