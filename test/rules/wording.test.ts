import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damageIn } from '../../src/model/damage.ts';
import { exposedNumbers } from '../../src/model/exposed.ts';
import type { Plan } from '../../src/model/plan.ts';
import { excerpt, labelsOf, planTexts } from '../../src/model/plan-texts.ts';
import type { CheckedPlan, Finding } from '../../src/rules/check.ts';
import { texts as en } from '../../src/text/en/index.ts';
import { messageOf, remedyOf } from '../../src/text/sentences.ts';
import { texts as zh } from '../../src/text/zh/index.ts';
import { checkInMemory } from '../support/memory.ts';

type Fields = Record<string, unknown>;

const NUMBER = '650000199001010019';
const PHONE = '13800000000';

const check = (plan: Fields): Promise<CheckedPlan> =>
  checkInMemory({ year: 2016, organization: { name: '某镇党委' }, ...plan }, '2016-06-01');

const prose = (text: string, plan: Fields = {}): Promise<CheckedPlan> =>
  check({ narrative: [{ heading: '指导思想', text }], ...plan });

const ofGroup = (findings: readonly Finding[], group: string): Finding[] =>
  findings.filter(({ code }) => code.startsWith(`${group}/`));

/** What is damaged in a text, as kind and words. */
const damaged = (text: string): string[] =>
  damageIn(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

/** A plan that has a text wherever one can stand. */
const EVERYWHERE: Fields = {
  organization: { name: '甲镇党委', superior: '乙县委组织部' },
  quota: {
    total: 1,
    categories: [{ id: 'farmer', name: '农牧民', count: 1 }],
    batches: [null, { name: '上半年', total: 1 }],
  },
  structure: [{ id: 'women', name: '女党员', where: { gender: 'female' }, min: 1 }],
  materials: [{ id: 'application', name: '入党申请书' }],
  branches: [{ name: '东村党支部' }],
  waivers: [{ rule: 'quota/unfilled', reason: '年中补报', approvedBy: '镇党委会', until: '2016-12-31' }],
  narrative: [null, { heading: '指导思想', text: '按计划发展。' }],
  timeline: [
    { id: 'test', name: '测试', phase: '考察阶段', on: '2016-06-20', owner: '组织办', note: '地点另定' },
  ],
  candidates: [
    {
      id: 'c01',
      name: '张三',
      branch: '东村党支部',
      position: '村民',
      nativePlace: '某省某县',
      note: '由西村转入',
      tags: ['致富带头人'],
      attributes: { 排名: 12, 院校: '某校' },
      contacts: ['党员甲'],
      introducers: ['党员乙'],
      events: {
        application: { on: '2013-01-01', note: '补交' },
        inspections: ['2015-01-01', { on: '2015-06-01', note: '迟到' }],
        training: { start: '2016-01-01', end: '2016-01-03', note: '县委党校' },
      },
    },
  ],
};

describe('the texts of a plan', () => {
  const placed = (texts: ReturnType<typeof planTexts>) =>
    texts.map(({ text, place }) => `${place.locate().path} ${text}`);
  const planOf = async (): Promise<Plan> => (await check(EVERYWHERE)).facts!.plan;

  it('are found wherever one can stand, each at its place', async () => {
    expect(placed(planTexts(await planOf()))).toEqual([
      '/organization/name 甲镇党委',
      '/organization/superior 乙县委组织部',
      '/quota/categories/0/name 农牧民',
      '/quota/batches/1/name 上半年',
      '/structure/0/name 女党员',
      '/materials/0/name 入党申请书',
      '/branches/0/name 东村党支部',
      '/waivers/0/reason 年中补报',
      '/narrative/1/heading 指导思想',
      '/narrative/1/text 按计划发展。',
      '/timeline/0/name 测试',
      '/timeline/0/phase 考察阶段',
      '/timeline/0/owner 组织办',
      '/timeline/0/note 地点另定',
      '/candidates/0/position 村民',
      '/candidates/0/nativePlace 某省某县',
      '/candidates/0/note 由西村转入',
      '/candidates/0/events/application/note 补交',
      '/candidates/0/events/inspections/1/note 迟到',
      '/candidates/0/events/training/note 县委党校',
    ]);
  });

  it('are followed by names, labels and codes', async () => {
    expect(placed(labelsOf(await planOf()))).toEqual([
      '/waivers/0/approvedBy 镇党委会',
      '/candidates/0/id c01',
      '/candidates/0/name 张三',
      '/candidates/0/branch 东村党支部',
      '/candidates/0/contacts/0 党员甲',
      '/candidates/0/introducers/0 党员乙',
      '/candidates/0/tags/0 致富带头人',
      '/candidates/0/attributes/排名 12',
      '/candidates/0/attributes/院校 某校',
    ]);
  });

  it('name whose they are, without numbers of persons', async () => {
    const { facts } = await check({ timeline: [{ id: 'a', name: `电话${PHONE}`, note: '甲' }] });
    expect(planTexts(facts!.plan).at(-1)).toMatchObject({
      text: '甲',
      subject: 'a',
      owner: { part: 'step', name: '电话*******0000' },
    });
  });

  it('are quoted with what stands around, numbers masked before they are cut', () => {
    const text = `请与组织办张三联系${NUMBER}或来电《》索取`;
    const at = text.indexOf('《》');
    expect(excerpt(text, at, at + 2)).toBe('…*0019或来电《》索取');
    expect(excerpt('《》', 0, 2)).toBe('《》');
    expect(excerpt('a\n b《》', 4, 6)).toBe('a b《》');
    expect(excerpt(`𠮷1234567《》`, 9, 11)).toBe('…1234567《》');
  });
});

describe('text/damaged-text', () => {
  it.each([
    ['党员队伍，为为实现目标提供保证', ['doubled 为为']],
    ['要严格执行《中国共产程》和《细则》', ['missing 中国共产程']],
    ['认真贯彻落实党的十、十八届四中全会精神', ['missing 党的十']],
    ['进行《》教育，实施“ ”工程', ['empty 《》', 'empty “ ”']],
    ['“双基工程”试点中的的好典型', ['doubled 的的']],
    ['取得了了成效，支部和和党员，在在工作中', ['doubled 了了', 'doubled 和和', 'doubled 在在']],
    [
      '20xx年计划，20**年、20××、201X年、19*8年',
      ['year 20xx年', 'year 20**年', 'year 20××', 'year 201X年', 'year 19*8年'],
    ],
    ['现就**年工作安排如下', ['year **年']],
    ['**县XX镇××村，*乡', ['mask **', 'mask XX', 'mask ××', 'mask *']],
    ['李××镇、镇XX、', ['mask ××', 'mask XX']],
    ['锟斤拷，烫烫烫烫，\ufffd\ufffd', ['mojibake 锟斤拷', 'mojibake 烫烫烫烫', 'mojibake \ufffd\ufffd']],
    ['落实《细则，由镇党委（组织办解释”', ['unbalanced 《', 'unbalanced （', 'unbalanced ”']],
    ['”甲“', ['unbalanced ”', 'unbalanced “']],
  ])('finds what is wrong with %s', (text, expected) => {
    expect(damaged(text)).toEqual(expected);
  });

  it.each([
    '年年有计划，人人有责任，天天抓落实，党党委',
    '为了了解情况，除了了解本人，不了了之，加深了了解',
    '以发展党员为目的的工作，的的确确',
    '问题存在在校学生中，实实在在，潜在在岗职工，现在在职党员',
    '喀什和和田地区、克州和和静县，和和气气',
    '对对象进行考察，绝对对口',
    '成为为民服务的先锋，以为为民办实事',
    '参与与会人员，以及及时上报，普及及格率，将将来，把把关，关键是是否合格',
    '电话138****0000，尾号**0019，身份号码650***********0019、420119********1234、19**********12',
    '联系人李××、张**。',
    'XXL号，PIX，maxx，Xx1',
    '中国共产党章程，中国共产主义青年团，党的十年、党的十九大',
    '1）甲；2）乙。a)丙\n三）丁',
    '（以下简称“《细则》”)，(试行）',
    '',
  ])('leaves %s alone', text => {
    expect(damaged(text)).toEqual([]);
  });

  it('is one finding for a text, which quotes the same words once', async () => {
    const { findings } = await prose('为为民。，为为实现目标，，为为发展；《》');
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding!.place.locate().path).toBe('/narrative/0/text');
    expect(messageOf(finding!, zh)).toBe(
      '正文“指导思想”中“为为”多写了一个字：为为民。，为为实现目标，，为为…；“《》”里没有内容：…标，，为为发展；《》',
    );
    expect(remedyOf(finding!, zh)).toBe('请删去一个“为”；请补上文件名称或引文，不需要的删去');
    expect(messageOf(finding!, en)).toBe(
      'section "指导思想": "为为" has one character too many (为为民。，为为实现目标，，为为…); nothing between "《" and "》" (…标，，为为发展；《》)',
    );
  });

  it('stays quick on long texts', async () => {
    const text = '为为**县《'.repeat(700) + '细则（试行）1990年'.repeat(500);
    const { findings } = await prose(`${text}废止`, { organization: { name: text } });
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'text/damaged-text',
      'text/damaged-text',
      'text/outdated-reference',
    ]);
  });
});

