import { escaped } from '../../output/print/escape.ts';
import type { Texts } from '../../text/texts.ts';
import type { BatchRun } from '../run.ts';

/** The next deadline of each plan, by day. */
export function deadlines({ plans }: BatchRun, { batch }: Texts): string {
  const days = new Map<string, string[]>();
  for (const { sums, organization, path } of plans)
    if (sums?.next) {
      const names = days.get(sums.next.date) ?? [];
      names.push(organization ?? path);
      days.set(sums.next.date, names);
    }
  if (days.size === 0) return '';
  const items = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 60)
    .map(
      ([date, names]) =>
        `<li><details><summary>${escaped(batch.html.days(date, names.length))}</summary>${escaped(names.slice(0, 100).join('、'))}</details></li>`,
    );
  return `<h2>${escaped(batch.html.deadlines)}</h2><ul class="days">${items.join('')}</ul>`;
}
