import fc from 'fast-check';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readCounty } from '../../src/county/county.ts';
import { historyOf, NATIONAL, normIds, tighterWay } from '../../src/norms/norms.ts';
import { loadPacks } from '../../src/read/plan/packs.ts';
import { Problems } from '../../src/read/problem.ts';
import { readRosterDocument } from '../../src/read/roster/document.ts';
import { decode } from '../../src/read/text/decode.ts';
import { isoOf, parseDay, yearOf } from '../../src/values/day.ts';
import { writeRoster } from '../support/csv.ts';
import { gb18030, utf8, utf16 } from '../support/encode.ts';
import { faultsOf } from '../support/fuzz.ts';
import { memoryFiles } from '../support/memory.ts';
import { patience, runs } from '../support/runs.ts';

const DAY = parseDay('2016-06-01')!;
const word = fc
  .array(fc.constantFrom(...'东西南北村镇党支部一二三工作计划人员名册发展对象'), {
    minLength: 1,
    maxLength: 8,
  })
  .map(chars => chars.join(''));
const yaml = (value: unknown) => dump(JSON.parse(JSON.stringify(value)), { schema: CORE_SCHEMA });

describe('encodings', () => {
  // Characters that GB18030 has in two bytes, among them those whose second byte is an ASCII letter or mark.
  const char = fc.constantFrom(
    ...'镇党委乂丂亐丗侊侐啊齄龥囗，。：“”（）·—…％０９Ａｚ艾力古丽买提abcXYZ 0129:-,#[]{}"\'',
  );
  const line = fc.array(char, { maxLength: 30 }).map(chars => chars.join(''));
  const end = fc.constantFrom('\n', '\r\n');
  const ENCODED: Record<string, (text: string) => Uint8Array> = {
    'utf-8': utf8,
    'utf-8-bom': text => utf8(`\ufeff${text}`),
    'utf-16le': text => utf16(`\ufeff${text}`, 'le'),
    'utf-16be': text => utf16(`\ufeff${text}`, 'be'),
    gb18030,
  };

  it('are known from the bytes, and the text is what was written', { timeout: patience }, () => {
    fc.assert(
      fc.property(
        fc.array(line),
        end,
        fc.constantFrom(...Object.entries(ENCODED)),
        (lines, own, [encoding, encoded]) => {
          // A few characters in GB18030 may be valid UTF-8 as well: a file has more than those.
          const text = `年度: 2016${own}单位: 某镇党委${own}${lines.join(own)}${own}`;
          expect(decode(encoded(text))).toMatchObject({ text, encoding, crlf: own === '\r\n', controls: [] });
        },
      ),
      runs(400),
    );
  });
});

describe("a county's file", () => {
  const county = fc.record({
    schema: fc.constant('county/v1'),
    year: fc.integer({ min: 1990, max: 2199 }),
    organization: fc.record({ name: word }),
    quota: fc.record({ total: fc.nat(1000), held: fc.nat(50) }),
    townships: fc.array(fc.record({ name: word, quota: fc.nat(100), path: fc.constantFrom('a', 'b/c') }), {
      minLength: 1,
      maxLength: 6,
    }),
  });

  it('is read as it was written', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(county, fc.boolean(), async (own, json) => {
        const files = memoryFiles({ 'county.yaml': json ? JSON.stringify(own) : yaml(own) });
        const { file, findings, folders } = await readCounty('county.yaml', files, DAY);
        expect(findings).toEqual([]);
        expect(JSON.parse(JSON.stringify(file))).toEqual(own);
        expect(folders).toEqual(own.townships.map(({ path }) => path));
      }),
      runs(60),
    );
  });
});

describe('a pack', () => {
  const values = fc.tuple(fc.constantFrom(...normIds.filter(tighterWay)), fc.nat(40));
  const from = fc.integer({ min: DAY - 2000, max: DAY + 2000 });

  it('sets each norm from its day on, unless that would loosen a regulation', {
    timeout: patience,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(values, from, fc.nat(3000), async ([id, value], day, later) => {
        const pack = { schema: 'pack/v1', name: '规范', effective: isoOf(day), norms: [{ norm: id, value }] };
        const problems = new Problems();
        const { norms } = await loadPacks(
          [{ name: 'p.yaml', beside: 'plan.yaml' }],
          yearOf(day + later),
          memoryFiles({ 'p.yaml': yaml(pack) }),
          problems,
        );
        const regulated = historyOf(id).filter(
          ({ standing }) => standing === 'regulation' || standing === 'general',
        );
        const more = tighterWay(id) === 'more';
        const isLooser = (than: number | undefined) =>
          than !== undefined && (more ? value < than : value > than);
        // One or two contacts: a minimum has its own upper limit.
        const refused = regulated.some(
          ({ value: own, most }) => isLooser(own) || (more && most !== undefined && value > most),
        );
        expect(problems.all.map(({ code }) => code)).toEqual(refused ? ['pack/loosens'] : []);
        expect(norms.find(id, day - 1)).toEqual(NATIONAL.find(id, day - 1));
        const [national, local] = [NATIONAL.find(id, day + later), norms.find(id, day + later)];
        const tighter =
          national?.value === undefined || (more ? value > national.value : value < national.value);
        expect(local?.value).toBe(refused || !tighter ? national?.value : value);
      }),
      runs(120),
    );
  });
});

