// Makes src/norms/calendar/data/ (one file a year) out of package chinese-days.
// Rerun by hand when the State Council has published the next year's notice, usually in November:
//   npm run holidays
// which takes in the newest package, makes the files and builds; then add the number and date of the notice to NOTICES below and commit the result.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const PACKAGE = pathToFileURL(createRequire(import.meta.url).resolve('chinese-days/package.json'));
const TARGET = new URL('../norms/calendar/data/', import.meta.url);

/** Festivals by the package's short name; the notices write the full one. */
const FESTIVALS = {
  元旦: { zh: '元旦', en: "New Year's Day" },
  春节: { zh: '春节', en: 'Spring Festival' },
  清明: { zh: '清明节', en: 'Tomb-sweeping Day' },
  劳动节: { zh: '劳动节', en: 'Labour Day' },
  端午: { zh: '端午节', en: 'Dragon Boat Festival' },
  中秋: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  国庆节: { zh: '国庆节', en: 'National Day' },
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: { zh: '中国人民抗日战争胜利纪念日', en: 'Victory Day' },
};

/** What is known of a year's notice beyond its usual title. */
const NOTICES = {
  2005: { title: null },
  2016: { document: '国办发明电〔2015〕18号', issued: '2015-12-10' },
  2025: { document: '国办发明电〔2024〕12号' },
  // the number as reported, not seen on the notice itself
  2026: { document: '国办发明电〔2025〕7号' },
};

/** Where the package departs from the text of the notices, which it quotes in its own source. */
const CORRECTIONS = {
  holidays: {
    // middle or last days of the blocks 4–6 June 2011, 22–24 June 2012 and 3–5 September 2015
    add: {
      '2011-06-05': '端午',
      '2012-06-23': '端午',
      '2015-09-05': '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
    },
    // ordinary weekends beside a single day off (与周末连休, 补休), which the other years leave out
    remove: [
      '2014-04-06',
      '2019-04-06',
      '2019-04-07',
      '2019-06-08',
      '2019-06-09',
      '2019-09-14',
      '2019-09-15',
    ],
  },
  // the notice for 2006 moved this Saturday to 2 January
  workdays: { add: { '2005-12-31': '元旦' }, remove: [] },
};

const packageText = path => readFileSync(new URL(path, PACKAGE), 'utf8');

/** The addresses which the package's source gives above a year's arrangement, amending notices included. */
function sourcesOf(year) {
  const comments = packageText('src/holidays/generate.ts').match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  const comment = comments.find(text => new RegExp(`^/\\*\\*\\s+\\* ${year}\\s`).test(text));
  return comment?.match(/https?:\/\/\S+/g) ?? [];
}

const noticeOf = year => ({
  title: `国务院办公厅关于${year}年部分节假日安排的通知`,
  document: null,
  issued: null,
  ...NOTICES[year],
  sources: sourcesOf(year),
});

/** @param {number} year @param {'holidays' | 'workdays'} kind */
function entriesOf(year, kind) {
  const published = JSON.parse(packageText(`dist/years/${year}.json`))[kind];
  const festivals = new Map(Object.entries(published).map(([date, text]) => [date, text.split(',')[1]]));
  const { add, remove } = CORRECTIONS[kind];
  for (const date of remove.filter(date => date.startsWith(`${year}-`)))
    if (!festivals.delete(date))
      throw new Error(`${date}: the package has it right now, drop the correction`);
  for (const [date, festival] of Object.entries(add).filter(([date]) => date.startsWith(`${year}-`))) {
    if (festivals.has(date)) throw new Error(`${date}: the package has it right now, drop the correction`);
    festivals.set(date, festival);
  }
  return [...festivals].sort().map(([date, festival]) => {
    if (!FESTIVALS[festival]) throw new Error(`${date}: add the names of ${festival} to FESTIVALS`);
    return { date, ...FESTIVALS[festival] };
  });
}

function checkDays(holidays, workdays) {
  const off = new Set(holidays.map(({ date }) => date));
  for (const { date } of workdays) {
    if (off.has(date)) throw new Error(`${date} is both a day off and a make-up workday`);
    if (new Date(date).getUTCDay() % 6 !== 0) throw new Error(`${date}: a make-up workday outside a weekend`);
  }
}

// The layout below is the formatter's, so that a rerun changes only what is new.
const inline = value =>
  Array.isArray(value) && value.length > 1
    ? `[\n${value.map(item => `      ${JSON.stringify(item)}`).join(',\n')}\n    ]`
    : JSON.stringify(value);

const lines = entries =>
  entries
    .map(
      ({ date, zh, en }) =>
        `    { "date": "${date}", "zh": ${JSON.stringify(zh)}, "en": ${JSON.stringify(en)} }`,
    )
    .join(',\n');

function fileOf(year) {
  const holidays = entriesOf(year, 'holidays');
  const workdays = entriesOf(year, 'workdays');
  checkDays(holidays, workdays);
  const notice = Object.entries(noticeOf(year))
    .map(([key, value]) => `    "${key}": ${inline(value)}`)
    .join(',\n');
  return `{
  "year": ${year},
  "notice": {
${notice}
  },
  "holidays": [
${lines(holidays)}
  ],
  "workdays": [
${lines(workdays)}
  ]
}
`;
}

const years = readdirSync(new URL('dist/years/', PACKAGE))
  .flatMap(name => /^(\d{4})\.json$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);

mkdirSync(TARGET, { recursive: true });
for (const year of years) writeFileSync(new URL(`${year}.json`, TARGET), fileOf(year));
