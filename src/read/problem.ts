import type { Place } from '../model/place.ts';
import { RosterNumbers } from '../model/roster-numbers.ts';
import type { Severity } from '../model/severity.ts';
import type { Form, Reading } from './fields/shape.ts';
import type { Pseudonyms } from './plan/pseudonyms.ts';
import type { Note } from './roster/note.ts';
import { LIMITS, type Limits, STANDARD_LIMITS } from './size-limits.ts';
import type { Encoding } from './text/decode.ts';

/** What can be wrong with a text before it is a plan: the findings of group `input`, by code, and what each tells. */
export interface ProblemArgs {
  /** with `limit` and the variable that changes it, where the reason is a limit; `detail` is what the program said when it crashed */
  'input/unreadable': {
    path: string;
    reason: UnreadableReason;
    limit?: number;
    variable?: string;
    next?: NextStep;
    detail?: string;
  };
  'input/encoding': { encoding: Encoding; crlf: boolean };
  'input/syntax': { problem: SyntaxProblem; detail: string };
  'input/schema': SchemaArgs;
  /** `also`: the lines of the same list in which it stands as well, once they are told together (rules/check.ts) */
  'input/unknown-key': { key: string; nearest: string; known: string[]; also?: number[] };
  /** `missingDash`: the first key of an item of a list stands there again, so another item begins without its dash */
  'input/duplicate-key': { key: string; firstLine: number; firstColumn: number; missingDash?: true };
  'input/fullwidth-punctuation': { text: string; instead: string; read: boolean };
  /** of a cell with its heading, which then was not read, and the cells where the same is so */
  'input/precision-lost': { text: string; becomes: string; heading?: string; cells?: string[] };
  'input/sheet-guess': SheetNoteArgs;
  'input/sheet-left-out': SheetNoteArgs;
  'input/several-documents': Record<string, never>;
  'pack/unknown-norm': { norm: string; nearest: string };
  'pack/not-settable': { norm: string };
  'pack/loosens': { norm: string; value: number; inForce: number; unit: string; way: 'more' | 'less' | '' };
  'timeline/weekday-mismatch': { date: string; stated: number; actual: number };
}

export type ProblemCode = keyof ProblemArgs;

/** What can be done where there is no plan to check; paths as the user would type them. */
export type NextStep =
  /** begin a plan, from a roster where there is one */
  | { do: 'init'; folder: string; roster?: string }
  /** there are plans below */
  | { do: 'batch'; folder: string; plans: string[] }
  /** the plan beside a roster does not name it */
  | { do: 'name-roster'; plan: string; roster: string }
  /** something has nearly that name */
  | { do: 'instead'; path: string }
  /** one of several has to be named */
  | { do: 'one-of'; paths: string[] };

/** Why a file could not be read, in the ways that have a message of their own. */
export type UnreadableReason =
  | 'missing'
  | 'no-plan'
  | 'several-plans'
  | 'roster'
  | 'part-of-plan'
  | 'county'
  | 'no-match'
  | 'prose'
  | 'denied'
  | 'busy'
  | 'directory'
  | 'special'
  /** named by a plan or a county, and not in its folder */
  | 'outside'
  | 'no-pack'
  | 'too-large'
  | 'excel'
  | 'word'
  | 'old-excel-or-word'
  | 'archive'
  | 'image'
  | 'pdf'
  | 'lock-file'
  | 'binary'
  | 'undecodable'
  | 'encrypted'
  | 'zip-bomb'
  | 'renamed-word'
  | 'damaged-workbook'
  | 'empty-workbook'
  | 'too-many-rows'
  | 'too-many-parts'
  | 'too-many-values'
  | 'too-many-problems'
  | 'no-head'
  | 'card'
  | 'transposed'
  | 'xlsb'
  | 'ods'
  | 'crashed'
  | 'failed';

