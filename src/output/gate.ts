import { DIGIT, maskFinished, maskPersonal, NEXT } from '../model/personal.ts';
import type { Place } from '../model/place.ts';
import type { CheckedPlan, Finding } from '../rules/check.ts';
import { literal } from '../values/literal.ts';
import { memoize } from '../values/memo.ts';
import { mapped } from '../values/one-by-one.ts';
import { visible } from './layout/clean.ts';

declare const passed: unique symbol;

/**
 * What may leave the program. Streams and files take nothing else, and only this module makes it: a `Gate` for what is shown of
 * plans, `userFileText` and `userFileBytes` for a file that belongs to the user and keeps all that stands in it (a roster, a plan, a schema).
 */
export type Shown<T extends string | Uint8Array | Iterable<Uint8Array> = string> = T & {
  readonly [passed]: true;
};

/** Keys of results under which our own vocabulary stands (`severity: error`): nobody's name is looked for there. */
const VOCABULARY_KEYS: ReadonlySet<string> = new Set([
  ...['kind', 'style', 'orientation', 'language', 'tone', 'align', 'state', 'schema', 'status', 'verdict'],
  ...['code', 'severity', 'comparator', 'level', 'assignedBy', 'bound', 'standing', 'urgency'],
  ...['lacks', 'roster'],
]);

/** The keys of results; what a plan names its own fields is Chinese, or so much like them that it is nobody's name. */
const KEY_OF_OURS = /^[a-z][A-Za-z]*$/;

/** Our vocabulary is lower-case English; a plan has keys of the same names (`urgency`, a unit's `code`) that may hold anything. */
const isVocabulary = (key: string, text: string): boolean =>
  VOCABULARY_KEYS.has(key) && /^[a-z][a-z0-9/-]*$/.test(text);

/** What is known of people and must not be shown (their numbers, their names): hides it in a text. */
interface Hidden {
  /** @param isFinished the text has been laid out: what stands on two lines of it is not one thing */
  inText(text: string, isFinished: boolean): string;
}

/**
 * Makes a plan's data fit to show: replaces names (`--redact`), masks ID numbers and phones, makes visible what a terminal or a build
 * server would obey. Call `deep` or `shownPlan` on data before they are laid out, so that no line break cuts a number or a name in two;
 * call `seal` on the finished text.
 */
export class Gate {
  private readonly hidden: readonly Hidden[];
  private readonly workflow: boolean;

  /**
   * @param hidden numbers that are masked, and names that are replaced; of two plans each has its own pseudonyms
   * @param workflow the run is one of GitHub Actions, which obeys lines of what is printed
   */
  constructor(hidden: readonly Hidden[] = [], workflow = false) {
    this.hidden = hidden;
    this.workflow = workflow;
  }

  /** A text of a plan, for a layout that makes control characters visible itself. */
  text(text: string): string {
    return this.hide(maskPersonal(text), false);
  }

  /** Numbers that show what they are have been masked: parts of them may be other numbers, and stand behind names (张三13812345678). */
  private hide(masked: string, isFinished: boolean): string {
    return this.hidden.reduce((shown, own) => own.inText(shown, isFinished), masked);
  }

  /** All texts of plain data, keys too. Numbers that are `published` stay. */
  deep<T>(value: T, published: readonly string[] = []): T {
    const pass = (each: unknown): unknown => {
      if (typeof each === 'string') return except(each, published, text => this.text(text));
      if (Array.isArray(each)) return each.map(pass);
      if (isMadeOneByOne(each)) return mapped(each, pass);
      if (typeof each !== 'object' || each === null || isNoData(each)) return each;
      return Object.fromEntries(
        Object.entries(each).map(([key, below]) => [
          KEY_OF_OURS.test(key) ? key : this.text(key),
          typeof below === 'string' && isVocabulary(key, below) ? maskPersonal(below) : pass(below),
        ]),
      );
    };
    return pass(value) as T;
  }

  /** A finished text. */
  seal(
    text: string,
    {
      commands = false,
      colours = false,
      data = false,
      withoutPlan = false,
      published = [],
    }: SealOptions = {},
  ): Shown {
    const parts = text.split(colours ? COLOURS : text.endsWith('\r\n') ? LINE_ENDS : MARK);
    const clean = parts.map((part, index) => (index % 2 === 1 ? part : visible(part))).join('');
    const pass = (part: string) => (data ? maskFinished(part) : this.hide(maskFinished(part), true));
    const shown = withoutPlan ? clean : except(clean, published, pass);
    return (this.workflow && !commands ? harmless(shown) : shown) as Shown;
  }

  /** A file that is no text, whole or in pieces, from data that pass first. */
  async bytes<T, Bytes extends Uint8Array | Iterable<Uint8Array>>(
    data: T,
    make: (data: T) => Bytes | Promise<Bytes>,
    published?: readonly string[],
  ): Promise<Shown<Bytes>> {
    return (await make(this.deep(data, published))) as Shown<Bytes>;
  }
}

