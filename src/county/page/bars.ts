import { escaped } from '../../output/print/escape.ts';
import { partHtml } from '../../output/print/html.ts';
import { partsOf } from '../../output/print/model.ts';
import type { Texts } from '../../text/texts.ts';
import type { BatchRun } from '../run.ts';
import { runNames, type Since, sinceSections } from '../since.ts';

/** What changed since the last time, and how many errors there were each time, as bars. */
export function changes(since: Since, texts: Texts): string {
  const { history } = since;
  const { batch } = texts;
  const names = runNames(history, texts);
  const most = Math.max(1, ...history.map(({ errors }) => errors));
  const parts = sinceSections(since, texts).flatMap(section => partsOf(section));
  return `${parts.map(part => partHtml(part)).join('\n')}
<div class="table"><table class="bars" aria-label="${escaped(batch.since.history)}"><tbody>${history.map(({ errors }, at) => `<tr><th scope="row">${escaped(names[at]!)}</th><td><span class="bar"><i style="width:${Math.ceil((errors / most) * 160)}px"></i> ${errors}</span></td></tr>`).join('')}</tbody></table></div>`;
}

/** For each requirement how many plans are short by how many heads. */
export function shortfalls({ plans }: BatchRun, { batch }: Texts): string {
  const counts = new Map<string, { name: string; by: Map<number, number> }>();
  for (const { structure, lacks } of plans)
    for (const { id, name, short, met, advisory } of structure) {
      if (lacks || met !== false || short === 0 || advisory) continue;
      const own = counts.get(id) ?? { name, by: new Map<number, number>() };
      own.by.set(short, (own.by.get(short) ?? 0) + 1);
      counts.set(id, own);
    }
  if (counts.size === 0) return '';
  const most = Math.max(...[...counts.values()].flatMap(({ by }) => [...by.values()]));
  const bars = [...counts.values()].map(
    ({ name, by }) =>
      `<tr><th scope="row">${escaped(name)}</th><td>${[...by]
        .sort(([a], [b]) => a - b)
        .map(
          ([heads, many]) =>
            `<span class="bar"><i style="width:${Math.ceil((many / most) * 160)}px"></i> ${escaped(batch.html.people(heads))} × ${many}</span>`,
        )
        .join('')}</td></tr>`,
  );
  return `<h2>${escaped(batch.html.shortfalls)}</h2><div class="table"><table class="bars"><tbody>${bars.join('')}</tbody></table></div>`;
}
