import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { runPlan } from '../../support/io.ts';

async function calendar(...args: string[]) {
  const { out } = await runPlan(['schedule', 'examples/township-2016', '-f', 'ics', ...args]);
  const component = new ICAL.Component(ICAL.parse(out));
  return { out, events: component.getAllSubcomponents('vevent').map(event => new ICAL.Event(event)) };
}

describe('the calendar file, read by another parser', () => {
  it('has every dated step as an all-day event', async () => {
    const { events } = await calendar();
    expect(
      events.map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString()]),
    ).toEqual([
      ['举办入党积极分子培训班', '2016-06-04', '2016-06-05'],
      ['各支部召开支委会，推荐初步人选并上报', '2016-06-08', '2016-06-09'],
      ['镇党委组织考察', '2016-06-09', '2016-06-13'],
      ['召开党委会议，研究确定人选', '2016-06-15', '2016-06-16'],
      ['全镇范围公示', '2016-06-16', '2016-06-19'],
      ['党章教育、理论测试、党委谈话', '2016-06-19', '2016-06-20'],
    ]);
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(events[1]!.description).toContain('责任单位：各党支部\n应交材料：入党申请书、');
  });

  it('keeps the UIDs when days change, and gives each step its own', async () => {
    const written = (await calendar()).events.map(({ uid }) => uid);
    const moved = (await calendar('--backward', '2016-07-01')).events.map(({ uid }) => uid);
    expect(moved).toEqual(written);
    expect(new Set(written).size).toBe(6);
  });

  it('folds at 75 octets and cuts no character', async () => {
    const { out } = await calendar();
    const lines = out.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
      expect(line).not.toMatch(/\n/);
    }
    expect(lines.some(line => line.startsWith(' '))).toBe(true);
  });

  it('reminds at nine, three days and one day before', async () => {
    const { events } = await calendar();
    const alarms = events[0]!.component.getAllSubcomponents('valarm');
    expect(alarms.map(alarm => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
      '-P2DT15H',
      '-PT15H',
    ]);
  });
});
