/** A column that says in which year somebody is to be admitted, and of which year it is where its heading says so. */
interface YearColumn {
  /** absent: the cells say it */
  year?: number;
}

/** 2026年 over a tick, below 计划发展年度 or the like. */
const YEAR_ALONE = /^(20\d\d)年?度?$/;
const OF_LISTING = /发展|列入|纳入|规划|计划/;

/** 是否列入2027年发展计划, 2027年拟发展. */
const ASKED = /(?<!\d)(20\d\d)年度?(?=拟?发展)/;

/** 拟发展年度, 计划发展时间: not the day of a step, which 拟列为发展对象时间 would be. */
const ASKS_YEAR =
  /^(拟|计划|预计|预定)(列入|纳入)?发展(党员|对象)?(计划)?的?(年度|年份|年|时间|日期|批次)$|^(列入|纳入)?发展(党员|对象)?(计划)?的?(年度|年份|批次)$/;

/** Whether a heading, by the rows of its head, asks for the year of somebody's admission. */
export function asksListingYear(rows: readonly string[]): YearColumn | undefined {
  const texts = rows.map(text => text.normalize('NFKC').replace(/\s|[([【][^)\]】]*[)\]】]|[:?*]/g, ''));
  const own = texts.findLast(text => text !== '') ?? '';
  const year = YEAR_ALONE.exec(own)?.[1];
  if (year !== undefined)
    return texts.slice(0, -1).some(text => text !== own && OF_LISTING.test(text))
      ? { year: Number(year) }
      : undefined;
  return ASKS_YEAR.test(own) ? {} : undefined;
}

/** The year in a heading that is answered with yes and no: 2027 of 是否列入2027年发展计划. */
export function yearAsked(heading: string): number | undefined {
  const year = ASKED.exec(heading.normalize('NFKC').replace(/\s/g, ''))?.[1];
  return year === undefined ? undefined : Number(year);
}
