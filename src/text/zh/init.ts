/** What `plan init` asks, writes as comments, and says. */
export const init = {
  template: {
    plan: {
      title: '年度发展党员工作计划；# 后面是说明，可以删去',
      ageAsOf: '年龄截止日',
      quota: '指导性计划：总名额，以及分到各类人员的名额（各类之和应等于总数）',
      structure: '结构要求：不低于、不超过、左右三者只写一个；计划中写明了人数的，可加“计划人数”',
      reserve: '每发展一名新党员要有2至3名入党积极分子作为储备',
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
      '推荐程序和时间安排；日期请按实际改写。“5wd”是5个工作日，“10d”是10天',
      '公示期应按上级规定填写。',
    ],
    steps: {
      course: '举办入党积极分子培训班',
      nominate: '各支部推荐人选并上报',
      inspect: '镇党委组织考察',
      decide: '召开党委会议，研究确定人选',
      notice: '公示',
    },
  },
  /** the name of a unit that is not named */
  unit: '某镇党委',
  questions: {
    year: '哪一年的计划？',
    name: '制定计划的党组织',
    superior: '下达计划的上级党组织（可不填）',
    total: '全年发展党员总名额',
    category: (name: string) => `其中“${name}”的名额（没有填 0）`,
    share: (name: string) => `“${name}”的比例要求（没有则清空）`,
    percent: '请填百分比，如 45%，或清空',
  },
  invalidNumber: '请填整数',
  categoryForm: '“名称:名额”，如 农牧民:7',
  ratioForm: (names: string[]) => `“名称=百分比”，如 women=45%；名称有 ${names.join('、')}`,
  cancelled: '已取消，没有写入任何文件',
  notAFolder: (path: string) => `${path} 不是文件夹`,
  exists: (path: string) => `${path} 已经存在，没有改动任何文件；请换一个文件夹`,
  /** the last line: what to do next; `filled` when there is a roster already */
  next: (folder: string, filled: boolean): string => {
    const check = folder === '.' ? 'plan check' : `plan check ${folder}`;
    return filled
      ? `下一步：运行 ${check}`
      : `下一步：把人员填入 ${folder === '.' ? '' : `${folder}/`}candidates.yaml（或在 plan.yaml 中写 candidates: 名册.xlsx），再运行 ${check}`;
  },
};
