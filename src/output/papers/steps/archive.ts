import { materialsOf } from '../../../facts/materials/state.ts';
import { needsOf, type StepPaper } from '../../../facts/procedure/needs.ts';
import { isSamePaper } from '../../../model/papers.ts';
import type { Person, Plan } from '../../../model/plan.ts';
import { dateText, rulesOn, stepsUnder } from '../../../model/steps.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Cell } from '../../findings/section.ts';
import type { PrintDocument } from '../../print/model.ts';
import { BY_HAND, type PaperContext, paperOf, paragraphs } from './paper.ts';

/** What goes into somebody's own file (Art. 37 of 2014, 36 of 2026); the rest stays with branch and committee. */
const PERMANENT: ReadonlySet<StepPaper> = new Set([
  ...(['form', 'application', 'activistForm', 'inspectionForm', 'reviewSummary'] as const),
  ...(['probationForm', 'conversionApplication'] as const),
]);

/** Type of the table in points: the papers of the whole procedure stand on one page. */
const TYPE = 10.5;

/** The list of papers with which somebody's file is handed over (归档目录), a sheet a person. */
export function archivePaper(context: PaperContext): PrintDocument {
  const { facts, people, texts } = context;
  const { archive } = texts.stepPapers;
  const sheets = people.map(person => ({
    title: archive.title,
    parts: [
      ...paragraphs(archive.person(person.name, person.data.branch ?? '')),
      {
        kind: 'table' as const,
        name: person.name,
        type: TYPE,
        rowHeight: BY_HAND,
        columns: archive.columns.map((title, index) => ({ title, min: index === 1 ? 20 : 4 })),
        rows: papersOf(facts.plan, person, texts),
      },
      { kind: 'signature' as const, labels: [...archive.signature] },
    ],
  }));
  return paperOf(sheets, context, { style: 'sheet' });
}

/** The papers of all steps in their order, then what the plan collects besides; copies and dates as far as the roster has them. */
function papersOf(plan: Plan, person: Person, { checklist, stepPapers: { archive } }: Texts): Cell[][] {
  const states = materialsOf(plan, person).filter(({ status }) => status !== 'not-applicable');
  const rules = rulesOn(person.dates.prospective?.first ?? plan.asOf);
  const needed = new Set(
    stepsUnder(rules)
      .flatMap(step => needsOf(plan, person, step, rules).papers)
      .filter(
        ({ paper, case: when }) =>
          paper !== 'archiveList' && (when === undefined || when === 'withCommittee'),
      )
      .map(({ paper }) => paper),
  );
  const known = [...needed].map(paper => {
    const name = checklist.stepPaper[paper];
    return { name, paper, state: states.find(({ material }) => isSamePaper(material, { id: paper, name })) };
  });
  const others = states
    .filter(state => !known.some(each => each.state === state))
    .map(state => ({ name: state.material.name, paper: undefined, state }));
  return [...known, ...others].map(({ name, paper, state }, index) => {
    const copies = state ? state.dates.length + state.undated : 0;
    const last = state?.dates.at(-1);
    return [
      String(index + 1),
      name,
      copies > 0 ? String(copies) : '',
      '',
      last ? dateText(last) : '',
      paper !== undefined && PERMANENT.has(paper) ? archive.permanent : '',
    ].map(text => ({ text }));
  });
}
