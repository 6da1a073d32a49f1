import { describe, expect, it } from 'vitest';
import { batchHtml } from '../../src/county/page/page.ts';
import { batchPrint } from '../../src/county/report.ts';
import { keptOf } from '../../src/county/rows.ts';
import { RunCollector } from '../../src/county/run.ts';
import type { FindingResult } from '../../src/generated/types.ts';
import { jsonWith, safeJson } from '../../src/output/findings/safe-json.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { texts } from '../../src/text/zh/index.ts';
import { parseDay } from '../../src/values/day.ts';

const FINDING: FindingResult = {
  code: 'timeline/rest-day',
  severity: 'error',
  message: '落在休息日',
  remedy: '请改期',
  file: 'plan.yaml',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  path: '/timeline/steps/0',
  subject: 'notice',
  source: { norm: 'rest-days', document: '通知', article: '', effective: null, standing: 'local' },
  args: {},
};

/** A run of so many plans with so many errors each, half of them of another rule. */
function runOf(plans: number, errors: number) {
  const collector = new RunCollector(true);
  const findings = Array.from({ length: errors }, (_, at) =>
    at % 2 === 0 ? FINDING : { ...FINDING, code: 'timeline/order' },
  );
  for (let index = 0; index < plans; index++) {
    const result = {
      path: `t${index}`,
      organization: `第${index}镇党委`,
      year: 2016,
      verdict: 'fail' as const,
      counts: { error: errors, warning: 0, info: 0 },
      findings,
    };
    collector.add(keptOf({ index, result, people: [] }));
  }
  return collector.finish(undefined, {
    files: memoryFiles([]),
    asOf: parseDay('2016-06-01')!,
    texts,
    left: 0,
  });
}

describe('more findings than a format holds', () => {
  it('are listed up to a limit by a workbook, which says how many there are and where', () => {
    const { parts } = batchPrint(runOf(26, 2000), texts, true);
    const at = parts.findIndex(part => part.kind === 'heading' && part.text === '全部问题');
    const [, told, table, , ofRule] = parts.slice(at);
    expect(told).toMatchObject({ text: expect.stringMatching(/共52000处.*前50000处.*json/) });
    expect(table?.kind === 'table' && [...table.rows]).toHaveLength(50_000);
    expect(ofRule).toMatchObject({ text: expect.stringMatching(/共26000处.*前25000处/) });
  });

  it('are all in a workbook where there is room, which says nothing then', () => {
    const { parts } = batchPrint(runOf(25, 2000), texts, true);
    expect(JSON.stringify(parts)).not.toContain('全部见 json');
  });

  it('are counted by the page, which lists the first of them', () => {
    const html = [...batchHtml(runOf(3001, 2), texts)].join('');
    expect(html).toContain('共3001个单位，这里列出3000个');
    expect(html).toMatch(/共6002处，这里列出前5000处；全部见 json/);
    expect(html.match(/<tr data-state/g)).toHaveLength(3000);
  });
});

it.each([[[]], [[1]], [[{ a: ['x\n', '"list": []'] }, {}]]])(
  'JSON is the same with its list written item by item: %j',
  items => {
    const whole = (list: unknown[]) => ({ first: '"list": []', below: { list, after: [] } });
    expect([...jsonWith(whole([]), 'list', items)].join('')).toBe(`${safeJson(whole(items), 2)}\n`);
  },
);
