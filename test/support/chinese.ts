import {
  canonicalKey,
  canonicalValue,
  fieldShape,
  itemShape,
  rootShape,
  type Shape,
} from '../../src/read/fields/shape.ts';
import type { PlanData } from './plans.ts';
import { Random } from './random.ts';

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every key and value as a Chinese clerk may write it, with any of the spellings that the schemas know. */
export const inChinese = (plan: PlanData, seed: number): unknown =>
  spelled(plan, rootShape('plan'), new Random(seed));

function spelled(value: unknown, shape: Shape, random: Random): unknown {
  if (Array.isArray(value)) return value.map(item => spelled(item, itemShape(shape), random));
  if (!isMap(value)) return word(value, shape, random);
  const spellings = Object.entries(shape.keys ?? {});
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => {
      const own = spellings.filter(([, meant]) => meant === name).map(([spelling]) => spelling);
      return [own.length > 0 ? random.pick(own) : name, spelled(below, fieldShape(shape, name), random)];
    }),
  );
}

function word(value: unknown, { read = [], values = {} }: Shape, random: Random): unknown {
  if (typeof value === 'boolean' && read.includes('boolean')) return value ? '是' : '否';
  if (typeof value === 'number' && read.includes('integer'))
    return random.pick([value, `${value}人`, `${value}名`]);
  if (typeof value !== 'string') return value;
  const spellings = Object.entries(values).flatMap(([spelling, meant]) =>
    meant === value ? [spelling] : [],
  );
  if (spellings.length > 0) return random.pick(spellings);
  if (read.includes('date')) return random.pick(datesFor(value));
  if (read.includes('duration')) return value.replace('wd', '个工作日').replace(/d$/, '天');
  if (read.includes('ethnicity')) return random.pick([value, value.replace(/族$/, '')]);
  return value;
}

function datesFor(iso: string): string[] {
  const [year, month, date] = iso.split('-').map(Number);
  if (month === undefined) return [iso];
  if (date === undefined) return [`${year}年${month}月`, iso];
  return [`${year}年${month}月${date}日`, `${year}.${month}.${date}`, `${year}/${month}/${date}`, iso];
}

/** Keys and values by their canonical names again, by the same tables; dates and numbers stay as they are written. */
export const inEnglish = (plan: unknown): unknown => canonical(plan, rootShape('plan'));

function canonical(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map(item => canonical(item, itemShape(shape)));
  if (!isMap(value)) return typeof value === 'string' ? (canonicalValue(shape, value) ?? value) : value;
  return Object.fromEntries(
    Object.entries(value).map(([spelling, below]) => {
      const name = canonicalKey(shape, spelling) ?? spelling;
      return [name, canonical(below, fieldShape(shape, name))];
    }),
  );
}
