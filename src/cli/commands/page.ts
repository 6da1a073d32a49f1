import { userFileBytes } from '../../output/gate.ts';
import { EXIT, type Options, type Session } from '../session.ts';
import { outputFile } from '../targets.ts';
import { UsageError } from '../usage-error.ts';

const RESULT = '发展党员计划核对.html';

/** `plan page`: the offline page as a file to pass on. */
export async function runPage(session: Session, options: Options): Promise<number> {
  const { io, texts } = session;
  const file = outputFile(options, 'html', session) ?? RESULT;
  if (!io.page) throw new UsageError(texts.cli.page.none);
  io.files.write(file, userFileBytes(io.page()), { replace: options.force === true });
  session.tell(`${texts.cli.wrote(file)}\n`);
  return EXIT.ok;
}
