/** What the command line says about itself. */
export interface CliTexts {
  /** headings of --help, by commander's own */
  headings: Record<string, string>;
  program: string;
  options: {
    lang: string;
    color: string;
    noColor: string;
    asOf: string;
    output: string;
    force: string;
    redact: string;
    /** what needs the real names */
    notRedacted(what: string): string;
    /** one of these; the first is the usual one */
    format(names: string[]): string;
    /** any of these, several at once */
    formats(names: string[]): string;
    /** the plan's folder */
    path: string;
    maxWarnings: string;
    ambiguousWidth: string;
    help: string;
    version: string;
  };
  check: {
    summary: string;
    description: string;
    paths: string;
    packsTest: string;
    fix: string;
    watch: string;
    epilogue: string;
  };
  explain: { summary: string; description: string; code: string; path: string; epilogue: string };
  checklist: {
    summary: string;
    description: string;
    by: string;
    onlyMissing: string;
    epilogue: string;
  };
  report: { summary: string; description: string; epilogue: string };
  schedule: { summary: string; description: string; forward: string; backward: string; epilogue: string };
  notice: { summary: string; description: string; from: string; days: string; epilogue: string };
  document: { summary: string; description: string; date: string; epilogue: string };
  select: {
    summary: string;
    description: string;
    resilience: string;
    write: string;
    dryRun: string;
    time: string;
    epilogue: string;
  };
  batch: {
    summary: string;
    description: string;
    paths: string;
    filesFrom: string;
    jobs: string;
    noCache: string;
    shard: string;
    epilogue: string;
  };
  init: Record<
    | 'summary'
    | 'description'
    | 'folder'
    | 'year'
    | 'name'
    | 'superior'
    | 'total'
    | 'category'
    | 'ratio'
    | 'from'
    | 'example'
    | 'yes'
    | 'epilogue',
    string
  >;
  export: Record<'summary' | 'description' | 'template' | 'personal' | 'epilogue', string>;
  completion: Record<'summary' | 'description' | 'shell' | 'epilogue', string>;
  schema: Record<'summary' | 'description' | 'kind' | 'epilogue', string>;
  import: {
    summary: string;
    description: string;
    file: string;
    map: string;
    mapFile: string;
    saveMap: string;
    sheet: string;
    keys: string;
    epilogue: string;
  };
  packsTest: {
    line(name: string, missing: string[], unwanted: string[]): string;
    summary(passed: number, failed: number): string;
  };
  help: { summary: string };
  errors: {
    unknownOption(option: string, nearest: string): string;
    unknownCommand(name: string, nearest: string): string;
    missingArgument(name: string): string;
    missingValue(option: string): string;
    excessArguments(): string;
    invalidValue(option: string, value: string, allowed: string): string;
    fileExists(path: string): string;
    oneOf(a: string, b: string): string;
    oneOutput(path: string): string;
    needsFile(format: string): string;
    cannotRead(path: string): string;
    cannotWrite(path: string, reason: string): string;
    internal(message: string): string;
    seeHelp(command: string): string;
  };
  wrote(path: string): string;
}
