import generated from '../../generated/examples.json' with { type: 'json' };
import type { Kind } from '../../read/fields/shape.ts';
import type { Language } from '../../text/language.ts';
import { inChinese } from './chinese.ts';

/** A file of an example, as a clerk would write it. */
export interface ExampleFile {
  name: string;
  text: string;
}

type Examples = { bad?: ExampleFile[]; good?: ExampleFile[] };

/**
 * The first bad and the first good example of a rule: the fixtures that run as tests, in the keys of the language. Examples of
 * the form of files stay as they are.
 */
export function examplesOf(code: string, language: Language): Examples {
  const examples = (generated as Record<string, Examples>)[code] ?? {};
  if (language === 'en' || code.startsWith('input/')) return examples;
  return Object.fromEntries(
    Object.entries(examples).map(([side, files]) => [
      side,
      files.map(({ name, text }) => ({ name, text: inChinese(text, kindOf(name)) })),
    ]),
  );
}

/** Files besides those of a plan and a county are packs. */
function kindOf(name: string): Kind {
  const [, kind] = /(?:^|\/)(plan|candidates|timeline|county)\.ya?ml$/.exec(name) ?? [];
  return (kind as Kind | undefined) ?? 'pack';
}
