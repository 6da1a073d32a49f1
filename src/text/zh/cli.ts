import { typed } from '../typed.ts';
/** What the command line says about itself. */
export const cli = {
  /** headings of --help, by commander's own */
  headings: {
    'Usage:': '用法:',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
    'Global Options:': '通用选项：',
  } as Record<string, string>,
  /** commands by words of those who do not know their names, as patterns; the first that fits is suggested */
  commandWords: {
    '全县|批量|汇总|各乡镇': 'batch',
    '新建|建立|初始|开始': 'init',
    '导入|读入|名册': 'import',
    '导出|模板': 'export',
    公示: 'notice',
    '清单|材料|缺什么': 'checklist',
    '时间|日程|进度|倒排': 'schedule',
    '选人|人选|测算|推荐': 'select',
    '核对|检查|核查|校验|审核|审查': 'check',
    '报告|汇报': 'report',
    '纪实表|备案|预审|票决|函调|签到|文书|表格': 'paper',
    '打印|计划书|正文|文件|红头': 'document',
    '解释|说明|为什么|依据': 'explain',
    '网页|页面|离线': 'page',
    '帮助|用法': 'help',
  } as Record<string, string>,
  program: '核对乡镇年度发展党员工作计划：名额、结构、储备、材料、时间安排。全部在本机运行，不联网。',
  options: {
    lang: '语言：zh（中文）或 en（英文）；默认取 PLAN_LANG，再取系统语言',
    color: '始终使用颜色',
    noColor: '不使用颜色（也可设置环境变量 NO_COLOR）',
    asOf: '以哪一天为“今天”，如 2016-06-01；默认今天',
    output: '结果写入文件；文件已存在时不覆盖',
    redact: '用代称（人员01、党员01）代替姓名，便于转发',
    /** what needs the real names */
    notRedacted: (what: string) => `${what} 要用真实姓名，不能与 --redact 同用`,
    force: '允许覆盖已存在的文件',
    /** one of these; the first is the default */
    format: (names: string[]) => `输出格式：${names.join('、')}；默认 ${names[0]}`,
    /** any of these, several at once */
    formats: (names: string[]) => `输出格式：${names.join('、')}；可重复，写作“格式=文件”则存入文件`,
    /** the plan's folder */
    path: '计划文件夹、plan.yaml 或 计划.xlsx；不写则为当前文件夹',
    maxWarnings: '警告超过这个数目时也以 1 退出',
    statistics: '附统计表：各单位、各阶段的人数，女、少数民族、35岁及以下、文化程度、职业等',
    columns: '统计表只列这些栏目，用逗号隔开，如 女,35岁及以下；县级文件的自定栏目也可写',
    ambiguousWidth: '终端中“”、…、— 等符号的宽度：1 或 2（旧式中文终端）',
    help: '显示帮助',
    version: '显示版本',
  },
  check: {
    summary: '核对计划，给出结论和问题清单',
    description:
      '核对一个或几个计划，先给结论，再列名额与结构、储备、时间安排和发现的问题；每个问题都指出在哪里、是什么、怎么改、依据是什么。',
    paths: '计划文件夹、plan.yaml 或 计划.xlsx；不写则为当前文件夹，- 为标准输入',
    errorsOnly: '只列错误（用于 text、markdown、github），并说明略去了几条',
    concise: '每个问题一行：位置、程度、内容（用于 text）',
    summaryView: '只按规则列出各有几处（用于 text）',
    watch: '文件保存后自动重新核对，直到按 Ctrl-C',
    fix: '先改正含义确定的写法（全角标点、未加引号的身份号码、编码），显示改动并保留原文件',
    packsTest: '检验一份地方规范：运行其中的示例',
    epilogue: `退出码：
  0    没有错误
  1    有错误（或警告超过 --max-warnings）
  2    无法运行：选项有误，文件不存在、无法读取或格式不对
  130  按 Ctrl-C 中断

例：
  plan check examples/township-2016
  plan check 东镇 西镇 --as-of 2026-06-01
  plan check -f text -f json=结果.json`,
  },
  explain: {
    summary: '说明一条规则：要求、依据、设置和例子',
    description:
      '说明一条规则要求什么、依据哪条规定、有效期多长、怎么设置，并给出正误例子；写明计划时，代入该计划的数字。不写代码则列出全部规则和规范。',
    code: '规则代码（如 structure/not-met）或规范代码（如 notice）',
    path: '计划文件夹；写明时代入该计划的数字',
    epilogue: `退出码：
  0    已显示
  2    没有这个代码，或计划无法读取

例：
  plan explain
  plan explain timeline/notice-too-short
  plan explain structure/not-met examples/township-2016`,
  },
  checklist: {
    summary: '列出每人（每个名额、每个步骤）的材料：已交、缺什么、何时交',
    description:
      '按人、按名额或按步骤列出材料清单：哪些已交，缺什么，谁收，什么时候交，下一步是什么、最早最迟哪一天。',
    by: '怎样排列：person（按人，默认）、slot（按名额）、step（按步骤）；json 三种都有',
    onlyMissing: '只列缺的',
    epilogue: `退出码：
  0    没有过期未交的材料
  1    有过期未交的材料
  2    无法运行，或计划无法读取

例：
  plan checklist examples/township-2016 --as-of 2016-06-01
  plan checklist 东镇 --by step --only-missing`,
  },
  report: {
    summary: '打印完整的核对报告',
    description: '打印完整的核对报告：结论、名额与结构、储备、时间安排、各类问题及依据、材料清单、签字栏。',
    withPlaces: '每条发现写明文件、行号和规则代码；默认不写，只写名册在 Excel 中的单元格，便于上报和查找',
    epilogue: `退出码：
  0    没有错误
  1    有错误
  2    无法运行，或计划无法读取

例：
  plan report examples/township-2016
  plan report examples/township-2016 -o 核对报告.docx`,
  },
  schedule: {
    summary: '打印时间安排和进度图，也可以顺排、倒排工期',
    description:
      '按日期列出各步骤：星期、工作日数、节假日、责任单位、应交材料，并画出进度图。ics 文件可以导入手机和电脑的日历。',
    forward: '从这一天开始顺排，按工作日推算各步骤的日期',
    backward: '以这一天完成倒排，按工作日推算各步骤最迟的日期',
    epilogue: `推算日期时，写了时长的取时长，没有写的取原定天数；公示至少取规定的工作日；各步骤都没有写前置步骤的，按列出的先后。

退出码：
  0    已打印；推算的日期都排得下
  1    有步骤排不下
  2    无法运行，或计划无法读取

例：
  plan schedule examples/township-2016
  plan schedule examples/township-2016 --backward 2016-07-01
  plan schedule examples/township-2016 -o 时间安排.ics`,
  },
  notice: {
    summary: '打印四个阶段的公示',
    description:
      '打印确定积极分子、列为发展对象（默认）、接收预备党员、转正的公示。只列可以公开的项目，不列公民身份号码、电话和出生日；公示不足规定工作日的，自动顺延。受理部门、电话、地址写在 plan.yaml 的单位中。',
    from: '公示第一天；默认取时间安排中的公示',
    days: '公示几个工作日；默认取规定的天数',
    epilogue: `退出码：
  0    已打印
  2    无法运行，没有可公示的人或公示日期，或计划无法读取

例：
  plan notice examples/township-2016 -o 公示.docx
  plan notice examples/township-2016 --from 2016-06-16 --days 5
  plan notice examples/township-2016 --stage acceptance --from 2016-07-04`,
  },
  paper: {
    kindName: '文书类型',
    summary: '打印发展党员各步骤的文书',
    description:
      '打印发展党员各步骤的文书：全程纪实表、备案报告、预审请示和预审意见、公示情况说明、票决情况汇总表、归档目录、签到册、名册、函调信等。已知的由计划和名册填写，不知道的留空手填；用语按当时施行的《细则》。不写类型则列出全部文书。',
    kind: '文书类型；不写则列出全部',
    person: '只为这个人打印，写编号或姓名；可写多次',
    stage: '哪个阶段：activist 积极分子、prospective 发展对象、acceptance 接收、conversion 转正',
    epilogue: `退出码：
  0    已打印
  2    无法运行，没有可列入的人，或计划无法读取

例：
  plan paper
  plan paper record examples/township-2016 -o 全程纪实表.docx
  plan paper filing examples/township-2016 --stage activist --person c01 -o 备案报告.docx`,
  },
  document: {
    summary: '按公文格式打印工作计划',
    description:
      '按《党政机关公文格式》（GB/T 9704—2012）打印工作计划：正文取自 plan.yaml 的“正文”，名额、结构要求、时间安排、材料由数据写成，并附时间安排表。',
    date: '成文日期；默认留空',
    redHead: '加版头和版记；文号、主送、抄送、印发机关、密级写在 plan.yaml 的公文中',
    unsealed: '不盖章的落款',
    epilogue: `退出码：
  0    已打印
  2    无法运行，或计划无法读取

例：
  plan document examples/township-2016
  plan document examples/township-2016 --date 2016-03-15 -o 工作计划.docx`,
  },
  select: {
    summary: '测算：现有名册能不能满足计划，最少怎样调整',
    description:
      '按计划自己的要求测算：现有名册能不能选出满足各项要求、又留足储备的人选；能，最少调整哪几个名额；不能，是什么原因，怎样最省地解决。“已确定”的人选不动。结果供研究参考，不评价任何人。',
    resilience: '列出每名拟发展对象退出时，本名额可由哪些储备替补',
    write: '把人选写入名册（只改名额和列入方式，原文件备份）',
    dryRun: '只显示会怎样改名册，不写入',
    time: '每一步最多计算几秒；默认 10',
    epilogue: `退出码：
  0    能满足
  1    不能满足，或没有算出结果
  2    无法运行，没有名额或名册，或计划无法读取

例：
  plan select examples/township-2016 --resilience
  plan select 东镇 --dry-run`,
  },
  batch: {
    summary: '核对多个单位（如一个县的各乡镇）的计划，汇总',
    description:
      '核对所有下级单位的计划，每个单位一行，最后列出须改正的单位和问题分类；有 county.yaml 的，按县汇总名额、结构、储备，并查找列在两个单位的人。一个单位的文件有错，不影响其他单位。',
    paths: '文件夹（查找其中所有的 plan.yaml）、county.yaml 或通配符；merge 加文件名则合并 --shard 的结果',
    filesFrom: '从文件读取路径，每行一个；- 为标准输入',
    jobs: '同时用几个线程核对；默认 4000 个单位以下 1 个，以上按处理器核数，最多 4 个',
    noCache: '不用上次的结果（文件没有改动的单位，平时直接取上次的结果）',
    reports: '给每个乡镇写一份核对意见（要改什么、怎么改、何时前），放进这个文件夹，另附目录',
    reportsFormat: '核对意见的格式：docx（默认）、html、markdown',
    sort: '各单位的顺序：file（按县级文件，默认）或 urgency（逾期的、快到期的在前）',
    since: '与以前的结果（-f json 或 ndjson）相比：已改、新增、仍有；可以写几次',
    shard: '只核对 n 份中的第 i 份，结果留给 plan batch merge',
    epilogue: `退出码：
  0    各单位都没有错误
  1    有单位有错误
  2    有单位无法核对，或没有找到计划
  130  按 Ctrl-C 中断；已核对的照样列出

例：
  plan batch 全县
  plan batch county.yaml -f text -f html=汇总.html -f xlsx=汇总.xlsx
  plan batch 全县 --shard 1/2 -o 1.ndjson
  plan batch merge 1.ndjson 2.ndjson -f json=全县.json`,
  },
  init: {
    summary: '新建计划文件夹',
    description:
      '新建一个计划文件夹：在终端上逐项提问，或用选项给出；写出带注释的 plan.yaml、candidates.yaml、timeline.yaml 和供编辑器使用的 .schema。不覆盖已有文件，中途按 Ctrl-C 不留下任何文件。',
    folder: '文件夹；不写则为当前文件夹',
    year: '年度；默认今年',
    name: '制定计划的党组织',
    superior: '下达计划的上级党组织',
    total: '总名额，如 12、30名左右、不超过30；默认为各类之和，都没有的留空',
    category: '名额类别，如 农牧民:7 或 farmer:农牧民:7；可重复',
    ratio: '结构比例，如 女党员=不低于35%、女党员=45%左右；可重复；默认不设',
    reserve: '每个名额的储备人数，如 2-3；默认不设',
    from: '同时读取 Excel 名册',
    example: '复制例子：township-2016',
    yes: '不提问，没有给出的留空',
    epilogue: `退出码：
  0    已写入
  2    文件已存在、选项有误或名册无法读取
  130  按 Ctrl-C 取消，没有写入

例：
  plan init 东镇
  plan init 东镇 --year 2026 --name 东镇党委 --total 12 --category 农牧民:10 --category 机关干部:2
  plan init 东镇 --from 名册.xlsx --year 2026
  plan init 计划.xlsx
  plan init 例子 --example township-2016`,
  },
  export: {
    summary: '导出 Excel 名册',
    description:
      '导出入党积极分子名册和拟发展对象名册（.xlsx）：栏目按组织部门的顺序，性别、文化程度等可下拉选择，A4 横排，每页重复表头。导出的名册可以再用 plan import 读回。',
    template: '只要空白名册，供填写',
    personal: '写入身份号码和联系电话（默认不写）',
    workbook: '导出整份计划：一个工作簿，含计划、名册、时间安排，各命令可直接使用',
    epilogue: `退出码：
  0    已写入
  2    计划无法读取，或目标文件已存在

例：
  plan export 东镇 -o 东镇名册.xlsx
  plan export --template -o 空白名册.xlsx
  plan export --workbook -o 计划.xlsx`,
  },
  page: {
    summary: '生成可以双击打开的核对网页',
    description:
      '把整个核对工具写成一个网页文件，用浏览器双击打开即可使用：不用安装，不联网，人员信息不离开本机。拖入名册或计划文件夹，就能核对、修改、另存各种表格和公文。',
    none: '这份程序中没有核对网页',
    epilogue: `例：
  plan page -o 核对.html`,
  },
  completion: {
    summary: '输出命令行补全脚本',
    description: '输出 bash、zsh、fish 或 PowerShell 的补全脚本：按 Tab 键补全命令、选项和文件名。',
    shellName: '终端的 shell',
    shell: 'bash、zsh、fish 或 powershell',
    epilogue: `例：
  plan completion bash >> ~/.bashrc
  plan completion zsh > ~/.zfunc/_plan
  plan completion fish > ~/.config/fish/completions/plan.fish
  plan completion powershell >> $PROFILE`,
  },
  schema: {
    summary: '输出供编辑器使用的 JSON Schema',
    description:
      '输出一种文件的 JSON Schema。编辑器（如装有 YAML 插件的 VS Code）据此提示字段、取值和说明；中文字段用 --keys zh。',
    kindName: '文件种类',
    kind: '文件种类：plan（默认）、candidates、timeline、county、pack',
    epilogue: `在文件第一行写：
  # yaml-language-server: $schema=计划.schema.json

例：
  plan schema -o 计划.schema.json
  plan schema candidates --keys en`,
  },
  import: {
    summary: '把 Excel 名册转换成 candidates.yaml',
    description:
      '读取 Excel（.xlsx、.xls）或 CSV 名册：自动找表头、认栏目、读日期，按身份号码补出生日期和性别，写成带注释的 candidates.yaml，并逐条说明哪些是推测的、哪些没有读取。不覆盖已有文件。',
    file: '名册文件；- 为标准输入',
    map: '指定某列是什么字段，如 --map "入党积极分子时间=确定为入党积极分子"；字段留空则不读该列；可重复',
    mapFile: '读取保存的列对照',
    saveMap: '把列对照存入文件，下次用 --map-file 读取',
    sheet: '只读这个工作表；默认读所有未隐藏且有表头的',
    keys: '写成中文字段（zh）还是英文字段（en）；默认随语言',
    epilogue: `退出码：
  0    已写入
  2    文件无法读取，找不到表头，或目标文件已存在

例：
  plan import 名册.xlsx
  plan import 名册.xls -o 东镇/candidates.yaml --sheet 积极分子
  plan import 名册.xlsx --map "现岗位=单位及职务" --save-map 列对照.json`,
  },
  packsTest: {
    line: (name: string, missing: string[], unwanted: string[]): string =>
      missing.length + unwanted.length === 0
        ? `通过    ${name}`
        : `未通过  ${name}${missing.length > 0 ? `；应发现而没有：${missing.join('、')}` : ''}${unwanted.length > 0 ? `；不应发现：${unwanted.join('、')}` : ''}`,
    summary: (passed: number, failed: number): string =>
      passed + failed === 0 ? '没有示例，无法检验' : `${passed} 个示例通过，${failed} 个未通过`,
  },
  /** what `plan` alone says */
  here: {
    plan: '这里是计划文件夹，可以：',
    planCommands: [
      ['plan check', '核对，列出要改的地方'],
      ['plan checklist', '看每人的材料还缺什么'],
      ['plan report -o 核对报告.docx', '打印核对报告'],
      ['plan notice -o 公示.docx', '打印公示'],
      ['plan document -o 工作计划.docx', '打印工作计划'],
    ] as [command: string, what: string][],
    county: '这里是全县的文件夹，可以：',
    countyCommands: [
      ['plan batch', '核对各乡镇的计划并汇总'],
      ['plan batch -o 汇总.xlsx', '把汇总写成 Excel'],
    ] as [command: string, what: string][],
    nothing: (why: string) => `${why.replace(/^当前文件夹：/, '这里没有可以核对的计划：')}。`,
    all: '全部命令：plan --help',
  },
  help: { summary: '显示某个命令的帮助' },
  errors: {
    /** of a plan with parts that were not read, a paper is refused */
    refused: (count: number) =>
      `计划中有以上 ${count} 处没有读进来，打印出来会缺内容，所以没有输出；请先改正（plan check 有详细说明）`,
    leftOut: (count: number) => `计划中有以上 ${count} 处没有读进来，下面的内容不包括它们`,
    unknownOption: (option: string, nearest: string): string =>
      `没有选项 ${option}${nearest ? `，是不是 ${nearest}？` : ''}`,
    unknownCommand: (name: string, nearest: string): string =>
      `没有命令 ${name}${nearest ? `，是不是 ${nearest}？` : ''}`,
    /** a folder or file where a command is expected */
    pathAlone: (path: string) => `${path} 前面没有写命令；核对它用 plan check ${typed(path)}`,
    missingArgument: (what: string) => `还要写明：${what}`,
    missingValue: (option: string) => `选项 ${option} 后面要写内容`,
    excessArguments: (most: number): string =>
      most === 0 ? '这个命令后面不写参数' : `参数过多：这个命令最多写 ${most} 个`,
    /** a word to type, and what it is called */
    named: (word: string, name: string) => `${word}（${name}）`,
    /** `allowed`: what it may be, in words or as a list */
    invalidValue: (option: string, value: string, allowed: string | readonly string[]) =>
      `${option} 不能是“${value}”，可以写：${[allowed].flat().join('、')}`,
    /** an option of which the last would have counted without a word */
    twice: (option: string) => `选项 ${option} 写了两次，只能写一次`,
    /** `-o` of a command that makes a folder */
    folderInstead: (command: string) =>
      `plan ${command} 不用 -o：把文件夹写在命令后面，如 plan ${command} 东镇`,
    /** an option of the commands before any command */
    commandFirst: (option: string) => `先写命令，再写选项，如 plan check ${option} …`,
    /** dashes and quotes of a Chinese input method */
    chineseMarks: (typed: string, meant: string) => `“${typed}”里有中文符号，请改用英文符号：${meant}`,
    oneOf: (a: string, b: string) => `${a} 和 ${b} 只能用一个`,
    oneOutput: (path: string) => `${path} 只能写入一种格式；请写作 -f 格式=文件，分别指定`,
    /** a path in quotes that ended in `\\` */
    quoteAtEnd: (path: string) => `路径末尾的 \\" 已略去，按 ${path} 处理；加引号的路径末尾不要写 \\`,
    /** likewise, with options behind it that were taken for a part of the path */
    swallowedArguments: (text: string) =>
      `路径里有引号：${text}。加引号的路径末尾不要写 \\，否则后面的选项会被当成路径的一部分；请去掉引号前的 \\ 再运行`,
    /** output that the shell puts into a file or hands to another program */
    redirected: '结果按 UTF-8 输出；另存的文件如有乱码，请不用 >，改用 -o 文件名',
    isInput: (path: string) => `${path} 是这份计划自己的文件，不能用结果盖掉它；请换一个文件名`,
    fileExists: (path: string) => `${path} 已经存在，没有覆盖；确要覆盖请加 --force`,
    needsFile: (format: string, ending = format) =>
      `${format} 不能显示在屏幕上；请用 -o 写明存入哪个文件，如 -o 结果.${ending}`,
    /** an ending that the command cannot make, with those that it can */
    unknownEnding: (file: string, endings: string[], ending: string): string =>
      `不能写成 ${file}：这个命令可以写成 ${endings.join('、')}${/^(pdf|doc|docx|wps)$/.test(ending) ? (endings.includes('.docx') ? '；需要 PDF 的，先写成 .docx，再用 Word 或 WPS 另存' : '；要打印的，用 plan report -o 核对报告.docx') : ''}`,
    /** a format and a file that is of another by its ending */
    otherEnding: (format: string, file: string, ending: string | undefined): string =>
      `${format} 不能写进 ${file}${ending ? `；请把后缀改为 .${ending}` : ''}`,
    emptyFile: (format: string) => `-f ${format}= 后面要写文件名`,
    isFolder: (path: string) => `${path} 是文件夹；-o 后面要写文件名`,
    noDash: '-o 后面要写文件名；不写 -o，结果就显示在屏幕上',
    cannotWrite: (path: string, reason: string) => `无法写入 ${path}：${reason}`,
    internal: (message: string) => `程序内部错误：${message}。请把所用命令和文件告诉维护者；计划文件没有改动`,
    seeHelp: (command: string) => `用法见 ${command} --help`,
  },
  /** a roster or timeline was named instead of its plan */
  checkedBeside: (file: string, plan: string): string =>
    `${file} 是计划的一部分，所用的是${plan === '.' ? '同一文件夹中' : ` ${plan} 中`}的整份计划`,
  dateForm: '日期，如 2026-06-01',
  wrote: (path: string) => `已写入 ${path}`,
};
