/** What `plan init` asks, writes as comments, and says. */
export const init = {
  template: {
    plan: {
      title: '年度发展党员工作计划；# 后面是说明，可以删去',
      ageAsOf: '年龄截止日',
      quota:
        '指导性计划：总数可写 9、30名左右、不超过30，还没有下达的写 不详；分到各类的，各类之和应等于总数（去掉下面的 # 即可填写）',
      structure:
        '结构要求：不低于、不超过、左右只写一个；计划中写明了人数的，可加“计划人数”；没有要求的不用写',
      reserve: '每个名额要有几名入党积极分子作储备；没有要求的不用写',
      materials: '报送的材料；不需要的删去，份数不止一份的写“份数”',
      files: '名册和时间安排；名册也可以直接写 Excel 文件名，如 名册.xlsx',
      branches: '党支部',
    },
    share: {
      women: '女党员',
      youth: '35岁以下',
      education: '高中文化以上',
      frontline: '生产一线',
      minority: '少数民族',
    },
    material: {
      application: '入党申请书',
      cultivation: '入党积极分子培养考察登记表',
      reports: '每季度思想汇报',
      review: '政审材料',
      autobiography: '个人自传',
      league: '团组织推优表',
    },
    candidates: [
      '拟发展对象和储备的入党积极分子。每人一项，例如：',
      '人员:',
      '  - 编号: c01',
      '    姓名: 张三',
      '    性别: 女',
      '    出生日期: 1990-05-03',
      '    民族: 维吾尔族',
      '    文化程度: 高中',
      '    职业: 农民',
      '    名额类别: farmer',
      '    列入方式: 拟发展对象',
      '    经历: { 递交入党申请书: 2013-03-01, 确定为入党积极分子: 2014-06-01 }',
      '已有 Excel 名册的，删去本文件后运行 plan import 名册.xlsx',
    ],
    timeline: [
      '推荐程序和时间安排：填上第一步的日期，后面的按时长推算，也可逐项写日期（6月4日、6月上旬、6月底前都可以）',
      '“5wd”是5个工作日，“10d”是10天；公示期、培训时间按上级规定填写。',
    ],
    steps: {
      nominate: '各支部推荐人选，支部委员会讨论',
      consent: '报党委同意',
      notice: '公示',
      list: '列为发展对象',
      file: '报党委备案',
      review: '政治审查',
      training: '发展对象集中培训',
      preReview: '党委预审',
      form: '填写入党志愿书',
      meeting: '召开支部大会讨论接收',
      talk: '党委派人谈话',
      approve: '党委审批',
    },
    branches: '各党支部',
    /** who approves where the unit itself cannot */
    superior: '上级党委',
    /** of the year in which the text changes */
    straddles:
      '2026年5月11日起按2026年修订的《细则》：上级党委同意、公示以后再列为发展对象；此前已经列为发展对象的，不用补公示',
    /** where a date is to be filled in */
    toBeFilledIn: '待定',
    sample: { category: '农村' },
  },
  /** the name of a unit that is not named */
  unit: '某党委',
  questions: {
    year: '哪一年的计划？',
    name: '制定计划的党组织',
    superior: '下达计划的上级党组织（可不填）',
    total: '全年发展党员总名额（也可填 30名左右、不超过30；没有下达的清空）',
    category: (left: number | undefined) =>
      `分到哪一类，写作“名称:名额”，如 农村:5${left === undefined ? '' : `；还有 ${left} 名没有分配`}（没有或分完了清空）`,
    reserve: '每个名额储备几名入党积极分子，如 2-3（没有要求则清空）',
    categoryLeft: (left: number) => `还有 ${left} 名没有分配；不分类的，请一类也不填`,
    categoryOver: (over: number) => `比总名额多 ${over} 名`,
    share: (name: string) => `“${name}”的比例要求，如 不低于35%、45%左右（没有则清空）`,
    percent: '请填百分比或几分之几，可写不低于、不超过、左右，如 不低于35%、45%左右、三分之一，或清空',
  },
  invalidNumber: '请填整数',
  totalForm: '9、30名左右、不超过30',
  reserveForm: '2、2-3',
  invalidTotal: '请填 9、30名左右 或 不超过30，没有下达的清空',
  invalidReserve: '请填 2 或 2-3，没有要求则清空',
  demand: (name: string, comparator: 'min' | 'max' | 'about' | 'exactly', share: string) =>
    ({
      min: `${name}不低于${share}`,
      max: `${name}不超过${share}`,
      about: `${name}${share}左右`,
      exactly: `${name}正好${share}`,
    })[comparator],
  /** how each share was taken; `guessed`: of some nobody said it */
  demands: (told: string[], guessed: boolean) =>
    `结构要求写为：${told.join('、')}${guessed ? '。没有写明不低于、左右的，按常用的写；不对的，请在“计划”（plan.yaml）中改正，或写明，如 女党员=不低于35%' : ''}`,
  /** what nobody has said is left open, and named */
  leftOpen: (what: string[]) => `没有给出、留空待填的：${what.join('、')}`,
  /** what the plan takes from the title of the roster, and from which words */
  fromRoster: (told: string[]) => `按名册写的：${told.join('；')}。不对的，请在“计划”（plan.yaml）中改正`,
  told: {
    year: (year: number, text: string) => `年度${year}（“${text}”）`,
    name: (name: string, text: string) => `制定计划的党组织${name}（“${text}”）`,
  },
  yearGuessed: (year: number) =>
    `没有说明是哪一年的计划，按今年（${year}年）写；是别的年度的，请改“年度”和“年龄截止日”，或用 --year 重新建`,
  open: {
    name: '制定计划的党组织',
    total: '总数',
    categories: '名额分配',
    shares: '结构要求',
    reserve: '储备',
    dates: '第一步的日期',
  },
  sumMismatch: (sum: number, total: number) => `各类名额之和 ${sum} 与总名额 ${total} 不符`,
  categoryForm: '“名称:名额”，如 农牧民:7',
  ratioForm: (names: string[]) =>
    `“名称=比例”，如 女党员=不低于35%、女党员=45%左右；名称有：${names.join('、')}`,
  cancelled: '已取消，没有写入任何文件',
  notAFolder: (path: string) => `${path} 是文件，不是文件夹；请换一个名字`,
  exists: (path: string) => `${path} 已经存在，没有改动任何文件；请换一个文件夹`,
  /** the last line: what to do next; `filled` when there is a roster already */
  next: (folder: string, filled: boolean): string => {
    const check = folder === '.' ? 'plan check' : `plan check ${folder}`;
    return filled
      ? `下一步：运行 ${check}`
      : `下一步：把人员填入 ${folder === '.' ? '' : `${folder}/`}candidates.yaml（或在 plan.yaml 中写 人员名册: 名册.xlsx），再运行 ${check}`;
  },
};
