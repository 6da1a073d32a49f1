import { type Answers, type Category, SHARES } from '../../office/plan-template.ts';
import { readQuantity } from '../../read/fields/quantity-text.ts';
import { readShareDemand } from '../../read/fields/share-text.ts';
import { ROSTER_FILE } from '../../read/file-names.ts';
import type { Letterhead } from '../../read/roster/letterhead.ts';
import { headsOf, type QuantityData, quantityOf } from '../../values/quantity.ts';
import type { Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** What the flags say, and then what the roster says; the rest stays open. @throws {UsageError} */
export function answersOf(session: Session, options: Options, letterhead: Letterhead): Answers {
  const { texts, io } = session;
  const year =
    options.year === undefined
      ? (letterhead.year?.value ?? io.now().getFullYear())
      : yearOf(session, options.year);
  const categories =
    (options.category as string[] | undefined)?.map((each, index) => categoryOf(session, each, index)) ?? [];
  const sum = sumOf(categories);
  const total =
    options.total === undefined
      ? (sum ?? 'pending')
      : valueFrom(session, '--total', options.total as string, readTotal, texts.init.totalForm);
  if (categories.length > 0 && sum !== undefined && typeof total === 'number' && sum !== total)
    throw new UsageError(texts.init.sumMismatch(sum, total));
  const reserve =
    options.reserve === undefined
      ? undefined
      : valueFrom(session, '--reserve', options.reserve as string, readReserve, texts.init.reserveForm);
  return {
    year,
    name: (options.name as string | undefined) ?? letterhead.organization?.value ?? texts.init.unit,
    superior: (options.superior as string | undefined) ?? '',
    total,
    categories: withOwnIds(categories),
    shares: sharesOf(session, options.ratio as string[] | undefined),
    ...(reserve && { reserve }),
    candidates: ROSTER_FILE,
  };
}

/** The value that a text stands for. @throws {UsageError} */
function valueFrom<T>(
  { texts }: Session,
  option: string,
  text: string,
  read: (text: string) => T | undefined,
  allowed: string,
): T {
  const value = read(text);
  if (value === undefined) throw new UsageError(texts.cli.errors.invalidValue(option, text, allowed));
  return value;
}

const MOST = 100_000;

/** `12`, `30名左右`, `不超过30`; empty where nobody has said it yet. */
export function readTotal(text: string): NonNullable<QuantityData> | undefined {
  const plain = text.replace(/\s/g, '');
  const value = plain === '' ? 'pending' : readQuantity(plain);
  const heads = value === undefined ? undefined : headsOf(quantityOf(value));
  return heads !== undefined && heads > MOST ? undefined : value;
}

/** `2`, `2-3` */
export function readReserve(text: string): Answers['reserve'] {
  const match = /^(\d{1,3})(?:\s*[-–—~至]\s*(\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [min, max] = [Number(match[1]), match[2] === undefined ? undefined : Number(match[2])];
  if (max === undefined) return { min };
  return max < min ? undefined : { min, max };
}

/** What the categories come to; undefined where there are none, or a number is not exact. */
export function sumOf(categories: readonly Category[]): number | undefined {
  if (categories.length === 0) return undefined;
  let sum = 0;
  for (const { count } of categories) {
    if (typeof count !== 'number') return undefined;
    sum += count;
  }
  return sum;
}

/** The year of `--year`. @throws {UsageError} */
export function yearOf({ texts }: Session, text: unknown): number {
  const value = Number(text);
  if (!/^\d{4}$/.test(String(text)) || value < 1949 || value > 2199)
    throw new UsageError(texts.cli.errors.invalidValue('--year', String(text), ['1949–2199']));
  return value;
}

const IDS_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/农|牧/, 'farmer'],
  [/机关|事业|干部/, 'office'],
  [/学校|教师|教育/, 'school'],
  [/企业|工人|非公/, 'enterprise'],
  [/社区|居民/, 'community'],
];

/** `农牧民:7`, `农牧民:7名左右`, or with a code `farmer:农牧民:7`. @throws {UsageError} */
function categoryOf({ texts }: Session, text: string, index: number): Category {
  const category = readCategory(text, index);
  if (!category)
    throw new UsageError(texts.cli.errors.invalidValue('--category', text, [texts.init.categoryForm]));
  return category;
}

export function readCategory(text: string, index: number): Category | undefined {
  const match = /^(?:([^:：\s]+)[:：])?([^:：]+)[:：]([^:：]+)$/.exec(text.trim());
  if (!match) return undefined;
  const [, id, name, number] = match;
  const count = readQuantity(number!.replace(/\s/g, ''));
  const heads = count === undefined ? undefined : headsOf(quantityOf(count));
  if (count === undefined || (heads !== undefined && heads > MOST / 10)) return undefined;
  const known = IDS_BY_NAME.find(([pattern]) => pattern.test(name!))?.[1];
  return { id: id ?? known ?? `category-${index + 1}`, name: name!.trim(), count };
}

/** `women=45%`, `女党员=不低于35%`, `女党员≥35%`; `none` for no demands, which is what nobody says is as well. */
function sharesOf({ texts }: Session, ratios: string[] | undefined): Answers['shares'] {
  const shares: Answers['shares'] = {};
  const names = SHARES.flatMap(share =>
    [share, texts.init.template.share[share]].map(name => ({ share, name })),
  );
  for (const text of ratios ?? []) {
    if (text === 'none') continue;
    const known = names.find(({ name }) => text.startsWith(name));
    const demand = known && readShareDemand(text.slice(known.name.length).replace(/^\s*[=＝:：](?!=)/, ''));
    if (!known || !demand)
      throw new UsageError(
        texts.cli.errors.invalidValue('--ratio', text, [
          texts.init.ratioForm(SHARES.map(each => texts.init.template.share[each])),
        ]),
      );
    shares[known.share] = demand;
  }
  return shares;
}

/** Two categories that are called alike, two enterprises for one, have codes of their own. */
export function withOwnIds(categories: readonly Category[]): Category[] {
  const used = new Set<string>();
  return categories.map(category => {
    let { id } = category;
    for (let number = 2; used.has(id); number++) id = `${category.id}-${number}`;
    used.add(id);
    return { ...category, id };
  });
}