describe('text/outdated-reference', () => {
  const found = async (text: string, year = 2016) => {
    const { findings } = await prose(text, { year });
    return ofGroup(findings, 'text').map(({ code, args }) => `${code} ${(args as { text: string }).text}`);
  };

  it.each([
    ['按照《中国共产党发展党员工作细则（试行）》', '中国共产党发展党员工作细则（试行）'],
    ['按照《中国共产党发展党员工作细则》(试行)', '中国共产党发展党员工作细则》(试行)'],
    ['按照发展党员工作细则<试行>', '发展党员工作细则<试行>'],
    ['对照《细则 (试行)》', '细则(试行)'],
    ['根据1990年印发的《发展党员工作细则》', '1990年印发的《发展党员工作细则'],
    ['根据《中国共产党发展党员工作细则》（1990年）', '发展党员工作细则》（1990'],
    ['根据中组发［1990］3号', '中组发［1990］3号'],
    ['根据中组发[1990]3号', '中组发[1990]3号'],
    ['《某县发展党员工作细则（试行）》', undefined],
    ['《发展党员工作实施细则（试行）》', undefined],
    ['1990年出生的，按实施细则办理', undefined],
    ['《中国共产党发展党员工作细则》', undefined],
    ['《细则（试行）》同时废止', undefined],
    ['《细则（试行）》同时废止。仍按细则（试行）办理', '细则（试行）'],
  ])('%s', async (text, words) => {
    const expected = words === undefined ? [] : [`text/outdated-reference ${words}`];
    expect(await found(text)).toEqual(expected);
    expect(await found(text, 2014)).toEqual(expected);
    expect(await found(text, 2013)).toEqual([]);
  });

  it.each([
    [2026, []],
    [2027, ['text/outdated-reference 中办发〔2014〕33号']],
  ])('the Rules of 2014 in a plan for %i', async (year, expected) => {
    expect(await found('（中办发〔2014〕33号）', year)).toEqual(expected);
  });

  it('names the Rules to cite', async () => {
    const said = async (year: number) => {
      const [finding] = (await prose('细则（试行）', { year })).findings;
      return [messageOf(finding!, zh), remedyOf(finding!, zh), messageOf(finding!, en)];
    };
    expect(await said(2016)).toEqual([
      '正文“指导思想”引用了“细则（试行）”，《中国共产党发展党员工作细则（试行）》（1990年）自2014年5月28日起已被取代',
      '请改引《中国共产党发展党员工作细则》（2014年），并核对所引条文',
      'section "指导思想" cites "细则（试行）"; the Detailed Rules for Developing Party Members (trial, 1990) were superseded on 28 May 2014',
    ]);
    expect((await said(2026))[1]).toContain('2026年修订');
  });
});

