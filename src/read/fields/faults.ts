import type { Place } from '../../model/place.ts';
import { pointerTo } from '../../values/json-pointer.ts';
import { difference, type Problems, type SchemaArgs } from '../problem.ts';
import { LIMITS } from '../size-limits.ts';
import type { SourceFile } from '../text/source.ts';
import type { Node, ScalarNode, Span } from '../yaml/node.ts';

/** Reports what cannot be read of one file. `path` follows the reader, so that a finding knows which field it is about. */
export class Faults {
  readonly file: SourceFile;
  readonly problems: Problems;
  /** nodes whose value was refused here already; the validator need not say it again */
  readonly refused = new Set<Node>();
  /** where the value that is being read stands, in canonical names */
  readonly path: (string | number)[] = [];
  /** how many keys and values were not understood so far */
  lost = 0;

  constructor(file: SourceFile, problems: Problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Gives a value up: what it stands in is read without it. */
  refuse(node: Node): void {
    this.lost++;
    this.refused.add(node);
  }

  /** Reports how a value differs from what the schema wants. */
  differs(
    node: Span,
    problem: SchemaArgs['problem'],
    said: Partial<SchemaArgs> = {},
    severity?: 'info',
  ): void {
    this.problems.add('input/schema', this.span(node), difference(problem, said), severity);
  }

  /** A name of megabytes would be printed wherever it is told of. */
  isTooLong(node: ScalarNode): boolean {
    const most = this.problems.limits.text;
    if (node.text.length <= most) return false;
    this.refuse(node);
    const allowed = [String(most), LIMITS.text.variable];
    this.differs(node, 'too-long', { value: shorten(node.text.slice(0, most)), allowed });
    return true;
  }

  /** Says that full-width characters were read as what they mean. */
  fullWidth(node: Span, text: string, instead: string): void {
    const args = { text: shorten(text), instead, read: true };
    this.problems.add('input/fullwidth-punctuation', this.span(node), args);
  }

  /** @param below a field of what is being read */
  span({ start, end }: Span, below?: string): Place {
    return this.file.place(start, end, this.pointer(below));
  }

  /** The JSON pointer of what is being read, or of a field of it. */
  pointer(below?: string): string {
    return pointerTo(below === undefined ? this.path : [...this.path, below]);
  }
}

/** A text as findings quote it. */
export const shorten = (text: string): string => {
  // Of a text of megabytes the rest need not be looked at.
  const line = text.slice(0, 1000).replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
