import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentOf, historyOf, NATIONAL, normIds, normText } from '../src/norms/norms.ts';
import { rules } from '../src/rules/index.ts';
import { texts as en } from '../src/text/en/index.ts';
import { texts as zh } from '../src/text/zh/index.ts';

const here = import.meta.dirname;

/** The ids that scripts and waivers rely on. */
const CONTRACT = `
input/encoding input/syntax input/schema input/unknown-key input/duplicate-key input/fullwidth-punctuation
input/precision-lost input/several-documents
quota/sum-mismatch quota/over-total quota/unfilled quota/allocation-mismatch quota/growth-limit
structure/not-met structure/planned-conflicts-share structure/no-integer-fits structure/subset-larger-than-whole
structure/no-margin
reserve/too-few reserve/too-many reserve/listed-twice reserve/not-eligible reserve/cannot-be-assigned reserve/funnel-short
timeline/order timeline/overlap timeline/rest-day timeline/public-holiday timeline/notice-too-short timeline/outside-year
timeline/no-owner timeline/missing-step timeline/overdue timeline/weekday-mismatch timeline/calendar-unknown
candidate/duplicate candidate/underage candidate/id-number-invalid candidate/id-number-disagrees candidate/date-order
candidate/stage-disagrees candidate/unknown-slot candidate/contacts candidate/introducers
period/talk-late period/activist-too-short period/inspection-gap period/training-too-short period/leaving-soon
period/notice-too-short period/meeting-late period/approval-late period/oath-late period/probation period/review-expired
materials/missing materials/late materials/out-of-order materials/wrong-count materials/not-applicable
branch/inactive branch/no-activist text/outdated-reference text/outdated-phrase text/damaged-text
privacy/id-number-exposed privacy/phone-exposed
`
  .trim()
  .split(/\s+/);

describe.each(rules.map(rule => [rule.id, rule] as const))('rule %s', (id, rule) => {
  it('has texts in both languages', () => {
    for (const { title, demand } of [zh.rules[id], en.rules[id]]) {
      expect(title.length).toBeGreaterThan(1);
      expect(demand.length).toBeGreaterThan(5);
    }
    expect(zh.rules[id].title).toMatch(/\p{Script=Han}/u);
    expect(zh.rules[id].demand).toMatch(/\p{Script=Han}/u);
    expect(en.rules[id].title + en.rules[id].demand).not.toMatch(/\p{Script=Han}/u);
  });

  it('rests on a norm with a document', () => {
    const { document, certainty } = NATIONAL.find(rule.norm, 20_000) ?? {};
    expect(normText(rule.norm, 'zh')).toMatch(/\p{Script=Han}/u);
    if (document) expect(document.zh && document.en && certainty).toBeTruthy();
  });

  it('has a good and a bad example', () => {
    const folder = join(here, 'fixtures', id);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const kind of ['good', 'bad'])
      expect(
        names.some(name => name.startsWith(`${kind}.`)),
        `test/fixtures/${id}/${kind}.<name>/ is missing`,
      ).toBe(true);
  });
});

describe('the norms', () => {
  it.each(normIds)('%s has its values in order, each from a document that is described', id => {
    const values = historyOf(id);
    for (const { document, from } of values)
      expect(
        documentOf(document).zh,
        `${document} (from ${from}) is not in data/documents.yaml`,
      ).toBeTruthy();
    const days = values.map(({ from }) => from);
    expect(days).toEqual([...new Set(days)].sort());
  });
});

describe('the list of rules', () => {
  const ids = rules.map(({ id }) => id as string);

  it('names each rule once, as group/name', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z-]+$/);
  });

  it('has every rule that scripts rely on', () => {
    expect(CONTRACT.filter(id => !ids.includes(id))).toEqual([]);
  });

  it('leaves no rule file out', () => {
    const root = join(here, '../src/rules');
    const files = readdirSync(root, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(join(root, name)).map(file => `${name}/${file.replace('.ts', '')}`));
    expect(files.sort()).toEqual([...ids].sort());
  });
});
