import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import schema from '../../schemas/plan.schema.json' with { type: 'json' };
import { diskFiles } from '../../src/cli/disk.ts';
import type { Settings } from '../../src/generated/types.ts';
import type { Plan } from '../../src/model/plan.ts';
import { createCalendar } from '../../src/norms/calendar/calendar.ts';
import { statutoryDays } from '../../src/norms/calendar/statutory.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { checkPlan } from '../../src/rules/check.ts';
import { rules } from '../../src/rules/index.ts';
import { type Day, dayOf, parseDay, weekdayOf } from '../../src/values/day.ts';
import { some } from '../support/runs.ts';

type Name = keyof Settings;

const FIXTURES = join(import.meta.dirname, '../fixtures');
const asOf = parseDay('2016-06-01')!;

const everyWeek = (...weekdays: number[]): Day[] =>
  Array.from({ length: 6 * 365 }, (_, index) => dayOf(2013, 1, 1)! + index).filter(day =>
    weekdays.includes(weekdayOf(day)),
  );
/** In a year without a notice the festivals are those of the law. */
const oftenOff = createCalendar({
  holidays: [...everyWeek(0, 3), ...statutoryDays(2035).map(({ day }) => day)],
});
const hardlyOff = createCalendar({ workdays: everyWeek(0, 6) });

/** Each setting with values that change what a rule finds, if any do. */
const OTHERWISE: { [N in Name]-?: (plan: Plan) => Partial<Plan>[] } = {
  noticeWorkingDays: plan => set(plan, { noticeWorkingDays: 60 }),
  noticeExcludesFirstDay: plan => set(plan, { noticeExcludesFirstDay: true }),
  cultivationMonths: plan => set(plan, { cultivationMonths: 60 }),
  aboutTolerance: plan => set(plan, { aboutTolerance: 1 }),
  holidays: () => [{ calendar: oftenOff }],
  workdays: () => [{ calendar: hardlyOff }],
  branchInactive: plan =>
    set(plan, { branchInactive: [{ years: 1, colour: 'red' }] }, { branchInactive: [] }),
  requiredSteps: plan => set(plan, { requiredSteps: ['work-report'] }, { requiredSteps: [] }),
};

const set = (plan: Plan, ...settings: Partial<Settings>[]): Partial<Plan>[] =>
  settings.map(own => ({ settings: { ...plan.settings, ...own } }));

const SETTINGS = Object.entries(OTHERWISE) as [Name, (plan: Plan) => Partial<Plan>[]][];

/** The settings that a rule says it obeys. */
function namedBy(id: string): readonly Name[] {
  const rule = rules.find(each => each.id === id);
  return rule && 'settings' in rule ? rule.settings : [];
}

/** What these find follows the days of all steps, some of which are counted in working days: the calendar is not their own matter. */
const BY_THE_SCHEDULE = new Set(['materials/missing', 'materials/late', 'timeline/outside-year']);

/** The settings that each rule obeys, as the fixtures of these groups show. */
async function obeyed(groups: readonly string[]): Promise<Map<string, Set<Name>>> {
  const found = new Map<string, Set<Name>>();
  const folders = groups.flatMap(group =>
    readdirSync(join(FIXTURES, group), { recursive: true, encoding: 'utf8' }).map(name =>
      join(FIXTURES, group, name),
    ),
  );
  const plans = folders.filter(folder => existsSync(join(folder, 'plan.yaml')));
  const byTurns = new Set(some(plans, 4));
  for (const folder of plans) {
    // A rule's own fixtures show that it obeys what it names, by turns others that it obeys nothing else.
    const rule = relative(FIXTURES, dirname(folder));
    const tried = SETTINGS.filter(([name]) => byTurns.has(folder) || namedBy(rule).includes(name));
    if (tried.length === 0) continue;
    const loaded = await loadPlan('.', { files: diskFiles(folder), asOf });
    if (!loaded.plan) continue;
    const plan = { ...loaded.plan, severities: new Map(), waivers: [] };
    const findings = (other: Partial<Plan>) => {
      const byRule = new Map<string, string>();
      for (const { code, severity, args } of checkPlan({ ...loaded, plan: { ...plan, ...other } }, asOf)
        .findings)
        byRule.set(code, `${byRule.get(code) ?? ''}${severity} ${JSON.stringify(args)}\n`);
      return byRule;
    };
    const before = findings({});
    for (const [name, others] of tried)
      for (const after of others(plan).map(findings))
        for (const rule of [...before.keys(), ...after.keys()])
          if (before.get(rule) !== after.get(rule)) found.set(rule, (found.get(rule) ?? new Set()).add(name));
  }
  return found;
}

it('every setting is obeyed by some rule, and rules name those that they obey and no others', async () => {
  const found = await obeyed(['branch', 'materials', 'period', 'quota', 'reserve', 'structure', 'timeline']);
  const named = rules.map(({ id }) => [id, [...namedBy(id)].sort()] as const);
  const shown = named.map(
    ([id]) => [id, BY_THE_SCHEDULE.has(id) ? [] : [...(found.get(id) ?? [])].sort()] as const,
  );
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(shown));
  const all = new Set(named.flatMap(([, names]) => names));
  expect(Object.keys(schema.$defs.settings.properties).filter(name => !all.has(name as Name))).toEqual([]);
});
