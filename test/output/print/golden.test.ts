import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_FORMATS,
  NOTICE_FORMATS,
  REPORT_FORMATS,
  SCHEDULE_FORMATS,
} from '../../../src/cli/formats.ts';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { PAPER_KINDS } from '../../../src/output/papers/steps/kinds.ts';
import { printed, textOf } from '../../support/printed.ts';
import { thorough } from '../../support/runs.ts';
import { xmlParts } from '../../support/zip.ts';

const GOLDEN = join(import.meta.dirname, '../../golden/print');

type Command = [name: string, args: string[], formats: readonly string[]];

const commands: Command[] = [
  ['report', ['report', 'examples/township-2016'], REPORT_FORMATS.filter(format => format !== 'json')],
  ['schedule', ['schedule', 'examples/township-2016'], SCHEDULE_FORMATS],
  [
    'backward',
    ['schedule', 'examples/township-2016', '--backward', '2016-07-01'],
    ['text', 'markdown', 'html', 'ics'],
  ],
  ['checklist', ['checklist', 'examples/youth-talent-2016'], ['html', 'docx', 'xlsx']],
  ['notice', ['notice', 'examples/township-2016'], NOTICE_FORMATS],
  ['document', ['document', 'examples/township-2016', '--date', '2016-03-15'], DOCUMENT_FORMATS],
  [
    'red-head',
    ['document', 'test/output/print/red-head', '--red-head', '--date', '2027-03-08'],
    DOCUMENT_FORMATS,
  ],
  ...PAPER_KINDS.map(
    (kind): Command => [
      `paper-${kind}`,
      [
        'paper',
        kind,
        'examples/township-2016',
        ...(kind === 'roster' || kind === 'overview' ? [] : ['--person', 'c01']),
      ],
      kind === 'record' || kind === 'letter' ? ['text', 'html', 'docx'] : ['text'],
    ],
  ),
  ['phased', ['document', 'examples/phased-pilot'], ['text', 'html']],
];

const cases = commands.flatMap(([name, args, formats]) =>
  formats.flatMap(format =>
    // The parts of documents and workbooks are many; one language shows them all.
    (format === 'docx' || format === 'xlsx' ? ['zh'] : ['zh', 'en']).map(lang => ({
      name,
      args,
      format,
      lang,
    })),
  ),
);

function expectGolden(file: string, content: string): void {
  const path = join(GOLDEN, file);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(path, content);
  }
  expect(existsSync(path), `${path} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(content === readFileSync(path, 'utf8'), `${path} differs: read it before UPDATE_GOLDEN=1`).toBe(
    true,
  );
}

describe.each(cases)('$name as $format in $lang', ({ name, args, format, lang }) => {
  const print = () => printed([...args, '--lang', lang, '--as-of', '2016-06-01'], format);

  it('is as in the golden file', async () => {
    const { bytes, code } = await print();
    // Of the young talents two have no mentor yet.
    expect(code).toBe(name === 'checklist' ? 1 : 0);
    const isZip = format === 'docx' || format === 'xlsx';
    // What is no text could differ where the golden file, which has its parts, does not.
    if (isZip && (name === 'report' || thorough))
      expect(Buffer.compare((await print()).bytes, bytes)).toBe(0);
    const content = isZip
      ? Object.entries(xmlParts(bytes))
          .map(([part, xml]) => `=== ${part}\n${xml}`)
          .join('\n')
      : textOf(bytes);
    expectGolden(`${name}.${lang}.${format}${isZip ? '.xml.txt' : ''}`, content);
    if (format === 'text')
      for (const line of content.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });
});
