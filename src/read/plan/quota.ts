import type { PlanFile } from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import type { Category, Quota, Slot } from '../../model/plan.ts';
import { headsOf, type Quantity, type QuantityData, quantityOf } from '../../values/quantity.ts';
import { parseShare, percentOf } from '../../values/share.ts';
import { withDigits } from '../fields/numeral.ts';
import { each, lostCondition } from './items.ts';

/** Links the quota: its categories, the slots that they have, its batches. */
export function buildQuota(data: NonNullable<PlanFile['quota']>, place: Place): Quota {
  const categories = each(data.categories, place.at('categories'), buildCategory);
  // Without categories every slot is alike; they still need names of their own.
  if (categories.length === 0)
    categories.push(buildCategory({ id: 'slot', name: '', count: data.total }, place.at('total'), true));
  return {
    total: quantityOf(data.total),
    categories,
    unreadParts: { categories: pendingFor(data.categories), batches: pendingFor(data.batches) },
    slots: categories.flatMap(slotsOf),
    batches: each(data.batches, place.at('batches'), ({ name, total }, at) => ({
      name,
      total: quantityOf(total),
      place: at,
    })),
    perBranch: data.perBranch,
    ...(data.perBranch && branchWord(place.at('perBranch'))),
    overYears: data.overYears,
    yearlyTolerance: data.yearlyTolerance === undefined ? undefined : parseShare(data.yearlyTolerance),
    lastYearActual: data.lastYearActual,
    growthLimit: data.growthLimit === undefined ? undefined : parseShare(data.growthLimit),
    nomineesPerSlot: percentOf(data.nomineesPerSlot ?? 1),
    place,
  };
}

const pendingFor = (items: readonly (object | null)[] = []): Quantity[] =>
  items.filter(item => item === null).map(() => quantityOf(undefined));

const buildCategory = (
  { id, name, count, where }: Pick<Category, 'id' | 'name' | 'where'> & { count?: QuantityData },
  place: Place,
  implicit = false,
): Category => ({
  id,
  name,
  count: quantityOf(count),
  where: where ?? lostCondition(place, 'where'),
  implicit,
  place,
});

/** `每村: 不少于1名` is of villages, and papers say so. A sheet has the field's own heading. */
function branchWord(place: Place): Pick<Quota, 'branchWord'> {
  const { line, column } = place.locate();
  // The place of a map is its key; before a value on the line of its key stands the key.
  const before =
    place
      .source()
      .split('\n')
      [line - 1]?.slice(0, column - 1) ?? '';
  const word =
    /^每\p{Script=Han}+$/u.exec(place.quote())?.[0] ?? /(每\p{Script=Han}+)\s*[:：]\s*$/u.exec(before)?.[1];
  return word === undefined || word === '每支部' ? {} : { branchWord: word };
}

/** 二号 as 2号; numerals within the name of a category stay. */
const withOrdinal = (text: string): string =>
  text.replace(/[一二三四五六七八九十]+(?=[号名个](?:名额)?$)/, numeral => withDigits(numeral));

function slotsOf(category: Category): Slot[] {
  const slots: Slot[] = [];
  const count = headsOf(category.count) ?? 0;
  for (let number = 1; number <= count; number++)
    slots.push({ id: `${category.id}-${number}`, category, number });
  return slots;
}

/** `农牧民1号名额`, `农牧民-1`, `农牧民1`, `农牧民第二名`, `1号名额` for the id of the slot; else what is written. */
export function slotId(written: string, quota: Quota | undefined): string {
  const [, name, number] =
    /^(.*?)\s*[-－第]?\s*(\d+)(?:[号名个](?:名额)?)?$/.exec(withOrdinal(written)) ?? [];
  const category = quota?.categories.find(each => each.name === name);
  const id = `${category?.id}-${number}`;
  return category && quota?.slots.some(slot => slot.id === id) ? id : written;
}
