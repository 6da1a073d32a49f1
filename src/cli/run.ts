import { Command, CommanderError } from 'commander';
import { userFileText } from '../output/gate.ts';
import { displayWidth } from '../output/layout/width.ts';
import { wrap } from '../output/layout/wrap.ts';
import { wrongLimit } from '../read/size-limits.ts';
import { loadTexts } from '../text/load.ts';
import type { Texts } from '../text/texts.ts';
import { wordFor } from '../text/word.ts';
import { nearest } from '../values/nearest.ts';
import { version } from '../values/version.ts';
import type { CommandSpec } from './command-spec.ts';
import { commandsOf } from './commands.ts';
import { commonOptions, globalOptions, HELP_OPTION } from './common-options.ts';
import { gateWithoutPlan, say, sayFailure } from './failure.ts';
import { nextCommands } from './here.ts';
import type { Io, Output } from './io.ts';
import type { Options } from './session.ts';
import { EXIT, Session } from './session.ts';
import { languageOf, widthOf } from './settings.ts';
import { typedValue } from './system.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs one command and gives its exit code. `argv` is without node and script. Whatever happens, the user gets a
 * sentence and never a stack trace (PLAN_DEBUG shows it to those who mend the tool).
 */
export async function run(argv: readonly string[], world: Io): Promise<number> {
  // Not a copy: what is opened when it is asked for stays so.
  const io: Io = Object.create(world, { stderr: { value: withStatus(world.stderr), enumerable: true } });
  const texts = await loadTexts(languageOf(argv, io.env, io.locale));
  const wrong = wrongLimit(io.env);
  if (wrong) return say(texts.cli.errors.invalidValue(wrong.variable, wrong.value, [`1–${wrong.most}`]), io);
  let code: number = EXIT.ok;
  const commands = commandsOf(texts);
  // Making all commands ready takes as long as checking a plan; where one is named first it is enough.
  const named = commands.filter(({ name }) => name === argv[0]);
  const program = buildProgram(named.length > 0 ? named : commands, io, texts, result => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode === 0 || error.code !== 'commander.help')
      return report(error, io, texts, named[0]);
    const unknown = argv[0] === 'help' ? argv[1] : undefined;
    if (unknown !== undefined) {
      const { errors } = texts.cli;
      const near = nearest(
        unknown,
        commands.map(({ name }) => name),
      );
      return say(`${errors.unknownCommand(unknown, near)}\n${errors.seeHelp('plan')}`, io);
    }
    // No command at all: what can be done here, but not as a success.
    io.stderr.write(gateWithoutPlan(io).seal(await nextCommands(io.files, texts)));
    return EXIT.failed;
  }
}

/** The error stream with a line that is written over. */
function withStatus(stream: Output): Output {
  return {
    write: text => stream.write(text),
    status: text => stream.write(userFileText(`\r\x1b[K${text}`)),
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
  };
}

function buildProgram(
  commands: readonly CommandSpec[],
  io: Io,
  texts: Texts,
  done: (code: number) => void,
): Command {
  const { cli } = texts;
  const program = new Command('plan')
    .description(cli.program)
    .version(version, '-V, --version', cli.options.version)
    .helpOption(HELP_OPTION, cli.options.help)
    .helpCommand('help [command]', cli.help.summary)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: text => io.stdout.write(gateWithoutPlan(io).seal(text)),
      // Errors are put into words by `report`, in the user's language.
      writeErr: () => {},
    })
    .configureHelp({
      helpWidth: widthOf(io.stdout),
      showGlobalOptions: true,
      styleTitle: title => wordFor(cli.headings, title) ?? title,
      displayWidth: text => displayWidth(text),
      boxWrap: (text, width) => wrap(text, width).join('\n'),
    });
  for (const [spelling, text] of globalOptions(texts)) program.option(spelling, text);
  // --color and --no-color share one value; neither given means: decide by the terminal.
  program.setOptionValue('color', undefined);
  for (const spec of commands) addCommand(program, spec, io, texts, done);
  for (const command of program.commands)
    command.copyInheritedSettings(program).helpOption(HELP_OPTION, cli.options.help);
  return program;
}

