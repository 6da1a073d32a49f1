import { columnsOf } from '../../county/statistics.ts';
import type { StatisticsColumn } from '../../facts/statistics/count.ts';
import type { ReadCountyFile } from '../../rules/county-facts.ts';
import type { Texts } from '../../text/texts.ts';
import type { Options } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The columns that `--statistics` and `--columns` ask for; none without.
 * @param own the county's own
 * @throws {UsageError} for a column that there is not
 */
export function chosenColumns(
  { statistics, columns, redact }: Options,
  own: ReadCountyFile['statistics'],
  texts: Texts,
): StatisticsColumn[] {
  if (statistics !== true && columns === undefined) return [];
  const all = columnsOf(own);
  if (typeof columns !== 'string') return all;
  const names = texts.statistics.columns as Record<string, string>;
  return columns.split(/[,，、]/).map(asked => {
    const found = all.find(({ id, name }) => asked === id || asked === (name ?? names[id]));
    if (!found) {
      // No roster is read yet, so that somebody's name in a column of the county's own could not be replaced.
      const known = redact ? all.filter(({ name }) => name === undefined) : all;
      throw new UsageError(
        texts.statistics.noColumn(asked, known.map(({ id, name }) => name ?? names[id]).join('、')),
      );
    }
    return found;
  });
}
