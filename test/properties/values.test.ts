import fc from 'fast-check';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/generated/types.ts';
import { checkDigit } from '../../src/model/id-number.ts';
import type { Duration } from '../../src/model/plan.ts';
import { type LoadedPlan, loadPlan } from '../../src/read/plan/load.ts';
import { civil, isoOf, weekdayOf } from '../../src/values/day.ts';
import { amountText } from '../../src/values/share.ts';
import { memoryFiles } from '../support/memory.ts';
import { patience, runs } from '../support/runs.ts';

const load = (text: string): Promise<LoadedPlan> =>
  loadPlan('.', { files: memoryFiles({ 'plan.yaml': text }), asOf: 16953 });

const HEAD = 'year: 2016\norganization: { name: 某镇党委 }\n';

/** A person with this text in a field, written bare, in quotes, or within brackets. */
async function personWith(
  field: string,
  text: string,
  style: 'bare' | 'quoted' | 'flow',
): Promise<Candidate> {
  const value = style === 'quoted' ? JSON.stringify(text) : text;
  const person =
    style === 'flow'
      ? `{ id: c1, name: 王甲, ${field}: ${value} }`
      : `id: c1\n    name: 王甲\n    ${field}: ${value}`;
  const { plan, problems } = await load(`${HEAD}candidates:\n  - ${person}\n`);
  expect(problems.all.filter(({ code }) => code === 'input/schema' || code === 'input/syntax')).toEqual([]);
  return plan!.people[0]!.data;
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const style = fc.constantFrom<('bare' | 'quoted' | 'flow')[]>('bare', 'quoted', 'flow');
const two = (number: number) => String(number).padStart(2, '0');

describe('what is written is read back', () => {
  const day = fc.integer({ min: -20_000, max: 40_000 });
  const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
  const NOTATIONS: ((at: ReturnType<typeof civil>, weekday: string) => string)[] = [
    ({ year, month, date }) => `${year}-${two(month)}-${two(date)}`,
    ({ year, month, date }) => `${year}.${month}.${date}`,
    ({ year, month, date }) => `${year}/${two(month)}/${date}`,
    ({ year, month, date }) => `${year}年${month}月${date}日`,
    ({ year, month, date }) => `${year} 年 ${month} 月 ${date} 号`,
    ({ year, month, date }) => `${year}${two(month)}${two(date)}`,
    ({ year, month, date }) => fullWidth(`${year}-${month}-${date}`),
    ({ year, month, date }, weekday) => `${year}-${two(month)}-${two(date)}（周${weekday}）`,
    ({ year, month, date }, weekday) => `${year}年${month}月${date}日 星期${weekday}`,
    ({ year, month, date }) => `${year}-${month}-${date} 00:00:00`,
  ];

  it('a day, in every notation', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(day, fc.constantFrom(...NOTATIONS), style, async (own, notation, written) => {
        const text = notation(civil(own), WEEKDAYS[weekdayOf(own)]!);
        expect({ text, ...(await personWith('birth', text, written)) }).toMatchObject({
          text,
          birth: isoOf(own),
        });
      }),
      runs(150),
    );
  });

  it('a month, in every notation but that of January and October alike', { timeout: patience }, async () => {
    const notations = [
      (year: number, month: number) => `${year}-${two(month)}`,
      (year: number, month: number) => `${year}.${two(month)}`,
      (year: number, month: number) => `${year}年${month}月`,
      (year: number, month: number) => `${year}${two(month)}`,
      (year: number, month: number) => fullWidth(`${year}/${month}`),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...notations),
        style,
        async (year, month, notation, written) => {
          const text = notation(year, month);
          expect({ text, ...(await personWith('birth', text, written)) }).toMatchObject({
            birth: `${year}-${two(month)}`,
          });
        },
      ),
      runs(60),
    );
  });

  it('an ID number, with spaces and small or full-width letters', { timeout: patience }, async () => {
    const bodies = fc.tuple(fc.integer({ min: -7000, max: 12_000 }), fc.integer({ min: 1, max: 999 }));
    const ways = [
      (number: string) => number,
      (number: string) => number.toLowerCase(),
      fullWidth,
      (number: string) => `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
    ];
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(...ways), style, async ([birth, order], way, written) => {
        const body = `650000${isoOf(birth).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
        const number = body + checkDigit(body);
        expect((await personWith('idNumber', way(number), written)).idNumber).toBe(number);
      }),
      runs(60),
    );
  });

  it('a share or a number of heads', { timeout: patience }, async () => {
    const share = fc.integer({ min: 0, max: 1_000_000 }).map(parts => `${parts / 10_000}%`);
    const amounts = fc.oneof(share, fc.nat(1_000_000).map(String));
    const ways = [
      (text: string) => text,
      (text: string) => text.replace('%', '％'),
      (text: string) => text.replace('%', ' %'),
      (text: string) => fullWidth(text),
      (text: string) => (text.endsWith('%') ? text : `${text}人`),
      (text: string) => JSON.stringify(text),
    ];
    const comparator = fc.constantFrom('min', 'max', 'about', 'exactly');
    await fc.assert(
      fc.asyncProperty(amounts, comparator, fc.constantFrom(...ways), async (amount, name, way) => {
        const { plan } = await load(
          `${HEAD}structure:\n  - { id: women, name: 女党员, where: { gender: female }, ${name}: ${way(amount)} }\n`,
        );
        const [requirement] = plan!.requirements;
        expect(requirement).toMatchObject({ comparator: name });
        expect(amountText(requirement!.amount)).toBe(amount);
      }),
      runs(80),
    );
  });

  it('a duration, alone and behind a step', { timeout: patience }, async () => {
    const duration = fc.record({
      count: fc.integer({ min: 1, max: 9999 }),
      unit: fc.constantFrom<Duration['unit'][]>('d', 'wd'),
    });
    const words = {
      d: ['d', 'D', '天', '日', '个自然日', ' 天'],
      wd: ['wd', '个工作日', '工作日', ' 个工作日'],
    };
    await fc.assert(
      fc.asyncProperty(duration, fc.nat(), fc.boolean(), async ({ count, unit }, at, wide) => {
        const text = `${count}${words[unit][at % words[unit].length]}`;
        const { plan } = await load(
          `${HEAD}timeline:\n  - { id: a, name: 公示, duration: ${wide ? fullWidth(text) : text} }\n  - { id: b, name: 会议, after: [a+${count}${unit}] }\n`,
        );
        expect(plan!.steps[0]!.duration).toEqual({ count, unit });
        expect(plan!.steps[1]!.after).toEqual([{ id: 'a', lag: { count, unit } }]);
      }),
      runs(60),
    );
  });

  it('bounds of an age, with every word for them', { timeout: patience }, async () => {
    const words = { min: ['min', '不低于', '以上'], max: ['max', '不超过', '以下', '以内'] };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(120),
        fc.constantFrom<('min' | 'max')[]>('min', 'max'),
        fc.nat(),
        async (age, side, at) => {
          const word = words[side][at % words[side].length]!;
          const { plan } = await load(
            `${HEAD}structure:\n  - { id: youth, name: 青年, where: { 年龄: { ${word}: ${age} } }, min: 1 }\n`,
          );
          expect(plan!.requirements[0]!.where).toEqual({ age: { [side]: age } });
        },
      ),
      runs(40),
    );
  });

  it('running text, letter for letter, as YAML and as JSON', { timeout: patience }, async () => {
    const mark = fc.constantFrom(...' \t:-#"\'[]{},&*!|>%@`?无~');
    const char = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), mark);
    const text = fc.array(char, { minLength: 1, maxLength: 30 }).map(chars => chars.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), fc.nat(3), async (lines, way) => {
        const own = lines.join('\n');
        const data = {
          year: 2016,
          organization: { name: '某镇党委' },
          narrative: [{ heading: '工作目标', text: own }],
        };
        const { plan } = await load(
          way === 0
            ? JSON.stringify(data)
            : dump(data, { schema: CORE_SCHEMA, lineWidth: way === 1 ? -1 : 40 }),
        );
        expect(plan!.narrative[0]!.text).toBe(own);
      }),
      runs(150),
    );
  });
});

