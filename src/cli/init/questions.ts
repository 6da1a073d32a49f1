import { type Answers, type Category, SHARES, type ShareName } from '../../office/plan-template.ts';
import { readShareDemand } from '../../read/fields/share-text.ts';
import type { QuantityData } from '../../values/quantity.ts';
import type { Session } from '../session.ts';
import { readCategory, readReserve, readTotal, sumOf, withOwnIds } from './answers.ts';

/** Asks for what a new plan needs, with `defaults` from flags and roster; undefined when the user breaks off. */
export async function ask(session: Session, defaults: Answers): Promise<Answers | undefined> {
  const { io, texts } = session;
  const { questions, invalidNumber } = texts.init;
  const whole = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? undefined : invalidNumber);
  const year = await io.ask!({ message: questions.year, initial: String(defaults.year), check: whole });
  if (year === undefined) return undefined;
  const name = await io.ask!({ message: questions.name, initial: defaults.name });
  if (name === undefined) return undefined;
  const superior = await io.ask!({ message: questions.superior, initial: '' });
  if (superior === undefined) return undefined;
  const { invalidTotal, invalidReserve } = texts.init;
  const totalText = await io.ask!({
    message: questions.total,
    initial: '',
    check: text => (readTotal(text) === undefined ? invalidTotal : undefined),
  });
  if (totalText === undefined) return undefined;
  const total = readTotal(totalText)!;
  const categories = await askCategories(session, total);
  if (!categories) return undefined;
  const shares: Answers['shares'] = {};
  for (const share of SHARES) {
    const answer = await io.ask!({
      message: questions.share(texts.init.template.share[share as ShareName]),
      initial: '',
      check: text => (text.trim() === '' || readShareDemand(text) ? undefined : questions.percent),
    });
    if (answer === undefined) return undefined;
    const demand = readShareDemand(answer);
    if (demand) shares[share] = demand;
  }
  const reserveText = await io.ask!({
    message: questions.reserve,
    initial: '',
    check: text => (text.trim() === '' || readReserve(text) ? undefined : invalidReserve),
  });
  if (reserveText === undefined) return undefined;
  const reserve = readReserve(reserveText);
  return {
    ...defaults,
    year: Number(year),
    name: name.trim() === '' ? defaults.name : name.trim(),
    superior: superior.trim(),
    total,
    categories: withOwnIds(categories),
    shares,
    ...(reserve && { reserve }),
  };
}

/** Asks for categories one after the other, until none is named; an exact total is given out in full. */
async function askCategories(
  { io, texts }: Session,
  total: NonNullable<QuantityData>,
): Promise<Category[] | undefined> {
  const { questions, categoryForm } = texts.init;
  const categories: Category[] = [];
  for (;;) {
    const given = sumOf(categories) ?? (categories.length === 0 ? 0 : undefined);
    const left = typeof total === 'number' && given !== undefined ? total - given : undefined;
    if (categories.length > 0 && left === 0) return categories;
    const answer = await io.ask!({
      message: questions.category(left),
      initial: '',
      check: text => {
        if (text.trim() === '')
          return categories.length > 0 && left !== undefined ? questions.categoryLeft(left) : undefined;
        const category = readCategory(text, categories.length);
        if (!category) return categoryForm;
        const over = left === undefined || typeof category.count !== 'number' ? 0 : category.count - left;
        return over > 0 ? questions.categoryOver(over) : undefined;
      },
    });
    if (answer === undefined) return undefined;
    if (answer.trim() === '') return categories;
    categories.push(readCategory(answer, categories.length)!);
  }
}
