import { formats } from '../output/findings/index.ts';
import type { Texts } from '../text/texts.ts';
import type { CommandSpec } from './command-spec.ts';
import { runCheck } from './commands/check.ts';
import {
  BATCH_FORMATS,
  CHECKLIST_FORMATS,
  DOCUMENT_FORMATS,
  NOTICE_FORMATS,
  PAPER_FORMATS,
  REPORT_FORMATS,
  SCHEDULE_FORMATS,
  SELECT_FORMATS,
} from './formats.ts';

/** Every command, in the order of the help. */
export const commandsOf = (texts: Texts): CommandSpec[] => [
  ...planCommands(texts),
  ...paperCommands(texts),
  ...rosterCommands(texts),
  ...toolCommands(texts),
];

/** Making a plan and judging it, alone or with the others of its county. */
const planCommands = ({ cli }: Texts): CommandSpec[] => [
  {
    name: 'init',
    texts: cli.init,
    makesFolder: true,
    arguments: [['[dir]', cli.init.folder]],
    options: [
      ['--year <year>', cli.init.year],
      ['--name <name>', cli.init.name],
      ['--superior <name>', cli.init.superior],
      ['--total <n>', cli.init.total],
      ['--category <name:n>', cli.init.category, 'many'],
      ['--ratio <name=percent>', cli.init.ratio, 'many'],
      ['--reserve <min-max>', cli.init.reserve],
      ['--from <file>', cli.init.from],
      ['--map [column=field]', cli.import.map, 'many'],
      ['--map-file <file>', cli.import.mapFile],
      ['--sheet <name>', cli.import.sheet],
      ['--example <name>', cli.init.example],
      ['--keys <lang>', cli.import.keys],
      ['-y, --yes', cli.init.yes],
    ],
    run: async (session, [folder], options) =>
      (await import('./commands/init.ts')).runInit(session, folder, options),
  },
  {
    name: 'check',
    texts: cli.check,
    shows: true,
    arguments: [['[path...]', cli.check.paths]],
    options: [
      ['-f, --format <format>', cli.options.formats(formats), 'many'],
      ['--errors-only', cli.check.errorsOnly],
      ['--concise', cli.check.concise],
      ['--summary', cli.check.summaryView],
      ['--max-warnings <n>', cli.options.maxWarnings],
      ['--fix', cli.check.fix],
      ['--watch', cli.check.watch],
      ['--packs-test <file>', cli.check.packsTest],
    ],
    run: async (session, paths, options) =>
      options.packsTest === undefined
        ? runCheck(session, paths as string[], options)
        : (await import('./packs-test.ts')).testPack(options.packsTest as string, session),
  },
  {
    name: 'batch',
    texts: cli.batch,
    shows: true,
    arguments: [['[path...]', cli.batch.paths]],
    options: [
      ['-f, --format <format>', cli.options.formats([...BATCH_FORMATS]), 'many'],
      ['--files-from <file>', cli.batch.filesFrom],
      ['--jobs <n>', cli.batch.jobs],
      ['--no-cache', cli.batch.noCache],
      ['--shard <i/n>', cli.batch.shard],
      ['--reports <dir>', cli.batch.reports],
      ['--reports-format <format>', cli.batch.reportsFormat],
      ['--sort <order>', cli.batch.sort],
      ['--since <result>', cli.batch.since, 'many'],
      ['--statistics', cli.options.statistics],
      ['--columns <names>', cli.options.columns],
    ],
    run: async (session, paths, options) =>
      (await import('./commands/batch.ts')).runBatch(session, paths as string[], options),
  },
];