function addCommand(
  program: Command,
  spec: CommandSpec,
  io: Io,
  texts: Texts,
  done: (code: number) => void,
): void {
  const command = program
    .command(spec.name)
    .summary(spec.texts.summary)
    .description(spec.texts.description)
    .addHelpText('after', `\n${spec.texts.epilogue}`);
  const typed = (spelling: string) => (value: string) => asTyped(spelling, value, io, texts);
  // Of two files only the last would be written or read.
  const once = (spelling: string) => {
    const read = typed(spelling);
    return (value: string, earlier?: string): string => {
      if (earlier !== undefined)
        throw new UsageError(texts.cli.errors.twice(spelling.replace(/^-\w, | .*/g, '')));
      return read(value);
    };
  };
  const collected = (spelling: string) => {
    const read = typed(spelling);
    return (value: string, earlier: string[] = []): string[] => [...earlier, read(value)];
  };
  for (const [spelling, text] of spec.arguments)
    command.argument(spelling, text, spelling.includes('...') ? collected(spelling) : typed(spelling));
  for (const [spelling, text, kind] of [...spec.options, ...commonOptions(texts, spec)])
    if (kind === 'many') command.option(spelling, text, collected(spelling));
    else if (/<(file|dir)>/.test(spelling)) command.option(spelling, text, once(spelling));
    else if (spelling.includes('<')) command.option(spelling, text, typed(spelling));
    else command.option(spelling, text);
  command.action(async () => {
    const options = command.optsWithGlobals<Options>();
    const [first] = command.processedArgs as [unknown];
    const args = Array.isArray(first) ? first : command.processedArgs;
    done(await spec.run(new Session(io, texts, options), args, options));
  });
}

/** Arguments that are a path, for which an option is taken that begins with a dash of a Chinese input method. */
const PATH = /^[<[](?:file|dir|path)/;

/** The value of an option or argument; of a path what the core calls it, with what was wrong as it was typed told. @throws {UsageError} */
function asTyped(spelling: string, typed: string, io: Io, { cli: { errors } }: Texts): string {
  if (PATH.test(spelling)) {
    const meant = typed.replace(/^[—–－]+/, '--').replace(/[“”]/g, '"');
    if (meant !== typed && io.files.kind(typed) === undefined)
      throw new UsageError(errors.chineseMarks(typed, meant));
  }
  const { value, fault } = typedValue(spelling, typed, io.system);
  if (fault === 'swallowed') throw new UsageError(errors.swallowedArguments(typed));
  if (fault === 'quote') io.stderr.write(gateWithoutPlan(io).seal(`plan: ${errors.quoteAtEnd(value)}\n`));
  return value;
}

/**
 * Says what went wrong, in the user's language; gives the exit code. What is wrong with the command line is also told where the
 * command is explained.
 */
function report(error: unknown, io: Io, texts: Texts, command?: CommandSpec): number {
  const { errors } = texts.cli;
  if (!(error instanceof CommanderError)) return sayFailure(error, io, texts);
  if (error.exitCode === 0) return EXIT.ok;
  const help = errors.seeHelp(command ? `plan ${command.name}` : 'plan');
  return say(`${usageMessage(error, io, texts, command)}\n${help}`, io);
}

/** The command that somebody asked for in their own words: 核对, 导入名册. */
function commandFor(asked: string, { cli }: Texts): string {
  const [, command = ''] =
    Object.entries(cli.commandWords).find(([words]) => new RegExp(words, 'i').test(asked)) ?? [];
  return command;
}

const isCommon = (option: string, texts: Texts): boolean =>
  commonOptions(texts, { shows: true }).some(([spelling]) => spelling.split(/[ ,]+/).includes(option));

/** Commander's own errors are English sentences; what they are about stands in quotes. */
function usageMessage(
  { code, message }: CommanderError,
  io: Io,
  texts: Texts,
  command: CommandSpec | undefined,
): string {
  const { errors } = texts.cli;
  const subject = /'([^']*)'/.exec(message)?.[1] ?? '';
  const nearest = /Did you mean (.*?)\?/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      if (command?.makesFolder && /^(-o|--output)$/.test(subject)) return errors.folderInstead(command.name);
      if (!command && isCommon(subject, texts)) return errors.commandFirst(subject);
      return errors.unknownOption(subject, nearest);
    case 'commander.unknownCommand':
      if (io.files.kind(subject) !== undefined) return errors.pathAlone(subject);
      return errors.unknownCommand(subject, nearest || commandFor(subject, texts));
    case 'commander.missingArgument':
      return errors.missingArgument(
        command?.arguments.find(([spelling]) => spelling.includes(subject))?.[1] ?? subject,
      );
    case 'commander.optionMissingArgument':
      return errors.missingValue(subject.replace(/^-\w, | .*/g, ''));
    case 'commander.excessArguments':
      return errors.excessArguments(command?.arguments.length ?? 0);
    default:
      return message;
  }
}
