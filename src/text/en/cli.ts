import { typed } from '../typed.ts';
import type { cli as zh } from '../zh/cli.ts';

export const cli: typeof zh = {
  headings: {},
  commandWords: {
    'county|all|many': 'batch',
    'new|create|start': 'init',
    'read|load': 'import',
    'save|template|write': 'export',
    'verify|validate|lint|test|judge': 'check',
    'print|plan|letter': 'document',
    'form|filing|record': 'paper',
    'calendar|gantt|dates|timeline': 'schedule',
    'missing|papers|list': 'checklist',
    'choose|solve|pick': 'select',
    'why|rule|doc': 'explain',
    'html|web|offline': 'page',
  },
  program:
    'Checks annual plans of townships for developing new Party members: quota, structure, reserves, materials, timeline. Everything runs on this machine, without a network.',
  options: {
    lang: 'language: zh or en; default PLAN_LANG, then the locale',
    color: 'always use colours',
    noColor: 'never use colours (NO_COLOR does the same)',
    asOf: 'the day that counts as today, e.g. 2016-06-01; default today',
    output: 'write the result to a file; an existing file is kept',
    redact: 'replace the names of people by pseudonyms, so that the output can be passed on',
    notRedacted: what => `${what} needs the real names and does not go with --redact`,
    force: 'allow an existing file to be replaced',
    format: names => `output: ${names.join(', ')}; default ${names[0]}`,
    formats: names => `output: ${names.join(', ')}; may be repeated, FORMAT=FILE writes to a file`,
    path: 'a plan folder, plan.yaml or 计划.xlsx; default the current folder',
    maxWarnings: 'exit with 1 when there are more warnings than this',
    statistics:
      'add the statistics table: heads by organization and stage, women, minorities, age, education, occupations',
    columns: 'only these columns of it, with commas between: women,youth; those of the county file too',
    ambiguousWidth: 'columns of “ ” … — in the terminal: 1, or 2 in old Chinese ones',
    help: 'show help',
    version: 'show the version',
  },
  check: {
    summary: 'check plans: the verdict and the findings',
    description:
      'Checks one or more plans: the verdict first, then quota and structure, reserves, timeline, and what was found. Each finding says where, what, how to mend it, and what it rests on.',
    paths: 'plan folders, plan.yaml or 计划.xlsx files; default the current folder, - is standard input',
    errorsOnly: 'errors alone (text, markdown, github), with a count of what is left out',
    concise: 'a line for each finding: place, severity, message (text)',
    summaryView: 'only how often each rule found something (text)',
    watch: 'check again whenever a file is saved, until Ctrl-C',
    fix: 'first fix what is certain (full-width punctuation, unquoted ID numbers, encoding); shows the changes, keeps the originals',
    packsTest: 'test a pack of local norms: run its examples',
    epilogue: `Exit codes:
  0    no errors
  1    errors (or more warnings than --max-warnings)
  2    could not run: bad option; a file that is missing, unreadable or malformed
  130  interrupted by Ctrl-C

Examples:
  plan check examples/township-2016
  plan check east west --as-of 2026-06-01
  plan check -f text -f json=result.json`,
  },
  explain: {
    summary: 'explain a rule: demand, source, settings, examples',
    description:
      'Says what a rule demands, where it comes from and since when, how to set it, with a bad and a good example; with a plan, its numbers are put in. Without a code, all rules and norms are listed.',
    code: 'a rule (structure/not-met) or a norm (notice)',
    path: 'a plan whose numbers are put in',
    epilogue: `Exit codes:
  0    shown
  2    no such code, or the plan cannot be read

Examples:
  plan explain
  plan explain timeline/notice-too-short
  plan explain structure/not-met examples/township-2016`,
  },
  checklist: {
    summary: 'papers by person, slot or step: what is in, what is missing, by when',
    description:
      'Lists the papers by person, by slot or by step: what is in, what is missing, who collects it and by when, and what comes next, from when and by when.',
    by: 'person (default), slot or step; json has all three',
    onlyMissing: 'only what is missing',
    epilogue: `Exit codes:
  0    no paper is overdue
  1    papers are overdue
  2    could not run, or the plan cannot be read

Examples:
  plan checklist examples/township-2016 --as-of 2016-06-01
  plan checklist east --by step --only-missing`,
  },
  report: {
    summary: 'the whole report on a plan, to hand in',
    description:
      'Prints the whole report: verdict, quota and structure, reserves, timeline, findings by group with their sources, papers, and who signs.',
    withPlaces:
      'with file, line and rule of each finding; left out by default, since the report is handed in',
    epilogue: `Exit codes:
  0    no error
  1    errors
  2    it could not run, or the plan could not be read

Examples:
  plan report examples/township-2016
  plan report examples/township-2016 -o report.docx`,
  },
  schedule: {
    summary: 'the timeline with a chart; also worked out forward or backward',
    description:
      'Lists the steps by date with weekdays, working days, holidays, owners and papers due, and draws a chart. Phones and computers read the ics file into their calendars.',
    forward: 'work out the days of all steps from this first day on',
    backward: 'work out the latest days of all steps back from this last day',
    epilogue: `Worked-out days: a step takes its duration, else as many working days as it is written to take; a notice at least the
working days demanded. Where no step has an "after", each follows the one before it.

Exit codes:
  0    printed; all worked-out days fit
  1    a step does not fit
  2    it could not run, or the plan could not be read

Examples:
  plan schedule examples/township-2016
  plan schedule examples/township-2016 --backward 2016-07-01
  plan schedule examples/township-2016 -o timeline.ics`,
  },
  notice: {
    summary: 'the public notices of four stages',
    description:
      'Prints the public notice of becoming an activist, of a listing (default), an acceptance or a conversion: only what may be made public, never an ID number, a phone or a day of birth. A notice that is too short is made longer. Who receives opinions stands in plan.yaml under organization.',
    from: "first day; default that of the timeline's notice",
    days: 'working days; default what is demanded',
    epilogue: `Exit codes:
  0    printed
  2    it could not run, there is nobody or no day, or the plan could not be read

Examples:
  plan notice examples/township-2016 -o notice.docx
  plan notice examples/township-2016 --from 2016-06-16 --days 5
  plan notice examples/township-2016 --stage acceptance --from 2016-07-04`,
  },
  paper: {
    kindName: 'the kind of paper',
    summary: 'the papers of the steps',
    description:
      'Prints the papers of the procedure: record, filing, preliminary review and its result, outcome of a notice, votes, archive list, sign-in sheet, rosters, enquiries. What is known is filled in, the rest is left blank for the hand; the words are those of the Rules in force. Without a kind it lists them.',
    kind: 'kind of paper; all are listed without it',
    person: 'for this person only, by id or name; may be repeated',
    stage: 'which stage: activist, prospective, acceptance, conversion',
    epilogue: `Exit codes:
  0    printed
  2    it could not run, there is nobody to put in, or the plan could not be read

Examples:
  plan paper
  plan paper record examples/township-2016 -o record.docx
  plan paper filing examples/township-2016 --stage activist --person c01 -o filing.docx`,
  },
  document: {
    summary: 'the plan itself as an official document',
    description:
      'Prints the plan in the layout of official documents (GB/T 9704-2012): prose from the narrative in plan.yaml; quota, structure, steps and papers from the data; the timeline attached.',
    date: 'date of the document; default left open',
    redHead:
      'with red head and colophon; number, addressees, copies, printer and secrecy stand in plan.yaml under document',
    unsealed: 'signed without a seal',
    epilogue: `Exit codes:
  0    printed
  2    it could not run, or the plan could not be read

Examples:
  plan document examples/township-2016
  plan document examples/township-2016 --date 2016-03-15 -o plan.docx`,
  },
  select: {
    summary: 'whether the roster can meet the plan at all, with the fewest changes',
    description:
      "Works out by the plan's own requirements whether some choice of nominees meets them all and leaves every slot its reserves: with the fewest changes, or why not and what would help. Nominees marked fixed stay. It helps deliberation; nobody is scored.",
    resilience: 'for each nominee the reserves of the slot who could step in',
    write: 'write the choice into the roster (slot and role only; the file as it was is kept)',
    dryRun: 'only show how the roster would change',
    time: 'seconds for each question; default 10',
    epilogue: `Exit codes:
  0    it can be met
  1    it cannot, or no answer was found in time
  2    it could not run, there are no slots or no roster, or the plan could not be read

Examples:
  plan select examples/township-2016 --resilience
  plan select east --dry-run`,
  },
  batch: {
    summary: "checks every township's plan and adds them up",
    description:
      'Checks the plans of all organizations, a line each, with those that have to mend something and the findings by rule at the end. With a county.yaml quota, structure and reserves are added up, and people on two rosters are found. A broken plan never stops the others.',
    paths:
      'folders (every plan.yaml below them), county.yaml, or patterns; merge with files joins the results of --shard',
    filesFrom: 'read paths from a file, one a line; - is standard input',
    jobs: 'threads to check with; default 1 below 4,000 plans, else as many as there are cores, at most 4',
    noCache: 'do not use the results of earlier runs for plans whose files are unchanged',
    reports: 'write a page for each township into this folder: what to mend, how and by when; and an index',
    reportsFormat: 'format of these pages: docx (the usual one), html, markdown',
    sort: 'order of the lines: file (as in county.yaml, the usual one) or urgency (overdue first, then what comes next)',
    since:
      'compare with an earlier result (-f json or ndjson): mended, new, still open; may be given several times',
    shard: 'check only part i of n, for plan batch merge',
    epilogue: `Exit codes:
  0    no plan has errors
  1    plans have errors
  2    a plan could not be checked, or none was found
  130  interrupted; what was checked is told

Examples:
  plan batch county
  plan batch county.yaml -f text -f html=summary.html -f xlsx=summary.xlsx
  plan batch county --shard 1/2 -o 1.ndjson
  plan batch merge 1.ndjson 2.ndjson -f json=county.json`,
  },
  init: {
    summary: 'make a new plan folder',
    description:
      'Makes a plan folder, by questions on a terminal or by flags: commented plan.yaml, candidates.yaml, timeline.yaml, and .schema for editors. Existing files are kept; Ctrl-C leaves nothing behind.',
    folder: 'the folder; default the current one',
    year: 'year; default this one',
    name: 'Party organization that makes the plan',
    superior: 'superior that issues the quota',
    total: 'total quota, e.g. 12; default the sum of the categories, else left open',
    category: 'a category, e.g. 农牧民:7 or farmer:农牧民:7; may be repeated',
    ratio: 'a share, e.g. "women=at least 35%" or "women=about 45%"; may be repeated; default none',
    reserve: 'reserves for each slot, e.g. 2-3; default none',
    from: 'read an Excel roster as well',
    example: 'copy an example: township-2016',
    yes: 'ask nothing; what is not given is left open',
    epilogue: `Exit codes:
  0    written
  2    a file exists, a bad option, or the roster cannot be read
  130  cancelled by Ctrl-C, nothing written

Examples:
  plan init east
  plan init east --year 2026 --name 东镇党委 --total 12 --category 农牧民:10 --category 机关干部:2
  plan init east --from roster.xlsx --year 2026
  plan init 计划.xlsx
  plan init example --example township-2016`,
  },
  export: {
    summary: 'write the rosters as Excel',
    description:
      'Writes the registers of activists and of nominees (.xlsx) in the order of columns that departments ask for, with drop-downs, set up for A4 landscape with the head on every page. plan import reads them back.',
    template: 'an empty sheet to fill in',
    personal: 'with ID numbers and phones (left out by default)',
    workbook: 'the whole plan in one workbook, which every command takes for a folder',
    epilogue: `Exit codes:
  0    written
  2    the plan cannot be read, or the file exists

Examples:
  plan export east -o roster.xlsx
  plan export --template -o empty.xlsx
  plan export --workbook -o plan.xlsx`,
  },
  page: {
    summary: 'write the offline page, which is opened by double-click',
    description:
      'Writes the whole tool as one page that a browser opens by double-click: nothing is installed, nothing is sent, and data stay on the machine. Rosters and plan folders are dropped into it, checked, mended, and taken away as papers.',
    none: 'this program does not hold the page',
    epilogue: `Examples:
  plan page -o check.html`,
  },
  completion: {
    summary: 'print a completion script for the shell',
    description:
      'Prints a script for bash, zsh, fish or PowerShell by which Tab completes commands, options and files.',
    shellName: 'the shell',
    shell: 'bash, zsh, fish or powershell',
    epilogue: `Examples:
  plan completion bash >> ~/.bashrc
  plan completion zsh > ~/.zfunc/_plan
  plan completion fish > ~/.config/fish/completions/plan.fish
  plan completion powershell >> $PROFILE`,
  },
  schema: {
    summary: 'print the JSON Schema for editors',
    description:
      'Prints the JSON Schema of a kind of file, from which editors complete keys and values and show what they mean; --keys zh for Chinese keys.',
    kindName: 'the kind of file',
    kind: 'kind of file: plan (default), candidates, timeline, county, pack',
    epilogue: `As the first line of a file:
  # yaml-language-server: $schema=plan.schema.json

Examples:
  plan schema -o plan.schema.json
  plan schema candidates --keys zh`,
  },
  import: {
    summary: 'turn an Excel roster into candidates.yaml',
    description:
      'Reads a roster from Excel (.xlsx, .xls) or CSV: finds the head, the columns and the dates, takes missing birth dates and genders from ID numbers, writes candidates.yaml with comments, and says what was guessed and what was left out. An existing file is kept.',
    file: 'the roster; - is standard input',
    map: 'what a column is, e.g. --map "现岗位=position"; without a field it is not read; may be repeated',
    mapFile: 'read a saved mapping of columns',
    saveMap: 'save the mapping of columns for --map-file',
    sheet: 'read this sheet only; default all that are not hidden and have a head',
    keys: 'write Chinese (zh) or English (en) keys; default the language',
    epilogue: `Exit codes:
  0    written
  2    the file cannot be read, has no head, or the result exists

Examples:
  plan import roster.xlsx
  plan import roster.xls -o east/candidates.yaml --sheet 积极分子
  plan import roster.xlsx --map "现岗位=position" --save-map columns.json`,
  },
  packsTest: {
    line: (name, missing, unwanted) =>
      missing.length + unwanted.length === 0
        ? `passed  ${name}`
        : `failed  ${name}${missing.length > 0 ? `; not found: ${missing.join(', ')}` : ''}${unwanted.length > 0 ? `; must not be found: ${unwanted.join(', ')}` : ''}`,
    summary: (passed, failed) =>
      passed + failed === 0 ? 'no examples: nothing was tested' : `${passed} passed, ${failed} failed`,
  },
  here: {
    plan: 'This is the folder of a plan. You can:',
    planCommands: [
      ['plan check', 'check it, and see what to mend'],
      ['plan checklist', 'see which papers are missing'],
      ['plan report -o report.docx', 'print the report'],
      ['plan notice -o notice.docx', 'print the public notice'],
      ['plan document -o plan.docx', 'print the plan'],
    ],
    county: 'This is the folder of a county. You can:',
    countyCommands: [
      ['plan batch', "check the townships' plans and sum them up"],
      ['plan batch -o summary.xlsx', 'write the summary as a workbook'],
    ],
    nothing: why => `${why.replace(/^this folder: /, 'There is no plan to check here: ')}.`,
    all: 'All commands: plan --help',
  },
  help: { summary: 'show the help of a command' },
  errors: {
    refused: count =>
      `nothing was written: ${count === 1 ? 'the part above was' : `the ${count} parts above were`} not read and would be missing; mend them first (plan check tells more)`,
    leftOut: count =>
      `what follows lacks the ${count === 1 ? 'part' : `${count} parts`} above, which could not be read`,
    unknownOption: (option, nearest) =>
      `unknown option ${option}${nearest ? `; did you mean ${nearest}?` : ''}`,
    unknownCommand: (name, nearest) =>
      `unknown command ${name}${nearest ? `; did you mean ${nearest}?` : ''}`,
    pathAlone: path => `no command before ${path}; to check it: plan check ${typed(path)}`,
    missingArgument: what => `missing: ${what}`,
    missingValue: option => `option ${option} needs a value`,
    excessArguments: most =>
      most === 0
        ? 'this command takes no arguments'
        : `too many arguments: this command takes ${most} at most`,
    invalidValue: (option, value, allowed) =>
      `${option} cannot be "${value}"; use ${[allowed].flat().join(', ')}`,
    named: (word, name) => `${word} (${name})`,
    twice: option => `option ${option} is given twice; give it once`,
    folderInstead: command =>
      `plan ${command} takes no -o: name the folder after it, such as plan ${command} east`,
    commandFirst: option => `name the command first, such as plan check ${option} …`,
    chineseMarks: (typed, meant) => `"${typed}" has Chinese punctuation; type ${meant}`,
    oneOf: (a, b) => `only one of ${a} and ${b}`,
    oneOutput: path => `${path} can hold one format; name a file for each with -f FORMAT=FILE`,
    quoteAtEnd: path =>
      `left out \\" at the end of a path, which is taken as ${path}; end no quoted path in \\`,
    swallowedArguments: text =>
      `there is a quote in the path ${text}; a quoted path that ends in \\ takes the options behind it with it: leave out the \\ before the quote`,
    redirected: 'the output is UTF-8; if a file made with > is garbled, use -o FILE instead',
    isInput: path =>
      `${path} is a file of the plan itself, which no result takes the place of; choose another name`,
    fileExists: path => `${path} exists and was kept; add --force to replace it`,
    needsFile: (format, ending = format) =>
      `${format} is no text for a screen: name the file with -o, such as -o result.${ending}`,
    unknownEnding: (file, endings, ending) =>
      `${file} cannot be written: this command makes ${endings.join(', ')}${/^(pdf|doc|docx|wps)$/.test(ending) ? (endings.includes('.docx') ? '; for a PDF write a .docx and save it as PDF from Word or WPS' : '; to print, plan report -o report.docx') : ''}`,
    otherEnding: (format, file, ending) =>
      `${format} cannot go into ${file}${ending ? `; end its name in .${ending}` : ''}`,
    emptyFile: format => `-f ${format}= needs the name of a file`,
    isFolder: path => `${path} is a folder; -o needs the name of a file`,
    noDash: '-o needs the name of a file; without -o the result goes to the screen',
    cannotWrite: (path, reason) => `cannot write ${path}: ${reason}`,
    internal: message =>
      `internal error: ${message}. Please tell the maintainers the command and the file; no plan was changed`,
    seeHelp: command => `see ${command} --help`,
  },
  checkedBeside: (file, plan) =>
    `${file} is a part of a plan; the whole plan in ${plan === '.' ? 'this folder' : plan} is taken`,
  dateForm: 'a date such as 2026-06-01',
  wrote: path => `wrote ${path}`,
};
