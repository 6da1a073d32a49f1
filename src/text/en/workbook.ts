import type { workbook as zh } from '../zh/workbook.ts';

export const workbook: typeof zh = {
  title: (organization, year) => `${organization}: plan for ${year}`,
  rosterTitle: 'People',
  timelineTitle: 'Steps',
  guide: [
    'This workbook is a plan. Fill it in, save it and run plan check FILE.xlsx; findings name sheet and cell.',
    'The sheet 计划 has several tables with titles like 【结构要求】: leave titles and headings as they are. Rows may be added or left empty.',
    'Numbers of people: 9, also 30名左右, 不超过30 or 不详. Percentages: 45%.',
    'Dates: 2016-06-04, 2016.6.4 or 2016年6月4日; leave empty what is not known.',
    'Durations: 5个工作日 (working days) or 10天 (days). A step with a duration and 前置步骤 only gets its dates from them; 公示+2个工作日 adds a lag.',
    'Conditions: 性别=女, 年龄不超过35, 文化程度不低于高中, 民族≠汉族, 职业=农民、牧民; also 35岁以下, 高中以上.',
    'A comma where all must hold: 性别=女，年龄不超过35. 或 where one is enough: 标签=致富带头人 或 标签=村干部.',
    'Requirements: choose 不低于, 不超过, 左右, 恰好 or 实际占 under 要求 and write how many under 比例或人数; 基数 says of whom, of the total where empty.',
    'Other rows are referred to by name; several with 、 between them.',
    'Slots: 农牧民1号名额 is the first slot of the category 农牧民. 列入方式: 拟发展对象 (nominee) or 储备 (reserve).',
    '代码 (codes) may stay empty. Leave those that are there: other places refer to them.',
    'Write （无） for a list that is known to be empty; leave empty what is not known.',
  ],
  rosterHeadings: headings =>
    `Headings of the sheet 名册: ${headings}; papers as 已交材料·入党申请书, attributes of your own as 其他属性·院校排名.`,
  timelineHeadings: headings => `Headings of the sheet 时间安排: ${headings}.`,
  next: file =>
    `next: fill in ${file} in Excel (see the sheet 填写说明), save it, and run plan check ${file}`,
  leftOut: {
    remarks: 'remarks on single inspections that hold brackets or commas were not written',
    noPapers:
      'every roster entry says that no paper is handed in ({}); no cell can, and it reads as not recorded',
    comments: count => `${count} comments (#) of the YAML were not written; keep the files`,
    unread: count => `${count} things in the plan were not understood and not written; run plan check`,
  },
};