/** A text that passes but for the published numbers, which everybody is to read. */
function except(text: string, published: readonly string[], pass: (text: string) => string): string {
  const own = published.filter(number => text.includes(number));
  if (own.length === 0) return pass(text);
  const parts = own.reduce(
    (all, number) => all.flatMap((part, index) => (index % 2 === 1 ? [part] : between(part, number))),
    [text],
  );
  return parts.map((part, index) => (index % 2 === 1 ? part : pass(part))).join('');
}

export interface SealOptions {
  /** its lines are annotations for GitHub that we make; nothing of a plan can begin a line in them */
  commands?: boolean;
  /** programs read it, and its data have passed: somebody's name (true, fail, td) may be a word of ours there */
  data?: boolean;
  /** nothing of a plan is in it: the only ID numbers are the invented ones of examples */
  withoutPlan?: boolean;
  /** it was coloured for a terminal */
  colours?: boolean;
  published?: readonly string[];
}

/** The parts of a text around a number, with it at odd places; where more digits stand beside it, it is part of another. */
const between = (text: string, number: string): string[] =>
  text.split(new RegExp(`(?<!${DIGIT}${NEXT})(${literal(number)})(?!${NEXT}${DIGIT})`));

/** What the gate leaves as it is: the mark at the beginning, line ends of formats that ask for these (tables, calendars), colours. */
const MARK = /(^\ufeff)/;
const LINE_ENDS = /(^\ufeff|\r\n)/;
const COLOURS = /(^\ufeff|\x1b\[[0-9;]*m)/;

/** A line that the runner would take for a command (`::stop-commands::`, `##[add-mask]`) loses what makes it one, not its width. */
const harmless = (text: string): string =>
  text.replace(/^((?:[\s│|]|\x1b\[[0-9;]*m)*)::/gm, '$1∷ ').replaceAll('##[', '#♯[');

/** Rows of a table of forty thousand plans. */
const isMadeOneByOne = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value && !(value instanceof Uint8Array);

/** Places pass where they are asked (`shownPlace`); bytes hold no texts. Everything else is gone through, whatever made it. */
const isNoData = (value: object): boolean => value instanceof Uint8Array || 'locate' in value;

/** A file that belongs to the user, who keeps names and numbers in it: this program reads it again. */
export const userFileText = (text: string): Shown => text as Shown;
export const userFileBytes = (bytes: Uint8Array): Shown<Uint8Array> => bytes as Shown<Uint8Array>;

/** Arguments of findings on the form of files that repeat what somebody wrote: it may be anything, a name too. */
const WRITTEN: ReadonlySet<string> = new Set(['value', 'text', 'key', 'becomes', 'detail']);

const QUOTED = /(["'“‘`«<])[^"'”’`»>]+(["'”’`»>])/g;

/** The gate for one plan: the numbers of its own people, and their names where these are hidden. */
export const planGate = ({ people, numbers }: Pick<CheckedPlan, 'people' | 'numbers'>): Gate =>
  new Gate(people ? [numbers, people] : [numbers]);

/** A plan as reporters may show it. Its facts keep the real names, by which they were worked out: what is made of them passes too. */
export function shownPlan(plan: CheckedPlan): CheckedPlan {
  const gate = planGate(plan);
  const shown = (finding: Finding) => shownFinding(finding, gate, plan.people !== undefined);
  return {
    ...plan,
    path: gate.text(plan.path),
    findings: plan.findings.map(shown),
    waived: plan.waived.map(({ finding, reason, approvedBy }) => ({
      finding: shown(finding),
      reason: gate.text(reason),
      approvedBy: gate.text(approvedBy),
    })),
  };
}

/** A finding that names nobody it must not name, at the same place. */
export function shownFinding(finding: Finding, gate: Gate, redacted: boolean): Finding {
  const { code, place, subject } = finding;
  const isForm = redacted && code.startsWith('input/') && code !== 'input/unreadable';
  const shownArg = (name: string, value: unknown) => {
    if (!isForm || !WRITTEN.has(name) || typeof value !== 'string' || value === '') return gate.deep(value);
    // What the parser says is ours, but for what it quotes of the file.
    return code === 'input/syntax' && name === 'detail' ? gate.text(value.replace(QUOTED, '$1…$2')) : '…';
  };
  const args = Object.fromEntries(
    Object.entries(finding.args).map(([name, value]) => [name, shownArg(name, value)]),
  );
  return {
    ...finding,
    args,
    subject: gate.text(subject),
    place: shownPlace(place, gate, redacted),
  } as Finding;
}

const shownPlace = (place: Place, gate: Gate, redacted: boolean): Place => ({
  at: (...path) => shownPlace(place.at(...path), gate, redacted),
  has: field => place.has(field),
  locate: () => gate.deep(place.locate()),
  quote: () => gate.text(place.quote()),
  source: () => (redacted ? blanked(place.source()) : place.source()),
});

/**
 * A file's text without what it says: lines hold names that were not understood as such. Which script each word is in stays, since a
 * remedy names fields as the file does. Two files may take turns.
 */
const blanked = memoize(2, (text: string): string =>
  text
    .replace(/\p{Script=Han}/gu, '某')
    .replace(/[^\s某:：{"'-]/gu, char => (/[A-Za-z]/.test(char) ? 'x' : '0')),
);
