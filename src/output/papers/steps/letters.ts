import type { Person, Plan } from '../../../model/plan.ts';
import { isAtLeast, stageOn } from '../../../model/stage.ts';
import { NATIONAL } from '../../../norms/norms.ts';
import type { FormRow, PrintDocument } from '../../print/model.ts';
import { publicPhones } from '../notice.ts';
import { flush, type PaperContext, paperOf, paragraphs, type Sheet } from './paper.ts';
import { rulesFor } from './people-concerned.ts';

const label = (text: string, span?: number) => ({ text, label: true as const, ...(span ? { span } : {}) });
const blank = (text = '', span?: number) => ({ text, ...(span ? { span } : {}) });

/** What somebody is at the unit that asks: a nominee is no prospective member before the listing. */
function standingOf(person: Person, { asOf }: Plan): 'prospective' | 'nominee' | 'activist' | 'applicant' {
  const stage = stageOn(person, asOf);
  if (stage !== undefined && isAtLeast(stage, 'prospective')) return 'prospective';
  if (person.role === 'nominee') return 'nominee';
  return stage === 'applicant' ? 'applicant' : 'activist';
}

/** The enquiry about somebody's kin (函调信), with the sheet on which it is answered behind it. */
export function letterPaper(context: PaperContext): PrintDocument {
  const { facts, people, texts } = context;
  const { plan } = facts;
  const { letter, blankDate, fields } = texts.stepPapers;
  const { article = '' } = NATIONAL.on('political-review', plan.asOf);
  const sheets = people.flatMap((person): Sheet[] => {
    const { data } = person;
    const rules = rulesFor(plan, person, 'politicalReview');
    const about = [
      texts.papers.notice.term('gender', data.gender ?? ''),
      data.ethnicity ?? '',
      data.birth ? letter.born(data.birth.slice(0, 7)) : '',
      data.nativePlace ? letter.from(data.nativePlace) : '',
    ].filter(text => text !== '');
    const { office, phone, address } = plan.organization;
    return [
      {
        title: letter.title(person.name),
        parts: [
          flush(letter.to),
          ...paragraphs(
            letter.opening(person.name, about, standingOf(person, plan), rules, article),
            ...letter.asked,
            letter.reply,
            ...letter.contact(office ?? plan.organization.name, address ?? '', phone ?? ''),
          ),
          { kind: 'issuer', organization: plan.organization.name, date: blankDate },
        ],
      },
      {
        title: letter.replyTitle,
        parts: [
          {
            kind: 'form',
            name: letter.replyTitle,
            rows: [
              {
                cells: [
                  label(letter.askedAbout),
                  blank(),
                  label(letter.relation),
                  blank(letter.of(person.name)),
                ],
              },
              { cells: [label(fields.gender), blank(), label(fields.birth), blank()] },
              { cells: [label(letter.politics), blank(), label(fields.position), blank()] },
              ...letter.questions.map(
                (question): FormRow => ({ height: 34, cells: [label(question), blank('', 3)] }),
              ),
              { height: 30, cells: [label(letter.replyUnit), { text: letter.sign, span: 3, signed: true }] },
            ],
          },
        ],
      },
    ];
  });
  const print = paperOf(sheets, context, { style: 'official' });
  return { ...print, published: publicPhones(plan) };
}

/** The opinions on somebody (征求意见表): of the group, the contacts, members and the masses, to be written in (Art. 13). */
export function opinionsPaper(context: PaperContext): PrintDocument {
  const { people, texts } = context;
  const { opinions, fields, list } = texts.stepPapers;
  const sheets = people.map(
    ({ name, data }): Sheet => ({
      title: opinions.title,
      parts: [
        {
          kind: 'form',
          name: opinions.title,
          rows: [
            {
              cells: [
                label(fields.name),
                blank(name),
                label(fields.gender),
                blank(texts.papers.notice.term('gender', data.gender ?? '')),
                label(fields.ethnicity),
                blank(data.ethnicity ?? ''),
              ],
            },
            {
              cells: [
                label(fields.birth),
                blank(texts.stepPapers.date((data.birth ?? '').slice(0, 7))),
                label(fields.education),
                blank(texts.papers.notice.term('education', data.education ?? '')),
                label(fields.contacts),
                blank(list(data.contacts ?? [])),
              ],
            },
            {
              cells: [
                label(fields.branch),
                blank(data.branch ?? '', 2),
                label(fields.position),
                blank(data.position ?? '', 2),
              ],
            },
            ...opinions.boxes.map(
              (box): FormRow => ({
                height: 44,
                cells: [label(box), { text: opinions.sign, span: 5, signed: true }],
              }),
            ),
          ],
        },
      ],
    }),
  );
  return paperOf(sheets, context, { style: 'sheet' });
}

/** The record of a talk with members and masses about somebody (座谈会记录), blank but for the names. */
export function talksPaper(context: PaperContext): PrintDocument {
  const { people, texts } = context;
  const { talks, fields } = texts.stepPapers;
  const sheets = people.map(
    ({ name, data }): Sheet => ({
      title: talks.title,
      parts: [
        {
          kind: 'form',
          name: talks.title,
          rows: [
            { cells: [label(talks.about), blank(name), label(fields.branch), blank(data.branch ?? '')] },
            { cells: [label(talks.time), blank(), label(talks.place), blank()] },
            { cells: [label(talks.chair), blank(), label(talks.clerk), blank()] },
            { height: 22, cells: [label(talks.present), blank('', 3)] },
            { height: 130, cells: [label(talks.said), blank('', 3)] },
            { height: 24, cells: [label(talks.signed), blank('', 3)] },
          ],
        },
        ...paragraphs(talks.note),
      ],
    }),
  );
  return paperOf(sheets, context, { style: 'sheet' });
}
