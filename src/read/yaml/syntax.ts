import type { Problems, SyntaxProblem } from '../problem.ts';
import type { Limits } from '../size-limits.ts';
import type { SourceFile } from '../text/source.ts';
import type { YamlSyntaxError } from './full.ts';
import { certainSlips, type SyntaxIssue, trueCause } from './slips.ts';

/**
 * Reports why a text is not YAML. The fast parser stops at its first complaint; the `yaml` package goes on and finds
 * the others, so that a clerk mends all of them in one round. It is asked only where the text is small and flat enough
 * not to exhaust it (deep nesting aborts the process, a very long file takes minutes).
 */
export async function reportSyntax(
  file: SourceFile,
  error: YamlSyntaxError,
  problems: Problems,
): Promise<void> {
  problems.unreadable = true;
  const fullWidth = reportFullWidthColons(file, problems);
  const kind = classify(error.message, PARSER_WORDS);
  const errors =
    isHarmless(file.text) && kind !== 'depth' && kind !== 'aliases' ? await recover(file.text) : [];
  if (errors.length === 0)
    errors.push({ kind, start: error.offset, end: error.offset + 1, detail: error.message });
  const lines = new Set<number>();
  const isTold = problems.all.some(
    ({ code, args }) => code === 'input/fullwidth-punctuation' && !(args as { read: boolean }).read,
  );
  // The line behind one that is out of line may be wrong only by it.
  const shifted = new Set<number>();
  const certain = certainSlips(file.text);
  // Of a dash without its space everything below it suffers: what follows may be wrong only by it.
  const found = certain.length > 0 ? certain : errors.map(issue => trueCause(file.text, issue));
  for (const { kind: problem, start, end, detail } of found) {
    const place = file.place(start, Math.min(end, lineEnd(file.text, start)));
    const { line } = place.locate();
    // One mistake often breaks its line in several ways, and a full-width colon explains what follows it.
    if (lines.has(line) || fullWidth.has(line) || fullWidth.has(line - 1) || shifted.has(line - 1)) continue;
    // Below something that is known, an indentation of which nothing is known is a consequence.
    if (problem === 'indentation' && [...lines, ...fullWidth].some(above => above < line)) continue;
    lines.add(line);
    if (problem === 'too-far-in' || problem === 'not-far-enough-in') shifted.add(line);
    problems.add('input/syntax', place, { problem, detail: limitOf(problem, problems.limits) ?? detail });
    if (lines.size >= MOST_ERRORS) return;
  }
  // A file that cannot be read has an error, whatever explains it.
  const [first] = found;
  if (lines.size > 0 || isTold || first === undefined) return;
  const place = file.place(first.start, Math.min(first.end, lineEnd(file.text, first.start)));
  problems.add('input/syntax', place, { problem: first.kind, detail: first.detail });
}

const MOST_ERRORS = 20;

/** Where a limit is what is wrong, it says more than the parser does. */
const limitOf = (problem: SyntaxProblem, { depth, expansion }: Limits): string | undefined =>
  problem === 'depth' ? String(depth) : problem === 'aliases' ? String(expansion) : undefined;

async function recover(text: string): Promise<SyntaxIssue[]> {
  const { parseDocument } = await import('yaml');
  try {
    // A lone CR ends a line, as in the fast parser; to this one it would be a character.
    const document = parseDocument(text.replace(/\r(?!\n)/g, '\n'), {
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
    });
    return document.errors.map(({ code, pos, message }) => ({
      kind:
        RECOVERY_CODES[code] ??
        // A bracket that is left open is told as an indentation too: of the line after it.
        (code === 'BAD_INDENT' && !/flow/i.test(message) ? 'indentation' : classify(message, RECOVERY_WORDS)),
      start: pos[0],
      end: pos[1],
      detail: message,
    }));
  } catch {
    return [];
  }
}

/** Limits within which the recovering parser answers at once. */
function isHarmless(text: string): boolean {
  if (text.length > 300_000) return false;
  let lines = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 10 && ++lines > 5000) return false;
    // Counting brackets in texts and comments too only errs on the safe side.
    if ((char === 91 || char === 123) && ++depth > 64) return false;
    if ((char === 93 || char === 125) && depth > 0) depth--;
  }
  return !/(?:[-?:]\s+){24}/.test(text);
}

const RECOVERY_CODES: Record<string, SyntaxProblem> = {
  TAB_AS_INDENT: 'tab',
  BAD_DQ_ESCAPE: 'escape',
  BAD_SCALAR_START: 'bad-start',
  BAD_ALIAS: 'alias',
  ALIAS_PROPS: 'alias',
  TAG_RESOLVE_FAILED: 'tag',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-text',
  MULTILINE_IMPLICIT_KEY: 'missing-colon',
  BLOCK_IN_FLOW: 'block-in-flow',
};

const RECOVERY_WORDS: [RegExp, SyntaxProblem][] = [
  [/closing ["']?quote|Missing closing/i, 'unclosed-quote'],
  [/(must|and) end with a|flow .* sufficiently indented|expected flow .* to end/i, 'unclosed-bracket'],
  [/indent/i, 'indentation'],
  [/Missing , |,/i, 'missing-comma'],
  [/Implicit keys need|Implicit map keys need to be followed by map values/i, 'missing-colon'],
];

const PARSER_WORDS: [RegExp, SyntaxProblem][] = [
  [/tab characters/, 'tab'],
  [/quoted scalar/, 'unclosed-quote'],
  [/within a flow collection/, 'unclosed-bracket'],
  [/comma/, 'missing-comma'],
  [/indentation/, 'indentation'],
  [/multiline key|expected ':'|line break is expected/, 'missing-colon'],
  [/escape sequence|hexadecimal/, 'escape'],
  [/alias node|unidentified alias|anchor/, 'alias'],
  [/too many aliases/, 'aliases'],
  [/tag/, 'tag'],
  [/maxDepth/, 'depth'],
  [/non-printable|valid JSON character/, 'control-character'],
];

const classify = (message: string, words: [RegExp, SyntaxProblem][]): SyntaxProblem =>
  words.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';

/** Lines such as `性别：女`: the commonest reason of all. Gives the line numbers. */
function reportFullWidthColons(file: SourceFile, problems: Problems): Set<number> {
  const lines = new Set(
    problems.all.flatMap(({ code, place }) =>
      code === 'input/fullwidth-punctuation' ? [place.locate().line] : [],
    ),
  );
  for (const match of file.text.matchAll(/^[ \t\u3000\u00a0]*(?:- +)?[\p{L}\p{N}_-]{1,20}(：)/gmu)) {
    const at = match.index + match[0].length - 1;
    const place = file.place(at, at + 1);
    if (lines.has(place.locate().line)) continue;
    lines.add(place.locate().line);
    problems.add('input/fullwidth-punctuation', place, { text: '：', instead: ': ', read: false }, 'error');
    if (lines.size >= MOST_ERRORS) break;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  const found = text.slice(from).search(/[\r\n]/);
  return found < 0 ? text.length : from + found;
}
