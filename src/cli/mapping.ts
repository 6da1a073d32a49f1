import { userFileText } from '../output/gate.ts';
import type { Mapping } from '../read/roster/columns.ts';
import { fieldList, parseMapping, readMapping } from '../read/roster/mapping.ts';
import { type Target, targetName } from '../read/roster/target.ts';
import type { Options, Session } from './session.ts';
import { UsageError } from './usage-error.ts';

/** What the user says of headings: by --map and --map-file. */
export interface SaidMapping {
  all: Mapping;
  /** the headings of --map, which must be there; saved ones need not */
  asked: string[];
}

/** @throws {UsageError} for a field that there is not, or a file that holds no mapping */
export function mappingOf(session: Session, options: Options): SaidMapping {
  const { io, texts } = session;
  const all = new Map<string, Target | null>();
  const saved = options.mapFile as string | undefined;
  if (saved !== undefined) {
    const kept = io.files.kind(saved) === 'file' ? readMapping(session.read(saved)) : undefined;
    if (!kept) throw new UsageError(texts.roster.badMapFile(saved));
    for (const [heading, target] of kept) all.set(heading, target);
  }
  const asked: string[] = [];
  for (const text of Array.isArray(options.map) ? (options.map as string[]) : []) {
    const parsed = parseMapping(text);
    if (!('heading' in parsed)) {
      throw new UsageError(
        parsed.failure === 'form'
          ? texts.roster.badMap(text)
          : texts.roster.unknownField(parsed.name, parsed.nearest),
      );
    }
    all.set(parsed.heading, parsed.target);
    asked.push(parsed.heading);
  }
  return { all, asked };
}

export function saveMapping(session: Session, all: Mapping, options: Options): void {
  const { io, texts } = session;
  const path = options.saveMap as string;
  const content = Object.fromEntries(
    [...all].map(([heading, target]) => [heading, target ? targetName(target) : '']),
  );
  io.files.write(path, userFileText(`${JSON.stringify(content, null, 2)}\n`), {
    replace: options.force === true,
  });
  session.tell(`${texts.cli.wrote(path)}\n`);
}

/** `--map` alone asks which fields there are. */
export const asksForFields = ({ map }: Options): boolean => map === true;

/** Every field that a column can be read into, a line each: what to write behind `=`. */
export const fieldLines = ({ texts }: Session): string[] => [
  texts.roster.fieldsHeading,
  ...fieldList().map(({ title, name }) => `  ${title}  ${name}`),
];
