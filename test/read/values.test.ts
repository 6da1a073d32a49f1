import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts } from '../../src/read/accepts.ts';
import { Reader } from '../../src/read/fields/reader.ts';
import { type Kind, rootShape } from '../../src/read/fields/shape.ts';
import { Problems } from '../../src/read/problem.ts';
import { isUsual } from '../../src/read/text/decode.ts';
import { SourceFile } from '../../src/read/text/source.ts';
import { valuesOf } from '../../src/read/values.ts';
import { parsePlainYaml, scanPlainYaml } from '../../src/read/yaml/everyday.ts';
import { MARKS, SLIPS, yamlTexts } from '../support/slips.ts';

const KINDS: readonly Kind[] = ['plan', 'candidates', 'timeline', 'county', 'pack'];

/** Whether values were read without nodes; then they must be those of the nodes, of which nothing is to be remarked. */
function expectSame(text: string, kind: Kind): boolean {
  if (!isUsual(text)) return false;
  const file = new SourceFile('test.yaml', text);
  const tape = scanPlainYaml(text, true);
  const quick = tape && valuesOf(file, tape, rootShape(kind), new Problems());
  if (quick === undefined) return false;
  const problems = new Problems();
  const reader = new Reader(file, problems);
  const value = reader.read(parsePlainYaml(text, true)!, rootShape(kind));
  expect({ text, quick, problems: 0, refused: 0 }).toStrictEqual({
    text,
    quick: value,
    problems: problems.count,
    refused: reader.refused.size,
  });
  expect({ text, met: accepts[kind](quick, true) }).toStrictEqual({ text, met: accepts[kind](quick) });
  return true;
}

const runs = (n: number) => ({ numRuns: n, seed: 20160601 });
const texts = yamlTexts.map(([, text]) => text).filter(text => text.length < 3000);

describe('values read without nodes are those of the nodes', () => {
  it.each(yamlTexts)('of %s', (_path, text) => {
    // Twice: what was met the first time is recalled the second.
    for (const kind of [...KINDS, ...KINDS]) expectSame(text, kind);
  });

  it('of the examples, which all go this way', () => {
    const quick = yamlTexts.filter(
      ([path, text]) =>
        path.startsWith('examples/township-2016/') && KINDS.some(kind => expectSame(text, kind)),
    );
    expect(quick.length).toBe(
      yamlTexts.filter(([path]) => path.startsWith('examples/township-2016/')).length,
    );
  });

  it.each([
    ['a key that is there twice', 'year: 2016\nyear: 2016\n'],
    ['the same key in two languages', 'year: 2016\n年度: 2016\n'],
    ['a key twice of which nothing is known', 'title:\ntitle:\n'],
    ['a key that the schema does not name', 'year: 2016\nauthor: 某人\n'],
    ['an invented key twice', 'rules: { severity: { a/b: off, a/b: off } }\n'],
    ['two names in one item', 'branches: [{ name: 甲 }]\ncandidates:\n  - contacts: [甲，乙]\n'],
    ['a full-width colon', 'organization: { name： 某镇党委 }\n'],
    ['digits that are lost', 'candidates:\n  - id: 007\n'],
    ['a date with full-width digits', 'ageAsOf: ２０１６-12-31\n'],
    ['a day that does not exist', 'ageAsOf: 2016-02-30\n'],
    ['a list of which an item is not known', 'candidates:\n  - contacts: [甲, 不详]\n'],
  ])('not where there is %s', (_what, text) => {
    expect(expectSame(text, 'plan')).toBe(false);
    expect(expectSame(text, 'plan')).toBe(false);
  });

  it.each([
    ['slips in their lines', Object.values(SLIPS)],
    ['no slips', [(lines: string[]) => lines]],
  ])('of files with %s', (_what, slips) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...KINDS),
        fc.array(fc.tuple(fc.constantFrom(...slips), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
        (text, kind, chosen) => {
          const slipped = chosen.reduce(
            (lines, [slip, a, b]) => slip(lines, a % lines.length, b),
            text.split('\n'),
          );
          expectSame(slipped.join('\n'), kind);
        },
      ),
      runs(5000),
    );
  });

  it('of files with marks too many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...KINDS),
        fc.array(fc.tuple(fc.constantFrom(...MARKS), fc.nat(), fc.nat(1)), { minLength: 1, maxLength: 3 }),
        (text, kind, marks) => {
          const slipped = marks.reduce((before, [mark, a, over]) => {
            const at = a % (before.length + 1);
            return before.slice(0, at) + mark + before.slice(at + over);
          }, text);
          expectSame(slipped, kind);
        },
      ),
      runs(5000),
    );
  });

  it('and places are found in the tree when they are asked for', () => {
    const text = 'year: 2016\norganization:\n  name: 某镇党委\n';
    const file = new SourceFile('test.yaml', text);
    const root = () => {
      const node = parsePlainYaml(text)!;
      new Reader(file, new Problems()).read(node, rootShape('plan'));
      return node;
    };
    for (const path of [
      [],
      ['organization'],
      ['organization', 'name'],
      ['organization', 'phone'],
      ['quota', 'total'],
    ]) {
      const later = file.rootLater(root);
      expect(later.at(...path).locate()).toEqual(
        file
          .root(root())
          .at(...path)
          .locate(),
      );
      expect(later.at(...path).quote()).toBe(
        file
          .root(root())
          .at(...path)
          .quote(),
      );
      expect(path.reduce((place, step) => place.at(step), later).locate()).toEqual(
        path.reduce((place, step) => place.at(step), file.root(root())).locate(),
      );
    }
  });
});