describe('what cannot be read', () => {
  const FIELDS: Record<string, (text: string) => string> = {
    birth: text => `candidates:\n  - { id: c1, name: 王甲, birth: ${text} }\n`,
    gender: text => `candidates:\n  - { id: c1, name: 王甲, gender: ${text} }\n`,
    education: text => `candidates:\n  - { id: c1, name: 王甲, education: ${text} }\n`,
    ethnicity: text => `candidates:\n  - { id: c1, name: 王甲, ethnicity: ${text} }\n`,
    leagueMember: text => `candidates:\n  - { id: c1, name: 王甲, leagueMember: ${text} }\n`,
    total: text => `quota: { total: ${text} }\n`,
    min: text => `structure: [{ id: a, name: 女, where: { gender: 女 }, min: ${text} }]\n`,
    growthLimit: text => `quota: { total: 9, growthLimit: ${text} }\n`,
    duration: text => `timeline: [{ id: a, name: 公示, duration: ${text} }]\n`,
    until: text => `waivers: [{ rule: a/b, reason: 无, approvedBy: 党委, until: ${text} }]\n`,
  };

  it('is told, unless it is a way to say that nothing is known', { timeout: patience }, async () => {
    // Letters that spell no value, so that what is drawn is garbage for certain.
    const garbage = fc.stringMatching(/^[ghjkvwxz%年岁.·-]{1,12}$/).filter(text => /[ghjkvwxz]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.entries(FIELDS)), garbage, async ([, written], text) => {
        const { problems } = await load(HEAD + written(JSON.stringify(text)));
        expect(problems.all.map(({ code }) => code)).toContain('input/schema');
      }),
      runs(120),
    );
  });

  it('is never taken for a value that was not written', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(FIELDS)),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        async (written, text) => {
          const { plan, problems } = await load(HEAD + written(JSON.stringify(text)));
          const { birth, gender, education, ethnicity } = plan?.people[0]?.data ?? {};
          const read = [birth, gender, education, ethnicity].filter(value => value !== undefined);
          // A text without a digit or a Chinese character is neither a date nor a word that the schemas know.
          if (!/[\d\p{Script=Han}]|male/u.test(text.normalize('NFKC')))
            expect({ read, codes: problems.all.map(({ code }) => code) }).toMatchObject({ read: [] });
        },
      ),
      runs(120),
    );
  });
});