describe('text/outdated-phrase', () => {
  const OLD = '坚持标准、保证质量、改善结构、慎重发展';
  it.each([
    [OLD, 2012, 0],
    [OLD, 2013, 1],
    [OLD, 2022, 1],
    ['坚持标准，保证质量，改善结构，\n慎重发展', 2022, 1],
    ['坚持标准、保证质量', 2022, 0],
    ['控制总量、优化结构、提高质量、发挥作用', 2022, 0],
    [`由“${OLD}”调整为“控制总量、优化结构、提高质量、发挥作用”`, 2022, 0],
    [`按照“${OLD}”。落实“控制总量、优化结构、提高质量、发挥作用”`, 2022, 1],
  ])('%s in %i', async (text, year, count) => {
    const { findings } = await prose(text, { year });
    expect(findings.map(({ code }) => code)).toEqual(Array(count).fill('text/outdated-phrase'));
  });
});

describe('privacy', () => {
  it.each([
    [`号码${NUMBER}。`, ['id-number 0019']],
    ['65000019951230123X', ['id-number 123X']],
    ['65000019951230123x', ['id-number 123x']],
    ['650000900101001', ['id-number 1001']],
    [`${PHONE}/13900000001`, ['phone 0000', 'phone 0001']],
    [`+86${PHONE}`, ['phone 0000']],
    ['+86 138-0000-0000', ['phone 0000']],
    ['138 0000 0000', ['phone 0000']],
    ['１３８００００００００', ['phone ００００']],
    ['6222020200012345678', []],
    ['123456789012345678', []],
    ['123456789012345', []],
    ['12800000000', []],
    ['138****0000', []],
    [`1${NUMBER}`, []],
  ])('%s', (text, expected) => {
    expect(exposedNumbers(text).map(({ kind, tail }) => `${kind} ${tail}`)).toEqual(expected);
  });

  it('finds numbers in every text and label, and never shows more than four digits', async () => {
    const both = `${NUMBER}；${PHONE}`;
    const { findings } = await check({
      organization: { name: `镇党委${both}` },
      narrative: [{ heading: both, text: `《》${both}“` }],
      timeline: [{ id: 'test', name: both, on: '2016-06-20', owner: both }],
      candidates: [
        {
          id: PHONE,
          name: both,
          contacts: [both],
          tags: [both],
          note: both,
          attributes: { a: both, b: Number(PHONE) },
        },
      ],
    });
    const found = ofGroup(findings, 'privacy');
    expect(found.filter(({ code }) => code === 'privacy/id-number-exposed')).toHaveLength(10);
    expect(found.filter(({ code }) => code === 'privacy/phone-exposed')).toHaveLength(12);
    for (const finding of [...found, ...ofGroup(findings, 'text')]) {
      const { args, subject, severity, code } = finding;
      if (code.startsWith('privacy/')) expect(severity).toBe('error');
      const shown = JSON.stringify([
        args,
        subject,
        messageOf(finding, zh),
        messageOf(finding, en),
        remedyOf(finding, zh),
      ]);
      expect(shown).not.toMatch(/\d{5}/);
    }
    expect(new Set(found.map(({ subject }) => subject))).toEqual(new Set(['', 'test', '*******0000']));
  });

  it('leaves the fields for these numbers alone', async () => {
    const own = { idNumber: NUMBER, phone: PHONE, birth: '1990-01-01', gender: 'male' };
    const { findings } = await check({ candidates: [{ id: 'c01', name: '张三', ...own }] });
    expect(ofGroup(findings, 'privacy')).toEqual([]);
  });
});

