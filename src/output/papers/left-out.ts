import type { CheckedPlan, Finding } from '../../rules/check.ts';
import { leavesOut } from '../../rules/coverage.ts';
import { messageOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';
import { placeOf } from '../findings/findings.ts';
import type { Part, PrintDocument } from '../print/model.ts';

/** A paper of a plan that was not read whole says so itself, at its top: what is told on the error stream is not handed on with it. */
export function withLeftOut(print: PrintDocument, { findings }: CheckedPlan, texts: Texts): PrintDocument {
  const left = leftOutOf(findings, texts);
  if (left.length === 0) return print;
  const items = left.map(({ place, message }) => ({
    text: `${message}${texts.papers.at(place)}`,
    details: [],
  }));
  const note: Part[] = [
    { kind: 'paragraph', text: texts.papers.leftOut(left.length), tone: 'error' },
    { kind: 'list', items },
  ];
  return { ...print, parts: [...note, ...print.parts] };
}

/** Something of a plan's files that was not taken over, in words. */
export interface LeftOut {
  place: string;
  message: string;
}

/** All that was not taken over, for results that programs read. */
export const leftOutOf = (findings: readonly Finding[], texts: Texts): LeftOut[] =>
  findings
    .filter(leavesOut)
    .map(finding => ({ place: placeOf(finding), message: messageOf(finding, texts) }));
