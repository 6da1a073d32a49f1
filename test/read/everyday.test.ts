import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEverydayYaml } from '../../src/read/yaml/everyday.ts';
import { parseYaml } from '../../src/read/yaml/full.ts';
import { runs, some } from '../support/runs.ts';
import { MARKS, SLIPS, yamlTexts } from '../support/slips.ts';

/** Texts beyond the examples' style, each with what it is there for. */
const ODD = [
  'a:\n- b\n- c: d\n  e: [f, g]\n',
  'a:\n  - b\n  -\n  -\n    c: d\n',
  'a: # why\n  b: c # d\n# e\n\n  f:\ng: h',
  'a: [\n  b,\n  { c: d,\n    e: f }\n  ]\ng: h\n',
  'a: [b,\nc]\n',
  'a: |\n\n  b\n   c\n\n  d\n\n\ne: >-\n  f\n  g\n\n  h\n',
  'a: |\n   b\n  c\n',
  'a: >+ # why\n  b\n\n\nc:\n',
  'a: |\nb: |\n  c',
  "a: 'b'\nc: \"d\" # e\nf: ''\n",
  "a: 'b''c'\n",
  'a: "b\\nc"\n',
  'a: -1\nb: [-1, 2015-06-21]\nc: ../d\n',
  'a: b: c\n',
  'a: b\n  c\n',
  'a: b\n  c: d\n',
  'a:\n  - b\n c: d\n',
  '- a\n- b: c\n  d: e\n',
  '- - a\n  - b\n',
  'a: http://b#c\n',
  'a : b\n',
  'a: {b: c}\nd: { e: f, }\ng: {h}\ni: [j: k]\n',
  '---\na: b\n',
  'a: b\n---\nc: d\n',
  'a: b\n...\n',
  '...: a\n',
  'a: &b c\nd: *b\n',
  'a: !!str b\n',
  'a:\tb\n',
  'a: b\r\nc: d\r\n',
  'a: \u{20bb7}\n',
  '? a\n: b\n',
  '性别：女\n',
  '姓名: 古丽\n',
  '  a: b\n',
  '# a\n',
  '',
];

/** Whether the quick reader leaves the text alone; if not, it must give js-yaml's tree, offsets and all. */
function expectSame(text: string): boolean {
  const quick = parseEverydayYaml(text);
  if (quick === undefined) return true;
  const [own, full] = [
    { text, root: quick },
    { text, ...parseYaml(text) },
  ];
  // Vitest compares trees slowly, and is asked only for what it shows of a difference.
  if (!isDeepStrictEqual(own, full)) expect(own).toEqual(full);
  return false;
}

function isBroken(text: string): boolean {
  try {
    parseYaml(text);
    return false;
  } catch {
    return true;
  }
}

const texts = yamlTexts.map(([, text]) => text).filter(text => text.length < 3000);

describe('the quick reader of YAML never differs from js-yaml', () => {
  const isExample = ([path]: readonly [string, string]) => path.startsWith('examples/');

  it.each([
    ...yamlTexts.filter(isExample),
    ...some(
      yamlTexts.filter(each => !isExample(each)),
      4,
    ),
  ])('on %s', (path, text) => {
    const left = expectSame(text);
    // Otherwise nobody would see it when the quick way is not taken any more.
    // One example cannot be read at all: that is told by the other reader.
    if (/^examples\/[^/]+\//.test(path)) expect(left).toBe(isBroken(text));
  });

  it.each(ODD)('on %j', text => {
    expectSame(text);
  });

  it('on files with slips in their lines', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.constantFrom(...Object.values(SLIPS)), fc.nat(), fc.nat()), {
          minLength: 1,
          maxLength: 3,
        }),
        (text, slips) => {
          expectSame(
            slips
              .reduce((lines, [slip, a, b]) => slip(lines, a % lines.length, b), text.split('\n'))
              .join('\n'),
          );
        },
      ),
      runs(5000),
    );
  });

  it('on blocks of any lines', () => {
    const line = fc.array(fc.constantFrom(' ', ' ', '  ', 'a', '字', '#', ': ', '-'), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '> # why'),
        fc.array(line, { maxLength: 7 }),
        fc.constantFrom('', '\n', 'b: c\n', '\nb: c\n'),
        (mark, lines, behind) => {
          expectSame(`a: ${mark}\n${lines.map(each => `${each.join('')}\n`).join('')}${behind}`);
          expectSame(`- a: ${mark}\n${lines.map(each => `    ${each.join('')}\n`).join('')}${behind}`);
        },
      ),
      runs(20_000),
    );
  });

  it('on files with marks too many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.constantFrom(...MARKS), fc.nat(), fc.nat(1)), { minLength: 1, maxLength: 3 }),
        (text, marks) => {
          const slipped = marks.reduce((before, [mark, a, over]) => {
            const at = a % (before.length + 1);
            return before.slice(0, at) + mark + before.slice(at + over);
          }, text);
          expectSame(slipped);
        },
      ),
      runs(5000),
    );
  });
});