describe('branches', () => {
  const inactive = async (lastDeveloped: number, plan: Fields = {}) => {
    const { findings } = await check({ branches: [{ name: '东村党支部', lastDeveloped }], ...plan });
    return ofGroup(findings, 'branch')
      .filter(({ code }) => code === 'branch/inactive')
      .map(finding => `${finding.severity} ${finding.subject} ${messageOf(finding, zh)}`);
  };
  const nominee = (branch: string) => ({
    candidates: [{ id: 'c01', name: '张三', role: 'nominee', branch, stage: 'activist', contacts: ['甲'] }],
  });

  it.each<[number, Fields, string[]]>([
    [2016, {}, []],
    [2017, {}, []],
    [2015, {}, ['info 东村党支部 东村党支部本年度没有发展党员（黄色）']],
    [2014, {}, ['warning 东村党支部 东村党支部已连续2年没有发展党员（橙色）']],
    [2013, {}, ['warning 东村党支部 东村党支部已连续3年没有发展党员（红色）']],
    [2003, {}, ['warning 东村党支部 东村党支部已连续13年没有发展党员（红色）']],
    [2003, nominee('东村党支部'), []],
    [2013, nominee('西村党支部'), ['warning 东村党支部 东村党支部已连续3年没有发展党员（红色）']],
  ])('last developed in %i', async (year, plan, expected) => {
    expect(await inactive(year, plan)).toEqual(expected);
  });

  it('take the colours of the plan, in whatever order', async () => {
    const settings = {
      rules: {
        settings: {
          branchInactive: [{ years: 5, colour: 'red' }, null, { years: 3, colour: '蓝色' }],
        },
      },
    };
    expect(await inactive(2014, settings)).toEqual([]);
    expect(await inactive(2012, settings)).toEqual([
      'info 东村党支部 东村党支部已连续4年没有发展党员（蓝色）',
    ]);
    expect(await inactive(2011, settings)).toEqual([
      'warning 东村党支部 东村党支部已连续5年没有发展党员（红色）',
    ]);
  });

  it.each<[string, Fields, boolean]>([
    ['an activist', { stage: 'activist' }, true],
    ['somebody of unknown stage', {}, true],
    ['an applicant', { stage: 'applicant' }, false],
    ['an activist of later this year', { events: { activist: '2016-12-31' } }, true],
    ['an activist of next year', { events: { application: '2016-01-01', activist: '2017-01-01' } }, false],
    ['a prospective member', { events: { activist: '2014-01-01', prospective: '2015-03-01' } }, true],
    [
      'somebody admitted this year',
      { events: { activist: '2014-01-01', branchMeeting: '2016-05-01' } },
      true,
    ],
    ['a member of last year', { events: { activist: '2013-01-01', branchMeeting: '2015-05-01' } }, false],
  ])('with %s', async (_, person, has) => {
    const { findings } = await check({
      branches: [{ name: '东村党支部' }],
      candidates: [{ id: 'c01', name: '张三', branch: '东村党支部', ...person }],
    });
    expect(findings.filter(({ code }) => code === 'branch/no-activist')).toHaveLength(has ? 0 : 1);
  });

  it('are looked up by name', async () => {
    const { findings } = await check({
      branches: [{ name: '东村党支部' }, { name: '西村党支部' }],
      candidates: [{ id: 'c01', name: '张三', branch: '东村支部' }],
    });
    const [finding] = findings.filter(({ code }) => code === 'branch/unknown-branch');
    expect(finding).toMatchObject({ severity: 'warning', subject: 'c01' });
    expect(finding!.place.locate().path).toBe('/candidates/0/branch');
    expect(messageOf(finding!, zh)).toBe('张三（c01）的所在党支部“东村支部”不在计划所列的党支部中');
    expect(remedyOf(finding!, zh)).toBe(
      '是不是“东村党支部”？计划所列：东村党支部、西村党支部；有遗漏的请补入计划',
    );
  });
});