/** What is printed from a plan. */
const paperCommands = ({ cli }: Texts): CommandSpec[] => [
  {
    name: 'checklist',
    texts: cli.checklist,
    shows: true,
    arguments: [['[path]', cli.options.path]],
    options: [
      ['--by <view>', cli.checklist.by],
      ['--only-missing', cli.checklist.onlyMissing],
      ['-f, --format <format>', cli.options.format([...CHECKLIST_FORMATS])],
    ],
    run: async (session, [path], options) =>
      (await import('./commands/checklist.ts')).runChecklist(session, path, options),
  },
  {
    name: 'report',
    texts: cli.report,
    shows: true,
    arguments: [['[path]', cli.options.path]],
    options: [
      ['--with-places', cli.report.withPlaces],
      ['-f, --format <format>', cli.options.format([...REPORT_FORMATS])],
      ['--statistics', cli.options.statistics],
      ['--columns <names>', cli.options.columns],
    ],
    run: async (session, [path], options) =>
      (await import('./commands/papers.ts')).runReport(session, path, options),
  },
  {
    name: 'schedule',
    texts: cli.schedule,
    shows: true,
    arguments: [['[path]', cli.options.path]],
    options: [
      ['--forward <date>', cli.schedule.forward],
      ['--backward <date>', cli.schedule.backward],
      ['-f, --format <format>', cli.options.format([...SCHEDULE_FORMATS])],
    ],
    run: async (session, [path], options) =>
      (await import('./commands/papers.ts')).runSchedule(session, path, options),
  },
  {
    name: 'notice',
    texts: cli.notice,
    shows: true,
    arguments: [['[path]', cli.options.path]],
    options: [
      ['--from <date>', cli.notice.from],
      ['--days <n>', cli.notice.days],
      ['--stage <stage>', cli.paper.stage],
      ['--person <id>', cli.paper.person, 'many'],
      ['-f, --format <format>', cli.options.format([...NOTICE_FORMATS])],
    ],
    run: async (session, [path], options) =>
      (await import('./commands/papers.ts')).runNotice(session, path, options),
  },
  {
    name: 'paper',
    texts: cli.paper,
    shows: true,
    arguments: [
      ['[kind]', cli.paper.kind],
      ['[path]', cli.options.path],
    ],
    options: [
      ['--person <id>', cli.paper.person, 'many'],
      ['--stage <stage>', cli.paper.stage],
      ['-f, --format <format>', cli.options.format([...PAPER_FORMATS])],
    ],
    run: async (session, [kind, path], options) =>
      (await import('./commands/paper.ts')).runPaper(session, kind, path, options),
  },
  {
    name: 'document',
    texts: cli.document,
    shows: true,
    arguments: [['[path]', cli.options.path]],
    options: [
      ['--date <date>', cli.document.date],
      ['--red-head', cli.document.redHead],
      ['--unsealed', cli.document.unsealed],
      ['-f, --format <format>', cli.options.format([...DOCUMENT_FORMATS])],
    ],
    run: async (session, [path], options) =>
      (await import('./commands/papers.ts')).runDocument(session, path, options),
  },
];

/** Who is chosen from the roster, and how it comes from Excel and goes there. */
const rosterCommands = ({ cli }: Texts): CommandSpec[] => [
  {
    name: 'select',
    texts: cli.select,
    shows: true,
    arguments: [['[path]', cli.options.path]],
    options: [
      ['--resilience', cli.select.resilience],
      ['--write', cli.select.write],
      ['--dry-run', cli.select.dryRun],
      ['--time <seconds>', cli.select.time],
      ['-f, --format <format>', cli.options.format([...SELECT_FORMATS])],
    ],
    run: async (session, [path], options) =>
      (await import('./commands/select.ts')).runSelect(session, path, options),
  },
  {
    name: 'import',
    texts: cli.import,
    arguments: [['[file]', cli.import.file]],
    options: [
      ['--map [column=field]', cli.import.map, 'many'],
      ['--map-file <file>', cli.import.mapFile],
      ['--save-map <file>', cli.import.saveMap],
      ['--sheet <name>', cli.import.sheet],
      ['--keys <lang>', cli.import.keys],
    ],
    run: async (session, [file], options) =>
      (await import('./commands/import.ts')).runImport(session, file, options),
  },
  {
    name: 'export',
    texts: cli.export,
    shows: true,
    arguments: [['[path]', cli.options.path]],
    options: [
      ['--template', cli.export.template],
      ['--personal', cli.export.personal],
      ['--workbook', cli.export.workbook],
    ],
    run: async (session, [path], options) =>
      (await import('./commands/export.ts')).runExport(session, path, options),
  },
];

/** The tool itself: its page, its schemas, completion, and why it says what it says. */
const toolCommands = ({ cli }: Texts): CommandSpec[] => [
  {
    name: 'page',
    texts: cli.page,
    arguments: [],
    options: [],
    run: async (session, _arguments, options) =>
      (await import('./commands/page.ts')).runPage(session, options),
  },
  {
    name: 'schema',
    texts: cli.schema,
    arguments: [['[kind]', cli.schema.kind]],
    options: [['--keys <lang>', cli.import.keys]],
    run: async (session, [kind], options) =>
      (await import('./commands/schema.ts')).runSchema(session, kind, options),
  },
  {
    name: 'completion',
    texts: cli.completion,
    arguments: [['<shell>', cli.completion.shell]],
    options: [],
    run: async (session, [shell]) =>
      (await import('./commands/completion.ts')).runCompletion(session, shell!, commandsOf(session.texts)),
  },
  {
    name: 'explain',
    texts: cli.explain,
    shows: true,
    arguments: [
      ['[code]', cli.explain.code],
      ['[path]', cli.explain.path],
    ],
    options: [['-f, --format <format>', cli.options.format(['text', 'markdown'])]],
    run: async (session, [code, path]) =>
      (await import('./commands/explain.ts')).runExplain(session, code, path),
  },
];