/** The ways in which a text fails to be YAML that are worth a sentence of their own. */
export type SyntaxProblem =
  | 'indentation'
  | 'too-far-in'
  | 'not-far-enough-in'
  | 'dash-without-space'
  | 'list-mark'
  | 'tab'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'missing-comma'
  | 'colon-without-space'
  | 'missing-colon'
  | 'colon-in-text'
  | 'block-in-flow'
  | 'bad-start'
  | 'escape'
  | 'alias'
  | 'tag'
  | 'depth'
  | 'aliases'
  | 'control-character'
  | 'empty'
  | 'other';

/** What belongs somewhere: a reading, a form of map or list, a form of text, or the bound that is not kept. */
export type Expected = '' | Reading | 'object' | 'array' | Form | 'minimum' | 'maximum';

/** How a value differs from what the schema wants; `field` is the key as the user wrote it. */
export interface SchemaArgs {
  field: string;
  problem:
    | 'missing'
    | 'type'
    | 'value'
    | 'date'
    | 'about-exact-parts'
    | 'note-beside-number'
    | 'by-month'
    | 'no-month-name'
    | 'week-alone'
    | 'no-such-date'
    | 'ambiguous-date'
    | 'day-missing'
    | 'range'
    | 'pattern'
    | 'choose-one'
    | 'condition'
    | 'too-many'
    | 'too-long'
    | 'empty';
  /** what the user wrote, shortened; empty where nothing is written */
  value: string;
  /** allowed values, bounds, or the names to choose from */
  allowed: string[];
  /** the kind of value expected; empty where the problem says all */
  expected: Expected;
  /** the value probably meant; empty when there is no near one */
  nearest: string;
  /** the value stands in a cell, and `field` is the heading of its column */
  cell?: true;
}

/** The arguments of `input/schema`, of which those that a problem does not need are empty. */
export const difference = (
  problem: SchemaArgs['problem'],
  said: Partial<Omit<SchemaArgs, 'problem'>> = {},
): SchemaArgs => ({ field: '', problem, value: '', allowed: [], expected: '', nearest: '', ...said });

/** What was made of a cell, row, column or sheet of a workbook (roster/note.ts tells the kinds). */
export interface SheetNoteArgs
  extends Pick<Note, 'kind' | 'about' | 'heading' | 'field' | 'from' | 'to' | 'count'> {
  /** all cells (`E2`) or rows (`7`) where the same is so */
  cells: string[];
}

/** A finding as reading raises it; the rule engine gives it its severity. */
export type Problem = {
  [C in ProblemCode]: {
    code: C;
    args: ProblemArgs[C];
    place: Place;
    severity?: Severity;
  };
}[ProblemCode];

/** Collects what reading finds; one for each plan. */
export class Problems {
  readonly all: Problem[] = [];
  /** a file could not be read at all: the run ends with exit code 2 */
  unreadable = false;
  /** the names that were read, where what is shown replaces them */
  readonly people: Pseudonyms | undefined;
  /** the numbers of people that were read, which what is shown masks */
  readonly numbers = new RosterNumbers();
  /** how much is read */
  readonly limits: Limits;
  /** how often something was found, also what is not told any more */
  count = 0;

  constructor(people?: Pseudonyms, limits: Limits = STANDARD_LIMITS) {
    this.people = people;
    this.limits = limits;
  }

  /** As many were found as anybody will read: what follows is counted and not told. */
  get full(): boolean {
    return this.all.length > this.limits.problems;
  }

  add<C extends ProblemCode>(code: C, place: Place, args: ProblemArgs[C], severity?: Severity): void {
    this.count++;
    // What makes a file unreadable says why nothing else is told of it.
    if (this.full && code !== 'input/unreadable') return;
    this.all.push({ code, args, place, ...(severity && { severity }) } as Problem);
    if (this.all.length === this.limits.problems) this.close(place);
  }

  /** The last that is told: a file that holds a thousand faults of form is the wrong file, or was made to. */
  private close(place: Place): void {
    const { variable } = LIMITS.problems;
    const path = place.locate().file;
    this.all.push({
      code: 'input/unreadable',
      args: { path, reason: 'too-many-problems', limit: this.limits.problems, variable },
      place,
    });
  }
}
