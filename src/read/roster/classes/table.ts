/** What a whole value is classed as; told where it is not the field's own word for it. */
export interface Classed {
  value: string;
  /** `code`: by a national code; `classed`: by what the word means; absent: the value is the field's own word */
  kind?: 'code' | 'classed';
}

/** Words that several classes claim: the clerk is asked. */
export const UNCLEAR = 'unclear';

/** The words of each class, with white space between them; those of UNCLEAR may mean several. */
export type Words = Readonly<Record<string, string>>;

/** Finds the class of a whole text. */
export type ClassTable = (text: string) => Classed | typeof UNCLEAR | undefined;

export function classTable(words: Words): ClassTable {
  const classes = new Map(
    Object.entries(words).flatMap(([value, texts]) =>
      texts
        .trim()
        .split(/\s+/)
        .map(text => [text, value] as const),
    ),
  );
  return text => {
    const value = classes.get(text);
    return value === undefined || value === UNCLEAR ? value : { value, kind: 'classed' };
  };
}

export const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '');
