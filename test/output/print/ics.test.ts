import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

  it('reminds at nine, three days and one day before, and on the last day of several', async () => {
    const { events } = await calendar();
    const triggers = (index: number) =>
      events[index]!.component.getAllSubcomponents('valarm').map(alarm => {
        const trigger = alarm.getFirstProperty('trigger')!;
        return [String(trigger.getFirstValue()), trigger.getParameter('related')];
      });
    expect(triggers(0)).toEqual([
      ['-P2DT15H', undefined],
      ['-PT15H', undefined],
    ]);
    expect(triggers(2).at(-1)).toEqual(['-PT15H', 'END']);
  });

  it('is an update of what was imported before, though the unit is renamed', async () => {
    const plan = (name: string) =>
      JSON.stringify({
        year: 2016,
        organization: { name },
        timeline: [{ id: 'notice', name: '公示', from: '2016-06-16', to: '2016-06-22' }],
      });
    const print = async (name: string, asOf: string) => {
      const { out } = await runPlan(['schedule', '-', '-f', 'ics', '--as-of', asOf], { stdin: plan(name) });
      return new ICAL.Event(new ICAL.Component(ICAL.parse(out)).getFirstSubcomponent('vevent')!);
    };
    const before = await print('某镇党委', '2016-06-01');
    const after = await print('某镇委员会', '2016-06-02');
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(String(after.component.getFirstPropertyValue('last-modified'))).toBe('2016-06-02T00:00:00Z');
  });

  it('is told from another unit’s by code, county, name or folder, wherever it is printed from', async () => {
    const root = mkdtempSync(join(tmpdir(), 'plan-ics-'));
    const written = (path: string, name: string, code?: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      const step = { id: 'notice', name: '公示', from: '2016-06-16', to: '2016-06-22' };
      const plan = { year: 2016, organization: { name, code }, timeline: [step] };
      writeFileSync(join(root, path), JSON.stringify(plan));
    };
    const uid = async (path: string, cwd = root) =>
      (await runPlan(['schedule', path, '-f', 'ics'], { cwd })).out.match(/UID:(.*)/)![1];
    written('dong/plan.yaml', '某镇党委');
    written('xi/plan.yaml', '某镇党委');
    written('all/dong.yaml', '某镇党委');
    written('all/xi.yaml', '某镇党委');
    const uids = await Promise.all(['dong', 'xi', 'all/dong.yaml', 'all/xi.yaml'].map(path => uid(path)));
    expect(new Set(uids).size).toBe(4);
    expect(await uid('.', join(root, 'dong'))).toBe(uids[0]);
    expect(await uid(join(root, 'dong/plan.yaml'), tmpdir())).toBe(uids[0]);
    written('dong/plan.yaml', '中共某镇委员会');
    expect(await uid('dong')).toBe(uids[0]);
    written('dong/plan.yaml', '另一镇党委');
    expect(await uid('dong')).not.toBe(uids[0]);
    written('dong/plan.yaml', '某镇党委', '650101001');
    written('xi/plan.yaml', '某镇委员会', '650101001');
    expect(await uid('dong')).toBe(await uid('xi'));
    rmSync(root, { recursive: true });
  });

  it('has the day by which a step is due where nothing else is known, and is never empty', async () => {
    const plan = (step: object) =>
      JSON.stringify({
        year: 2016,
        organization: { name: '某镇党委' },
        timeline: [{ id: 'a', name: '上报', ...step }],
      });
    const due = await runPlan(['schedule', '-', '-f', 'ics'], { stdin: plan({ deadline: '2016-06-08' }) });
    expect(due.out).toContain('DTSTART;VALUE=DATE:20160608');
    const empty = await runPlan(['schedule', '-', '-f', 'ics', '--lang', 'zh'], { stdin: plan({}) });
    expect([empty.code, empty.out]).toEqual([2, '']);
    expect(empty.err).toContain('--backward');
  });
});