describe('findings of one rule', () => {
  it('are told from top to bottom of the file, wherever the rule begins', async () => {
    const damagedWords = '20xx年的工作';
    const { findings } = await check({
      narrative: [{ heading: '指导思想', text: damagedWords }],
      materials: [{ id: 'form', name: damagedWords }],
      title: damagedWords,
    });
    const lines = ofGroup(findings, 'text').map(({ place }) => place.locate().line);
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

describe('words that fit the numbers', () => {
  const told = async (code: string, plan: Fields) => {
    const { findings } = await check(plan);
    return findings
      .filter(finding => finding.code === code)
      .flatMap(finding => [messageOf(finding, zh), remedyOf(finding, zh), messageOf(finding, en)]);
  };

  it('nobody is below the age of 0: then a date is wrong', async () => {
    const person = { id: 'c01', name: '张三', birth: '2020-06-01' };
    expect(
      await told('candidate/underage', {
        candidates: [{ ...person, events: { application: '2013-06-13' } }],
      }),
    ).toEqual([
      '张三（c01）的出生日期（2020年6月1日）晚于申请入党的日期（2013年6月13日）',
      '请核对这两个日期，更正写错的',
      'the birth date of 张三 (c01) (1 June 2020) is later than the application (13 June 2013)',
    ]);
    expect(await told('candidate/underage', { candidates: [person] })).toEqual([
      '张三（c01）的出生日期（2020年6月1日）晚于年龄截止日（2016年12月31日）',
      '请核对这两个日期，更正写错的',
      'the birth date of 张三 (c01) (1 June 2020) is later than the day for ages (31 December 2016)',
    ]);
    // Born on the day itself is an age of 0.
    expect(
      (await told('candidate/underage', { candidates: [{ ...person, birth: '2016-12-31' }] }))[0],
    ).toContain('0周岁，不满18周岁');
  });

  it('a single part of the quota is no sum', async () => {
    const quota = (...counts: number[]) => ({
      quota: {
        total: 9,
        categories: counts.map((count, at) => ({ id: `c${at}`, name: `类别${at}`, count })),
      },
    });
    expect(await told('quota/sum-mismatch', quota(2))).toMatchObject([
      '各类别名额之和 2，与总数 9 不符，少7名',
      '请与上级下达的数核对：分配数对的，改为 total: 2；总数对的，请改正各项分配数',
      'the categories add up to 2, not to the total of 9: 7 too few',
    ]);
    expect((await told('quota/sum-mismatch', quota(4, 6)))[0]).toBe(
      '各类别名额之和 4+6=10，与总数 9 不符，多1名',
    );
  });

  it('a remedy names a field as the file does', async () => {
    const remedies = async (plan: string) => {
      const { findings } = await checkInMemory(plan, '2016-06-01');
      const finding = findings.find(({ code }) => code === 'quota/sum-mismatch')!;
      return [zh, en].map(texts => /\S+: 2/.exec(remedyOf(finding, texts))?.[0]);
    };
    expect(
      await remedies(
        'year: 2016\norganization: { name: 甲镇党委 }\nquota: { total: 9, categories: [{ id: a, name: 农牧民, count: 2 }] }\n',
      ),
    ).toEqual(['total: 2', 'total: 2']);
    expect(
      await remedies(
        '年度: 2016\n单位: { 名称: 甲镇党委 }\n指导性计划: { 总数: 9, 名额分配: [{ 代码: a, 名称: 农牧民, 名额: 2 }] }\n',
      ),
    ).toEqual(['总数: 2', '总数: 2']);
  });

  it('a remedy never writes a key of YAML for a field of people, whose roster may be a sheet', () => {
    for (const language of ['zh', 'en'])
      for (const file of readdirSync(`src/text/${language}`)) {
        const source = readFileSync(`src/text/${language}/${file}`, 'utf8');
        expect([file, source.match(/key\([`']candidates[^)]*\)\}: /g)]).toEqual([file, null]);
      }
  });
});
