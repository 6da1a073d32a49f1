import { ownBytes } from '../../output/gate.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

const RESULT = '发展党员计划核对.html';

/** `plan page`: the offline page as a file to pass on. */
export async function runPage(
  session: Session,
  output: string | undefined,
  replace: boolean,
): Promise<number> {
  const { io, texts } = session;
  const file = output ?? RESULT;
  if (!/\.html?$/i.test(file)) throw new UsageError(texts.cli.errors.invalidValue('-o', file, '*.html'));
  if (!io.page) throw new UsageError(texts.cli.page.none);
  io.files.write(file, ownBytes(io.page()), { replace });
  session.tell(`${texts.cli.wrote(file)}\n`);
  return EXIT.ok;
}
