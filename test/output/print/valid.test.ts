import { describe, expect, it } from 'vitest';
import { faultsOf, hasValidator } from '../../support/office.ts';
import { written } from '../../support/printed.ts';
import { some } from '../../support/runs.ts';

if (!hasValidator)
  console.warn('skipped: files are held against the schemas where the validator is installed');

/**
 * One of each kind, of which every third is looked at at each commit: the validator takes a second and more for each.
 * test/nightly/office.js holds everything that the examples give against the schemas.
 */
const files: [args: string[], format: 'docx' | 'xlsx'][] = [
  [['document', 'examples/township-2016', '--red-head'], 'docx'],
  [['paper', 'record', 'examples/township-2016', '--person', 'c01'], 'docx'],
  [['paper', 'training', 'examples/township-2016'], 'xlsx'],
  [['export', 'examples/township-2016'], 'xlsx'],
  [['schedule', 'examples/township-2016'], 'docx'],
  [['report', 'examples/township-2016'], 'docx'],
  [['report', 'examples/township-2016'], 'xlsx'],
];

describe.skipIf(!hasValidator)('Office’s own schemas', () => {
  it.concurrent.each(some(files, 3))('%j as %s', async (args, format) => {
    const { bytes } = await written([...args, '--as-of', '2016-06-01'], format);
    expect(await faultsOf(bytes, format)).toEqual([]);
  });
});
