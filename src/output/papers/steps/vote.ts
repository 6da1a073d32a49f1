import { STEPS_OF } from '../../../facts/procedure/decisions.ts';
import type { Person, Plan } from '../../../model/plan.ts';
import { NATIONAL } from '../../../norms/norms.ts';
import type { PrintDocument } from '../../print/model.ts';
import { branchesOf, type PaperContext, paperOf, paragraphs } from './paper.ts';
import { dayText } from './person-fields.ts';

/**
 * The votes of branch meetings (票决情况汇总表), a sheet a branch: the figures that the roster has, and whether they carry. More than
 * half of those entitled must be present, and more than half of all entitled in favour.
 */
export function votePaper(context: PaperContext): PrintDocument {
  const { facts, people, decision, texts } = context;
  const { plan } = facts;
  const { vote, blankBranch, fields, date } = texts.stepPapers;
  const { decided } = STEPS_OF[decision];
  const sheets = branchesOf(people).map(([branch, own]) => ({
    title: vote.title(decision),
    parts: [
      ...paragraphs(vote.unit(branch || blankBranch)),
      {
        kind: 'table' as const,
        name: vote.title(decision),
        rowHeight: 11,
        columns: [fields.number, fields.name, ...vote.columns].map(title => ({ title, min: 4 })),
        rows: own.map((person, index) => {
          const { entitled, present, inFavour, passed } = figures(plan, person, decided);
          return [
            String(index + 1),
            person.name,
            date(dayText(person, decided)),
            entitled,
            present,
            inFavour,
            '',
            '',
            '',
            passed === undefined ? '' : vote.passed[passed ? 'yes' : 'no'],
          ].map(text => ({ text }));
        }),
      },
      ...paragraphs(
        vote.note(
          NATIONAL.on('quorum', plan.asOf).article ?? '',
          NATIONAL.on('majority', plan.asOf).article ?? '',
        ),
      ),
      { kind: 'signature' as const, labels: [...vote.signature] },
    ],
  }));
  return paperOf(sheets, context, { style: 'sheet', orientation: 'landscape' });
}

function figures({ asOf }: Plan, { data, dates }: Person, step: 'branchMeeting' | string) {
  const event = step === 'conversionMeeting' ? data.events?.conversionMeeting : data.events?.branchMeeting;
  const date = step === 'conversionMeeting' ? dates.conversionMeeting : dates.branchMeeting;
  // Of a meeting to come there are no votes.
  if (typeof event !== 'object' || !date || date.first > asOf)
    return { entitled: '', present: '', inFavour: '', passed: undefined };
  const { entitled, present, inFavour } = event;
  const known = entitled !== undefined && present !== undefined && inFavour !== undefined;
  return {
    entitled: String(entitled ?? ''),
    present: String(present ?? ''),
    inFavour: String(inFavour ?? ''),
    passed: known ? 2 * present > entitled && 2 * inFavour > entitled : undefined,
  };
}
