import { useState } from 'preact/hooks';
import { type Answers, SHARES, usualComparator } from '../../office/plan-template.ts';
import { type Comparator, readShareDemand } from '../../read/fields/share-text.ts';
import type { Desk } from '../desk.ts';
import { numberTyped, planFrom, suggested } from '../new-plan.ts';

const COMPARATORS = ['min', 'max', 'about', 'exactly'] as const;

/** Five questions on one screen, filled in as far as the roster tells. */
export function Questions({ desk, done }: { desk: Desk; done(): void }) {
  const { words } = desk;
  const q = words.questions;
  const roster = desk.rosters[0];
  const [known] = useState(() => suggested(roster));
  const [unit, setUnit] = useState(known.name);
  const [superior, setSuperior] = useState('');
  const [year, setYear] = useState(String(known.year));
  const [total, setTotal] = useState(known.total === 0 ? '' : String(known.total));
  const [categories, setCategories] = useState(
    known.categories.length > 0 ? known.categories : [{ name: '', count: '' }],
  );
  const [shares, setShares] = useState<Record<string, string>>({});
  const [meant, setMeant] = useState<Record<string, Comparator>>({});
  const [wrong, setWrong] = useState('');

  const submit = (event: Event) => {
    event.preventDefault();
    if (!/^\d{4}$/.test(year.trim())) return setWrong(q.wrongYear);
    const heads = numberTyped(total);
    if (heads === undefined) return setWrong(q.wrongTotal);
    if (categories.some(({ count }) => numberTyped(count) === undefined)) return setWrong(q.wrongTotal);
    const given: Answers['shares'] = {};
    for (const name of SHARES) {
      const text = (shares[name] ?? '').trim();
      if (text === '') continue;
      const demand = readShareDemand(text) ?? readShareDemand(`${text}%`);
      if (!demand) return setWrong(q.wrongShare);
      const chosen = meant[name];
      if (chosen && demand.comparator && chosen !== demand.comparator) return setWrong(q.wrongShare);
      given[name] = chosen ? { ...demand, comparator: chosen } : demand;
    }
    setWrong('');
    done();
    window.scrollTo(0, 0);
    void desk.change(
      planFrom(
        { unit, superior, year: Number(year), total: heads, categories, shares: given },
        desk.files,
        roster,
        desk.language,
        desk.texts,
      ),
    );
  };
  const field = (
    id: string,
    label: string,
    why: string,
    value: string,
    set: (text: string) => void,
    mode?: 'numeric',
  ) => (
    <p class="field">
      <label for={id}>{label}</label>
      <small id={`${id}-why`}>{why}</small>
      <input
        id={id}
        value={value}
        inputMode={mode}
        aria-describedby={`${id}-why`}
        onInput={event => set(event.currentTarget.value)}
      />
    </p>
  );
  return (
    <form class="questions" onSubmit={submit} noValidate>
      <h1>{q.heading}</h1>
      <p>{q.intro(roster?.path ?? '')}</p>
      {field('unit', q.unit, q.unitWhy, unit, setUnit)}
      {field('superior', q.superior, q.superiorWhy, superior, setSuperior)}
      {field('year', q.year, q.yearWhy, year, setYear, 'numeric')}
      {field('total', q.total, q.totalWhy, total, setTotal)}
      <fieldset>
        <legend>{q.categories}</legend>
        <small>{q.categoriesWhy}</small>
        {categories.map((category, index) => (
          <p class="pair" key={index}>
            <input
              aria-label={`${q.categoryName} ${index + 1}`}
              placeholder={q.categoryName}
              value={category.name}
              onInput={event =>
                setCategories(replaced(categories, index, { ...category, name: event.currentTarget.value }))
              }
            />
            <input
              aria-label={`${q.categoryCount} ${index + 1}`}
              placeholder={q.categoryCount}
              value={category.count}
              onInput={event =>
                setCategories(replaced(categories, index, { ...category, count: event.currentTarget.value }))
              }
            />
          </p>
        ))}
        <button type="button" onClick={() => setCategories([...categories, { name: '', count: '' }])}>
          {q.addCategory}
        </button>
      </fieldset>
      <fieldset>
        <legend>{q.shares}</legend>
        <small>{q.sharesWhy}</small>
        {SHARES.map(name => (
          <p class="pair share" key={name}>
            <label for={`share-${name}`}>{q.share[name]}</label>
            <select
              aria-label={q.comparatorOf(q.share[name])}
              value={meant[name] ?? usualComparator(name)}
              onChange={event => setMeant({ ...meant, [name]: event.currentTarget.value as Comparator })}
            >
              {COMPARATORS.map(word => (
                <option key={word} value={word}>
                  {q.comparator[word]}
                </option>
              ))}
            </select>
            <input
              id={`share-${name}`}
              placeholder="%"
              value={shares[name] ?? ''}
              onInput={event => {
                const text = event.currentTarget.value;
                setShares({ ...shares, [name]: text });
                const said = readShareDemand(text)?.comparator;
                if (said) setMeant({ ...meant, [name]: said });
              }}
            />
          </p>
        ))}
      </fieldset>
      {wrong !== '' && (
        <p class="trouble" role="alert">
          {wrong}
        </p>
      )}
      <button type="submit" class="primary">
        {q.go}
      </button>
    </form>
  );
}

const replaced = <T,>(list: readonly T[], index: number, item: T): T[] =>
  list.map((each, at) => (at === index ? item : each));
