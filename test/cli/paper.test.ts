import { describe, expect, it } from 'vitest';
import { PAPER_KINDS } from '../../src/output/papers/steps/kinds.ts';
import { runPlan } from '../support/io.ts';

const EXAMPLE = 'examples/township-2016';

const paper = (args: string[], stdin?: string) =>
  runPlan(['paper', ...args, '--as-of', '2016-07-01', '--lang', 'zh'], stdin === undefined ? {} : { stdin });

/** A plan of 2027 with somebody in each stage. */
const LATER = JSON.stringify({
  year: 2027,
  organization: { name: '某镇党委', superior: '某县委组织部' },
  branches: [{ name: '东村党支部', committee: false }],
  candidates: [
    {
      id: 'c01',
      name: '王芳',
      role: 'nominee',
      branch: '东村党支部',
      events: { application: '2025-01-04', activist: '2025-08-01' },
    },
    {
      id: 'c02',
      name: '李强',
      role: 'reserve',
      branch: '西村党支部',
      mobile: true,
      events: { application: '2027-02-01' },
    },
    {
      id: 'c03',
      name: '张伟',
      role: 'nominee',
      branch: '西村党支部',
      events: {
        application: '2024-01-04',
        activist: '2024-08-01',
        prospective: '2026-06-01',
        branchMeeting: { on: '2026-07-01', entitled: 17, present: 15, inFavour: 9 },
      },
    },
  ],
});

const later = (args: string[]) =>
  unwrapped(['paper', ...args, '-', '--as-of', '2027-03-01', '--lang', 'zh'], LATER);

/** What a command prints, without the ends of lines within a sentence. */
async function unwrapped(args: string[], stdin?: string) {
  const { out, err, code } = await runPlan(args, stdin === undefined ? {} : { stdin });
  return { out: out.replaceAll('\n', ''), err, code };
}

