import { type IRunOptions, LineRuleType, TextRun } from 'docx';
import type { Tone } from '../../findings/section.ts';
import { visible } from '../../layout/clean.ts';
import type { PrintDocument } from '../model.ts';
import { stretchesOf } from '../right-to-left.ts';

/** Millimetres as twentieths of a point, in which Word measures pages; points likewise. */
export const mm = (value: number): number => Math.round((value * 1440) / 25.4);
export const pt = (value: number): number => Math.round(value * 20);

/** Faces of the standard, under the names that offices' machines have; fonts.ts says what stands in for them elsewhere. */
export const FACE = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
  number: 'Times New Roman',
};

/** The hint sets the marks that both scripts have (“ ” … — ·) in the Chinese face: Word takes them for Latin ones. */
export const font = (face: string) => ({
  ascii: FACE.number,
  hAnsi: FACE.number,
  eastAsia: face,
  cs: FACE.number,
  hint: 'eastAsia',
});

/** Paper, margins and type of the two styles. Sizes and distances in points, margins in twentieths of a point. */
export interface Look {
  margin: { top: number; right: number; bottom: number; left: number; header: number; footer: number };
  title: { face: string; size: number };
  body: { face: string; size: number };
  table: { face: string; size: number };
  /** exact distance of lines; natural where absent */
  line?: number;
  /** what is put between characters, so that a line holds as many as it should */
  spacing?: number;
  /** characters by which first lines are indented */
  indent: number;
}

/**
 * `official` is GB/T 9704-2012: on 156 × 225 mm, 22 lines of 28 characters of 16 points. 22 × 28.95 pt are 224.7 mm, 28 ×
 * (16 − 0.25) pt are 155.6 mm. A document grid would do the same in Word, and something else in LibreOffice.
 */
export const LOOKS: Record<PrintDocument['style'], Look> = {
  official: {
    // The dash of the page number stands 7 mm below the type area.
    margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), header: mm(15), footer: mm(25.5) },
    title: { face: FACE.title, size: 22 },
    body: { face: FACE.body, size: 16 },
    table: { face: FACE.body, size: 12 },
    line: 28.95,
    spacing: -0.25,
    indent: 2,
  },
  sheet: {
    margin: { top: mm(20), right: mm(20), bottom: mm(20), left: mm(20), header: mm(12), footer: mm(12) },
    title: { face: FACE.title, size: 18 },
    body: { face: FACE.body, size: 12 },
    table: { face: FACE.body, size: 10.5 },
    indent: 0,
  },
};

/** The margins of a page; the type area of an official one is turned with it. */
export const marginOf = (
  { style, orientation }: Pick<PrintDocument, 'style' | 'orientation'>,
  { margin } = LOOKS[style],
): Look['margin'] =>
  style === 'official' && orientation === 'landscape'
    ? {
        ...margin,
        top: margin.left,
        right: margin.bottom,
        bottom: margin.right,
        left: margin.top,
        footer: mm(16.5),
      }
    : margin;

export const isGrave = (tone: Tone | undefined): boolean => tone === 'error' || tone === 'warning';

/** Text without what XML cannot hold and nobody could see. */
export const clean = (text: string): string => visible(text, { oneLine: true });

/** Scripts that Chinese and Latin faces do not have, with the faces of Windows that do. */
const SCRIPTS: readonly [letters: string, face: string][] = [
  ['\\u0f00-\\u0fff', 'Microsoft Himalaya'],
  ['\\u1800-\\u18af', 'Mongolian Baiti'],
];

const OTHER_SCRIPT = new RegExp(SCRIPTS.map(([letters]) => `([${letters}][${letters} ]*)`).join('|'), 'u');

/** A text as parts of one face each; undefined is the face of the text around. */
function facesOf(text: string): { text: string; face?: string }[] {
  const match = OTHER_SCRIPT.exec(text);
  if (!match) return text === '' ? [] : [{ text }];
  const [, face] = SCRIPTS[match.slice(1).findIndex(part => part !== undefined)]!;
  const before = text.slice(0, match.index);
  return [
    ...(before === '' ? [] : [{ text: before }]),
    { text: match[0], face },
    ...facesOf(text.slice(match.index + match[0].length)),
  ];
}

const everywhere = (face: string) => ({ ascii: face, hAnsi: face, eastAsia: face, cs: face });

/** A text in as many runs as it has directions and faces: Word wants to be told where one is read from the right. */
export function runs(text: string, { break: lines, ...options }: IRunOptions = {}): TextRun[] {
  const parts = stretchesOf(clean(text)).flatMap(({ text: own, isRightToLeft }) =>
    facesOf(own).map(part => ({ ...part, isRightToLeft })),
  );
  return (parts.length > 0 ? parts : [{ text: '', isRightToLeft: false }]).map(
    ({ text: own, isRightToLeft, face }: { text: string; isRightToLeft: boolean; face?: string }, index) =>
      new TextRun({
        ...options,
        ...(face === undefined ? {} : { font: everywhere(face) }),
        ...(index === 0 && lines !== undefined ? { break: lines } : {}),
        ...(isRightToLeft ? { rightToLeft: true } : {}),
        text: own,
      }),
  );
}

/** Lines of an exact height, whatever type they hold. */
export const exactly = (points: number) => ({ line: pt(points), lineRule: LineRuleType.EXACT });