describe('a roster as a table', () => {
  const text = fc
    .array(fc.constantFrom(...'合作社会计懂电脑,"\'，;：=+-@9 \n'), { minLength: 1, maxLength: 12 })
    // What an office leaves empty, or repeats from above, is another matter.
    .map(chars => `说明${chars.join('')}完`);
  const person = fc.record({
    id: fc.constant(''),
    name: fc.constantFrom('阿依古丽', '买买提·艾力', '王春梅', '李强', '欧阳明'),
    gender: fc.constantFrom('male' as const, 'female' as const),
    birth: fc.integer({ min: 0, max: 10_000 }).map(isoOf),
    note: text,
    tags: fc.uniqueArray(fc.constantFrom('致富带头人', '退役军人', '村干部'), { minLength: 1 }),
  });
  const people = fc
    .array(person, { minLength: 1, maxLength: 6 })
    .map(all => all.map((each, index) => ({ ...each, id: `r${index + 1}` })));

  it.each(['csv', 'tsv', 'xlsx', 'xls'] as const)(
    'is read back from %s',
    { timeout: patience },
    async format => {
      await fc.assert(
        fc.asyncProperty(people, fc.nat(), async (own, way) => {
          const problems = new Problems();
          const name = `名册.${format === 'tsv' ? 'csv' : format}`;
          const document = readRosterDocument(name, writeRoster(own, format, way), problems, { asOf: DAY });
          expect(problems.all).toEqual([]);
          // A note is one line: in a narrow cell it is broken wherever there is room.
          const expected = own.map(each => ({ ...each, note: each.note.replace(/\s+/g, ' ') }));
          expect(JSON.parse(JSON.stringify(document!.value.candidates))).toEqual(expected);
        }),
        runs(20),
      );
    },
  );
});

describe('whatever stands in a file', () => {
  const PLAN = 'year: 2016\norganization: { name: 某镇党委 }\n';
  const FILES: Record<string, (bytes: Uint8Array) => Record<string, Uint8Array>> = {
    'candidates.yaml': bytes => ({ 'plan.yaml': utf8(PLAN), 'candidates.yaml': bytes }),
    'timeline.yaml': bytes => ({ 'plan.yaml': utf8(PLAN), 'timeline.yaml': bytes }),
    'roster.csv': bytes => ({ 'plan.yaml': utf8(`${PLAN}candidates: roster.csv\n`), 'roster.csv': bytes }),
    'roster.xlsx': bytes => ({ 'plan.yaml': utf8(`${PLAN}candidates: roster.xlsx\n`), 'roster.xlsx': bytes }),
    'pack.yaml': bytes => ({
      'plan.yaml': utf8(`${PLAN}rules: { packs: [pack.yaml] }\n`),
      'pack.yaml': bytes,
    }),
    'county.yaml': bytes => ({ 'county.yaml': bytes }),
  };
  const START = [
    '',
    'candidates:\n',
    'steps:\n  - ',
    '姓名,性别,出生年月\n',
    'norms: [',
    'townships:\n  - {',
    'PK\u0003\u0004',
  ];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 120 }),
    fc
      .tuple(fc.constantFrom(...START), fc.string({ unit: 'grapheme', maxLength: 80 }))
      .map(([start, text]) => utf8(start + text)),
    fc
      .tuple(
        fc.constantFrom(...START),
        fc.array(fc.constantFrom(...':-,[]{}"\'#&*!|>%@`\n\t 姓名性别男1'), { maxLength: 60 }),
      )
      .map(([start, chars]) => utf8(start + chars.join(''))),
  );

  it('is answered by findings', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(FILES)), bytes, async (name, content) => {
        expect(await faultsOf(FILES[name]!(content), 'quick')).toEqual([]);
      }),
      runs(200),
    );
  });
});