describe('plan paper', () => {
  it.each(['record', '发展党员全程纪实表', '纪实表'])('takes a paper by its name: %s', async name => {
    const { code, out } = await paper([name, EXAMPLE, '--person', 'c01']);
    expect(code).toBe(0);
    expect(out).toContain('发展党员全程纪实表');
  });

  it('lists every paper', async () => {
    const { out, code } = await paper([]);
    expect(code).toBe(0);
    for (const kind of PAPER_KINDS) expect(out).toContain(`plan paper ${kind}`);
  });

  it.each(PAPER_KINDS)('prints %s without an id or an English key in it', async kind => {
    const { out, code } = await paper([kind, EXAMPLE]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/farmer|nominee|reserve|undefined|NaN|\[object/);
  });

  it('takes the words of the text in force', async () => {
    const before = (await paper(['filing', EXAMPLE, '--person', 'c01'])).out;
    expect(before).toContain('备案报告');
    const after = (await later(['filing', '--person', 'c01'])).out;
    expect(after).toContain('关于拟列王芳同志为发展对象的请示');
    expect(after).toContain('不少于五个工作日');
    expect(after).toContain('经支部大会会议讨论');
    expect((await later(['letter', '--person', 'c03'])).out).toContain('家庭主要成员和重要社会关系');
    expect((await paper(['letter', EXAMPLE, '--person', 'c01'])).out).toContain('直系亲属');
    expect((await later(['pre-review-reply', '--person', 'c01'])).out).toContain('一个月内');
  });

  it('knows whom a stage is about', async () => {
    expect((await later(['notice-result', '--stage', 'activist'])).out).toContain('李强');
    expect((await later(['notice-result', '--stage', 'conversion'])).out).toContain('张伟');
    const notice = await unwrapped(
      ['notice', '-', '--stage', 'activist', '--from', '2027-03-08', '--as-of', '2027-03-01', '--lang', 'zh'],
      LATER,
    );
    expect(notice.out).toContain('关于拟确定李强同志为入党积极分子的公示');
  });

  it('never calls an acceptance an admission', async () => {
    for (const stage of ['activist', 'prospective', 'acceptance', 'conversion']) {
      const { out } = await runPlan([
        'notice',
        EXAMPLE,
        '--stage',
        stage,
        '--person',
        'c01',
        '--from',
        '2016-07-04',
        '--lang',
        'zh',
      ]);
      expect(out).toContain('公示');
      expect(out).not.toContain('发展为中共党员');
    }
  });

  it('leaves blank what the roster does not show, and names the people', async () => {
    const filing = await later(['filing', '--stage', 'acceptance', '--person', 'c01']);
    expect(filing.out).toContain('经____年____月____日支部大会讨论通过、____年____月____日党委集体讨论');
    expect(filing.err).toContain('支部大会的日期（王芳）；党委审批的日期（王芳）');
    const met = await later(['filing', '--stage', 'acceptance', '--person', 'c03']);
    expect(met.out).toContain('经支部大会讨论通过、____年____月____日党委集体讨论');
    expect(met.err).toContain('党委审批的日期（张伟）');
    expect(met.err).not.toContain('支部大会的日期');
    // A blank for one of several is a blank for all.
    const both = await later(['filing', '--stage', 'acceptance', '--person', 'c01、c03']);
    expect(both.out).toContain('经____年____月____日支部大会讨论通过');
    expect(both.err).toContain('支部大会的日期（王芳）；党委审批的日期（王芳、张伟）');

    const ripe = await later(['filing', '--person', 'c01']);
    expect(ripe.out).toContain('王芳同志经过一年以上培养教育和考察');
    expect(ripe.err).not.toContain('查不到');
    const young = await later(['filing', '--person', 'c02']);
    expect(young.out).toContain('李强同志自____年____月起经过____个月培养教育和考察');
    expect(young.err).toContain('培养考察满一年（李强）');
    const activist = await later(['filing', '--stage', 'activist', '--person', 'c02']);
    expect(activist.out).toContain('____年____月____日支部委员会研究决定');

    const review = await later(['pre-review', '--person', 'c01']);
    expect(review.out).toContain('支部委员会于____年____月____日对王芳同志');
    expect(review.err).toContain('支部委员会审查的日期（王芳）；政治审查的日期（王芳）');
    const result = await later(['notice-result', '--stage', 'acceptance', '--person', 'c03']);
    expect(result.out).toContain('____年____月____日至____月____日，就拟接收');
    expect(result.err).toContain('接收公示的日期（张伟）');
    const vote = await later(['vote', '--stage', 'conversion', '--person', 'c01']);
    expect(vote.err).toContain('支部大会的日期（王芳）');
    expect((await later(['letter', '--person', 'c01'])).out).toContain('是我单位拟发展对象');
    expect((await later(['letter', '--person', 'c03'])).out).toContain('是我单位发展对象');
  });

  it.each([
    ['acceptance', 'c01', '2027-03-08', '经____年____月____日支部大会讨论通过', '支部大会的日期（王芳）'],
    ['acceptance', 'c03', '2027-03-08', '，经支部大会讨论通过', ''],
    [
      'conversion',
      'c03',
      '2027-03-08',
      '张伟同志预备期于____年____月____日满，经____年____月____日支部大会讨论通过',
      '预备期满（张伟）；转正支部大会的日期（张伟）',
    ],
    ['conversion', 'c03', '2027-07-01', '预备期满，经____年____月____日', '转正支部大会的日期（张伟）'],
    ['prospective', 'c03', '2027-03-08', '公示', '张伟按名册已过“列为发展对象”这一步'],
  ])('says so of a notice too: %s of %s from %s', async (stage, person, from, out, err) => {
    const args = ['--stage', stage, '--person', person, '--from', from, '--as-of', '2027-03-01'];
    const notice = await unwrapped(['notice', '-', '--lang', 'zh', ...args], LATER);
    expect(notice.out).toContain(out);
    expect(notice.err).toContain(err);
    if (err === '') expect(notice.err).not.toContain('查不到');
  });

  it('does not list whom the roster calls a member', async () => {
    const person = { role: 'nominee', events: { application: '2024-01-04', activist: '2024-08-01' } };
    const plan = JSON.stringify({
      year: 2027,
      organization: { name: '某镇党委' },
      candidates: [
        { id: 'c01', name: '王芳', ...person },
        { id: 'c02', name: '孙三', ...person, stage: 'probationary' },
      ],
    });
    const { out } = await unwrapped(['notice', '-', '--from', '2027-03-08', '--lang', 'zh'], plan);
    expect(out).toContain('王芳');
    expect(out).not.toContain('孙三');
  });

  it('counts votes by those entitled, and leaves blank what is not known', async () => {
    // 15 of 17 were there; 9 is more than half of 17.
    expect((await later(['vote', '--person', 'c03'])).out).toMatch(/17 +15 +9 +通过/);
    expect((await paper(['vote', EXAMPLE, '--person', 'c01'])).out).not.toContain('通过');
  });

  it('takes people by name, and says who is not there', async () => {
    expect((await later(['record', '--person', '王芳'])).out).toContain('王芳');
    const nobody = await later(['record', '--person', '赵云']);
    expect(nobody.code).toBe(2);
    expect(nobody.err).toContain('赵云');
    expect((await later(['record', '--stage', 'activist'])).code).toBe(2);
    expect((await later(['opinions', '-f', 'xlsx', '-o', 'a.xlsx'])).code).toBe(2);
    expect((await paper(['nothing', EXAMPLE])).code).toBe(2);
  });

  it('tells where the notice of mobile people hangs, since the Rules ask for both places', async () => {
    const notice = (year: number, places: string[]) =>
      runPlan(['notice', '-', '--lang', 'zh', '-f', 'markdown'], {
        stdin: JSON.stringify({
          year,
          organization: { name: '某街道党工委' },
          candidates: [
            {
              id: 'c01',
              name: '王芳',
              role: 'nominee',
              mobile: true,
              events: { prospectiveNotice: { from: `${year}-06-03`, to: `${year}-06-10`, places } },
            },
            { id: 'c02', name: '李强', role: 'nominee' },
          ],
          timeline: [{ id: 'n', name: '公示', kind: 'notice', from: `${year}-06-03`, duration: '5wd' }],
        }),
      });
    expect((await notice(2027, ['甲县东村', '乙市南社区'])).out).toContain(
      '王芳为流动人员，本公示在流出地和流入地同时张贴：甲县东村、乙市南社区。',
    );
    expect((await notice(2027, [])).out).toContain('王芳为流动人员，本公示在流出地和流入地同时张贴。');
    expect((await notice(2025, [])).out).not.toContain('流动人员');
  });

  it('names the command in the checklist', async () => {
    const { out } = await unwrapped(['checklist', '-', '--as-of', '2027-03-01', '--lang', 'zh'], LATER);
    expect(out).toContain('plan paper opinions - --person c01');
  });
});

describe('a paper of a plan that was not read whole', () => {
  const plan = JSON.stringify({
    year: 2027,
    organization: { name: '某街道党工委' },
    candidates: [{ id: 'c01', name: '王芳', gender: '妇', role: 'nominee' }],
  });

  it.each(['report', 'checklist'])('says so itself: %s', async command => {
    const { out, err } = await unwrapped([command, '-', '--lang', 'zh', '-f', 'markdown'], plan);
    expect(out).toContain('计划中有1处没有读进来');
    expect(out).toContain('“gender”不能是');
    expect(err).toContain('没有读进来');
  });
});

/** Three people who were decided on in other years, and nobody who applied since; a course over a weekend. */
const SETTLED = JSON.stringify({
  year: 2027,
  organization: { name: '某镇党委' },
  quota: {
    total: 2,
    categories: [
      { id: 'farmer', name: '农牧民', count: 1, where: { occupation: ['farmer'] } },
      { id: 'school', name: '学校', count: 1 },
    ],
  },
  timeline: [
    { id: 't', name: '集中培训', kind: 'training', from: '2027-03-25', to: '2027-03-29', duration: '3wd' },
  ],
  candidates: [
    {
      id: 'c01',
      name: '王芳',
      role: 'nominee',
      occupation: 'farmer',
      events: { application: '2024-01-04', activist: '2025-08-01' },
    },
    {
      id: 'c02',
      name: '李强',
      role: 'reserve',
      category: 'school',
      events: { application: '2024-01-04', activist: '2025-08-01' },
    },
  ],
});
const settled = (args: string[]) => unwrapped([...args, '--lang', 'zh', '--as-of', '2027-01-10'], SETTLED);

describe('what papers say of a plan', () => {
  it('a notice of activists has nobody who was decided on in another year', async () => {
    const { code, err } = await settled(['notice', '-', '--stage', 'activist', '--from', '2027-04-20']);
    expect(code).toBe(2);
    expect(err).toContain('确定积极分子');
  });

  it('the sheet of a course of working days has no day of the weekend', async () => {
    const { out } = await settled(['paper', 'training', '-']);
    for (const day of ['3月25', '3月26', '3月29']) expect(out).toContain(day);
    expect(out).not.toMatch(/3月2[78]/);
  });

  it('the roster tells the category that a condition gives', async () => {
    const { out } = await settled(['paper', 'roster', '-']);
    expect(out).toMatch(/王芳.*农牧民/);
  });

  it('a number that is left blank has the year in which the document is issued', async () => {
    const { out } = await settled(['document', '-', '--red-head', '--date', '2026-11-28', '-f', 'markdown']);
    expect(out).toContain('〔2026〕');
  });
});

describe('--person', () => {
  it.each([
    [['王芳、李强'], ['王芳', '李强']],
    [['王芳,c02'], ['王芳', '李强']],
    [['王 芳'], ['王芳']],
  ])('takes %j', async (asked, names) => {
    const { code, out } = await settled([
      'paper',
      'record',
      '-',
      ...asked.flatMap(name => ['--person', name]),
    ]);
    expect(code).toBe(0);
    for (const name of names) expect(out).toContain(name);
  });
});
