import { editorSchema, SCHEMA_KINDS } from '../../office/editor-schema.ts';
import { choiceOf } from '../option-values.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { outputFile } from '../targets.ts';

/** `plan schema [KIND]`: the JSON Schema of a kind of file, for editors. */
export async function runSchema(session: Session, kind = 'plan', options: Options): Promise<number> {
  const chosen = choiceOf(session.texts, session.texts.cli.schema.kindName, kind, SCHEMA_KINDS);
  outputFile(options, 'json', session);
  const keys = choiceOf(session.texts, '--keys', (options.keys as string) ?? session.texts.language, [
    'zh',
    'en',
  ]);
  await session.emit(() => `${JSON.stringify(editorSchema(chosen, keys), null, 2)}\n`);
  return EXIT.ok;
}
