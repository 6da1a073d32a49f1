/** What stands in a workbook that holds a whole plan, besides the names of fields. */
export const workbook = {
  title: (organization: string, year: number) => `${organization}${year}年度发展党员工作计划`,
  rosterTitle: '人员名册',
  timelineTitle: '时间安排',
  guide: [
    '这个工作簿就是一份计划。填好后保存，运行 plan check 文件名.xlsx 核对；结果会指出工作表和单元格。',
    '“计划”由几张小表组成，表的标题写作【结构要求】这样，标题和栏目名请不要改动。行可以增减，没有内容的行、表可以留空。',
    '名额：写整数，也可以写 30名左右、不超过30、不详。比例写作 45%。',
    '日期：写作 2016-06-04、2016.6.4 或 2016年6月4日；不知道的留空，不要写“无”以外的字样。',
    '时长：写作 5个工作日 或 10天。只写时长和前置步骤的，日期由程序推算。前置步骤可加间隔，如 公示+2个工作日。',
    '条件：写作 性别=女、年龄不超过35、文化程度不低于高中、民族≠汉族、职业=农民、牧民；35岁以下、高中以上也可以。',
    '几条须同时满足的，用逗号隔开：性别=女，年龄不超过35。满足一条即可的，用“或”：标签=致富带头人 或 标签=村干部。',
    '结构要求：在“要求”栏选不低于、不超过、左右、恰好或实际占，在“比例或人数”栏写多少；“基数”栏写占谁的，不写则占总数。',
    '名额类别、前置步骤、应交材料、基数等栏写名称即可；几项之间用顿号隔开。',
    '名额：写作 农牧民1号名额，即农牧民这一类的第1个名额。列入方式：拟发展对象，或储备。',
    '代码可以不填。已有的代码请不要改，其他地方靠它引用。',
    '确知没有的（如没有考察过），写（无）；不知道的，留空。',
  ],
  rosterHeadings: (headings: string) =>
    `“名册”的栏目可以增减，可用的栏目名：${headings}；材料写作 已交材料·入党申请书，自定的属性写作 其他属性·院校排名。`,
  timelineHeadings: (headings: string) => `“时间安排”的栏目可以增减，可用的栏目名：${headings}。`,
  next: (file: string) =>
    `下一步：用 Excel 或 WPS 打开 ${file} 填写（见“填写说明”），保存后运行 plan check ${file}`,
  /** what the export leaves out */
  leftOut: {
    remarks: '逐次考察的说明中有括号或标点的，没有写入工作簿',
    comments: (count: number) => `YAML 中的注释（# 后的文字，${count} 处）没有写入工作簿，请保留原文件`,
    unread: (count: number) => `原文件有 ${count} 处没有读懂，没有写入工作簿；运行 plan check 查看`,
  },
};
