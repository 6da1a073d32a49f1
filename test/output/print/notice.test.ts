import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runPlan } from '../../support/io.ts';
import { printed, textOf } from '../../support/printed.ts';
import { runs } from '../../support/runs.ts';
import { xmlParts } from '../../support/zip.ts';

const ID = '650000199001010019';
const PHONE = '13812345678';

const planWith = (person: object, organization: object = {}, step: object = {}) =>
  JSON.stringify({
    year: 2016,
    organization: { name: '某镇党委', ...organization },
    candidates: [{ id: 'c01', name: '王芳', role: 'nominee', ...person }],
    timeline: [{ id: 'notice', name: '公示', kind: 'notice', from: '2016-06-16', to: '2016-06-18', ...step }],
  });

const notice = async (stdin: string, ...args: string[]) =>
  runPlan(['notice', '-', '--as-of', '2016-06-01', ...args], { stdin });

describe('a public notice', () => {
  it('lasts the working days demanded, and says so where the plan’s are fewer', async () => {
    const { out, err, code } = await notice(planWith({}));
    expect(code).toBe(0);
    expect(out).toContain('公示时间：2016年6月16日至22日（5个工作日）。');
    expect(err).toContain('已延长到2016年6月22日');
    const long = await notice(planWith({}, {}, { to: '2016-06-30' }));
    expect(long.out).toContain('公示时间：2016年6月16日至30日（11个工作日）。');
    expect(long.err).toBe('');
  });

  it('begins and lasts as asked', async () => {
    const { out, err } = await notice(planWith({}), '--from', '2016-06-08', '--days', '7');
    // the Dragon Boat Festival from the 9th to the 11th, the 12th a working day
    expect(out).toContain('公示时间：2016年6月8日至17日（7个工作日）。');
    expect(err).toBe('');
  });

  it('is never shorter than demanded, whatever was asked for', async () => {
    const asked = await notice(planWith({}), '--from', '2026-06-22', '--days', '3');
    expect(asked.out).toContain('公示时间：2026年6月22日至26日（5个工作日）。');
    expect(asked.err).toContain('--days 写的天数不足，公示应不少于5个工作日，公示书已顺延到2026年6月26日');
    for (const stage of ['activist', 'acceptance', 'conversion']) {
      const person = { events: { application: '2014-01-01', activist: '2014-06-01' } };
      const { out } = await notice(
        planWith(person),
        ...['--stage', stage, '--person', 'c01', '--from', '2026-06-22', '--days', '1'],
      );
      expect(out, stage).toContain('2026年6月22日至26日（5个工作日）');
    }
  });

  it.each([
    ['2027-10-01', '2027年10月1日至14日（不少于5个工作日）', '10月4日至7日可能放假'],
    ['2027-09-29', '2027年9月29日至10月12日（不少于5个工作日）', '10月4日至7日可能放假'],
    ['2027-02-08', '2027年2月8日至19日（不少于5个工作日）', '2月9日至12日可能放假'],
    ['2027-04-28', '2027年4月28日至5月7日（不少于5个工作日）', '5月3日至5日可能放假'],
    ['2027-06-21', '2027年6月21日至25日（不少于5个工作日）', '公示时间为暂算；通知公布后'],
    ['2026-12-28', '2026年12月28日至2027年1月4日（不少于5个工作日）', '2027年的放假通知没有收录'],
  ])(
    'from %s in a year without a holiday notice counts what is sure to be worked',
    async (from, out, err) => {
      const made = await notice(planWith({}), '--from', from);
      expect(made.out).toContain(out);
      expect(made.err).toContain(err);
      const plans = await notice(planWith({}, {}, { from, to: from }));
      expect(plans.out).toContain(out);
      expect(plans.err).toContain(err);
    },
  );

  it('never has an ID number or phone of a person, wherever it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('name', 'position', 'branch', 'nativePlace', 'note', 'idNumber', 'phone'),
        fc.constantFrom(ID, PHONE, '１３８１２３４５６７８', '138 1234 5678', '+86-138-1234-5678'),
        fc.constantFrom('text', 'markdown', 'html'),
        async (field, number, format) => {
          const value = field === 'idNumber' ? ID : field === 'phone' ? PHONE : `甲${number}乙`;
          const { out } = await runPlan(['notice', '-', '-f', format], {
            stdin: planWith({ idNumber: ID, phone: PHONE, birth: '1990-01-01', [field]: value }),
          });
          const digits = out
            .replace(/[０-９]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
            .replace(/[- ]/g, '');
          expect(digits).not.toContain(PHONE);
          expect(digits).not.toContain(ID);
          expect(out).not.toContain('1990-01-01');
        },
      ),
      runs(200),
    );
  });

  it('has none of them in the document file either', async () => {
    const { bytes } = await printed(['notice', '-'], 'docx', {
      stdin: planWith({ idNumber: ID, phone: PHONE, position: `会计${PHONE}` }),
    });
    const content = Object.values(xmlParts(bytes)).join('');
    expect(content).not.toContain(PHONE);
    expect(content).not.toContain(ID);
    expect(content).toContain('王芳');
  });

  it('names the office’s phone, but not one of somebody on the roster', async () => {
    const office = await notice(
      planWith({ phone: '13900001111' }, { phone: '0000-1234567', office: '镇组织办' }),
    );
    expect(office.out).toContain('受理电话：0000-1234567');
    expect(office.out).toContain('受理部门：镇组织办');
    expect((await notice(planWith({ phone: '13900001111' }, { phone: PHONE }))).out).toContain(PHONE);
    expect((await notice(planWith({ phone: PHONE }, { phone: PHONE }))).out).not.toContain(PHONE);
  });

  it('needs nominees and a day', async () => {
    expect(await notice(planWith({ role: 'reserve' }))).toMatchObject({ code: 2, out: '' });
    const { code, err } = await notice(planWith({}, {}, { kind: 'other' }));
    expect(code).toBe(2);
    expect(err).toContain('--from');
  });

  it('goes to no screen as a document', async () => {
    const { code, err } = await notice(planWith({}), '-f', 'docx');
    expect(code).toBe(2);
    expect(err).toContain('-o');
  });

  it('is the same text in every format', async () => {
    const { bytes } = await printed(['notice', '-'], 'html', { stdin: planWith({ gender: 'female' }) });
    expect(textOf(bytes)).toContain('<td class="short">女</td>');
  });
});
