import type { GroupTexts } from '../rule-texts.ts';
import { dated, known, step } from './steps.ts';
import { list, people, person, termOf } from './words.ts';

export const candidate: GroupTexts<'candidate'> = {
  'candidate/no-category': {
    title: '没有写名额类别',
    demand: '计划按类别分配名额的，名册中每个人都要写明名额类别（或列入的名额），才能安排名额和储备。',
    message: ({ people: who, nominees }) =>
      `${who.length}人没有写名额类别${nominees > 0 && nominees < who.length ? `（其中拟发展对象${nominees}人）` : nominees > 0 ? '（都是拟发展对象）' : ''}，没有算进任何名额和储备：${people(who)}`,
    remedy: ({ categories }, key) =>
      `请给每人写明“名额类别”，如 ${key.put('candidates.candidates.category', categories[0]!.name)}${categories.length > 1 ? `（可写：${list(categories.map(({ name }) => name))}）` : ''}；也可在名额分配的这一类写条件，由程序归类，如 ${key.put('plan.quota.categories.where', key.inSheet ? '职业=农民、牧民' : '{ 职业: [农民, 牧民] }')}`,
  },
  'candidate/category-read': {
    title: '名额类别的写法不同',
    demand:
      '名册中的名额类别要与计划写的一致。只差“党员”“人员”一类字眼、只能是一个类别的，按那个类别核对，并说明。',
    message: ({ written, category, people: who }) => `名额类别“${written}”读作“${category}”：${people(who)}`,
    remedy: ({ category }, key) =>
      `读得对就不用改，要写得与计划一致，请改为 ${key.put('candidates.candidates.category', category)}；不对的，请写计划中的类别名称`,
  },
  'candidate/no-activist-date': {
    title: '没有确定为积极分子的时间',
    demand:
      '拟发展对象和储备要写明何时确定为入党积极分子，才能核对培养教育考察是否满一年。名册中别人有而他没有的，予以指出。',
    message: ({ people: who, nominees }) =>
      `${who.length}人没有写“确定为入党积极分子”的时间${nominees > 0 && nominees < who.length ? `（其中拟发展对象${nominees}人）` : ''}，培养考察是否满一年没有核对，也不算作储备：${people(who)}`,
    remedy: (_, key) =>
      `请查档案补填，如 ${key.put('candidates.candidates.events.activist', key.inSheet ? '2025.06' : '2025-06-01')}；还没有确定的，不能列为拟发展对象或储备`,
  },
  'candidate/no-candidate': {
    title: '已不是发展对象',
    demand:
      '本年度以前已经接收的党员不是本年度的拟发展对象。备注写着已转出、取消资格、已发展、暂缓等的，请核对是否还列入；程序仍计入各项数字。',
    message: ({ person: who, why, said, attribute, year, nominee }) =>
      ({
        admitted: `${person(who)}${known(said)}已经接收，不是${year}年度的拟发展对象`,
        stage: `${person(who)}的发展阶段写为“${termOf('stage', said)}”，没有${year}年度接收的日期，却列为拟发展对象`,
        remark: `${person(who)}的${attribute === '' ? '备注' : `“${attribute}”`}写着“${said}”，仍${nominee ? '计入拟发展对象' : '按在册人员核对'}`,
      })[why],
    remedy: ({ why, year }, key) =>
      why === 'remark'
        ? '已经不在册、已经发展的，请从名册中删去；暂缓、改在以后年度的，“列入方式”请写“储备”；仍照原样列入的不用改'
        : `请从名册中删去，另选人选；确是${year}年度接收的，请在${key.inSheet ? '“支部大会”栏' : `“经历”中写 ${key('candidates.candidates.events.branchMeeting')}，`}写明日期`,
  },
  'candidate/unknown-slot': {
    title: '没有这个名额',
    demand:
      '人员所列的名额要在名额分配之中，写作类别名称加序号，如 农牧民1号名额，或类别代码加序号，如 farmer-1。',
    message: ({ person: who, slot }) => `${person(who)}列在名额“${slot}”下，计划中没有这个名额`,
    remedy: ({ slot, nearest, categories }) => {
      // As this roster writes them: by the code or by the name of the category.
      const byCode = /^[\x20-\x7e]+$/.test(slot);
      const known = categories.map(({ id, name, count }) =>
        byCode
          ? `${id}-1${count > 1 ? `至${id}-${count}` : ''}`
          : `${name}${count > 1 ? `1号至${count}号` : '1号'}名额`,
      );
      return `${nearest && byCode ? `是不是“${nearest}”？` : ''}现有：${known.join('、')}`;
    },
  },
  'candidate/duplicate': {
    title: '重复列入名册',
    demand:
      '一个人在名册中只列一次。身份号码相同的就是同一个人；姓名和出生日期相同的，或一处没有出生日期而姓名、性别、确定为积极分子的时间相同的，疑似同一个人。',
    message: ({ person: who, first, certain, withoutBirth }) =>
      `${person(who)}与第 ${first.line} 行的${person(first)}${certain ? '身份号码相同，是同一个人' : `姓名、${withoutBirth ? '性别、确定为积极分子的时间' : '出生日期'}相同，疑似同一个人`}`,
    remedy: ({ certain }) =>
      certain
        ? '请合并为一项；身份号码录错的请更正'
        : '是同一个人的请合并；确是两个人的，请填写各自的身份号码以便区分',
  },
  'candidate/id-number-invalid': {
    title: '身份号码有误',
    demand:
      '公民身份号码为18位，其中的出生日期要存在，末位校验码要与前17位相符（GB 11643）；15位号码已停止使用。',
    message: ({ person: who, why }) =>
      `${person(who)}的身份号码${{ date: '中没有真实的出生日期（日期不存在，或晚于今天）', 'check-digit': '校验码不符，其中有数字录错', old: '是15位旧号码，已停止使用' }[why]}`,
    remedy: ({ why }) => (why === 'old' ? '请换成18位号码' : '请对照居民身份证更正'),
  },
  'candidate/phone-digits': {
    title: '手机号位数不对',
    demand: '手机号为11位（不算前面的86）；位数不对的号码打不通，要通知本人时才会发现。',
    message: ({ person: who, digits, need }) =>
      `${person(who)}的联系电话像是手机号，但有${digits}位，手机号是${need}位`,
    remedy: () => '请向本人核对后更正',
  },
  'candidate/id-number-disagrees': {
    title: '与身份号码不一致',
    demand: '出生日期、性别两栏要与身份号码中的出生日期、第17位（单数为男，双数为女）一致。',
    message: ({ person: who, field, stated, inNumber }) =>
      field === 'birth'
        ? `${person(who)}的出生日期写${known(stated)}，身份号码中是${known(inNumber)}`
        : `${person(who)}的性别写${termOf('gender', stated)}，按身份号码是${termOf('gender', inNumber)}`,
    remedy: ({ field, inNumber }, key) =>
      `请对照居民身份证和档案：号码对的，请改为 ${key.put(`candidates.candidates.${field}`, field === 'birth' ? inNumber : termOf('gender', inNumber))}；号码错的请更正`,
  },
  'candidate/underage': {
    title: '不满十八周岁',
    demand: '年满十八周岁才可以申请入党；没有申请日期的，按年龄截止日计算。',
    message: ({ person: who, birth, age, need, on, applied }) =>
      age < 0
        ? `${person(who)}的出生日期（${known(birth)}）晚于${applied ? '申请入党的日期' : '年龄截止日'}（${known(on)}）`
        : `${person(who)}${known(birth)}出生，${applied ? `${known(on)}申请入党时` : `到年龄截止日（${known(on)}）`}${age}周岁，不满${need}周岁`,
    remedy: ({ age, need }) =>
      age < 0
        ? '请核对这两个日期，更正写错的'
        : `日期写错的请更正；确实不满的，年满${need}周岁后重新递交入党申请书`,
  },
  'candidate/stage-disagrees': {
    title: '发展阶段与经历不符',
    demand: '写明的发展阶段要与各步骤的日期一致；不写则由程序按日期推算。',
    message: ({ person: who, stated, event, date, why }) =>
      `${person(who)}的发展阶段写为“${termOf('stage', stated)}”，但${
        why === 'missing'
          ? `没有写${step(event)}的日期`
          : `${why === 'beyond' ? '已有' : ''}${step(event)}的日期（${known(date)}）${why === 'ahead' ? '还没有到' : ''}`
      }`,
    remedy: ({ why, shown }, key) =>
      why === 'beyond'
        ? `请改为 ${key.put('candidates.candidates.stage', termOf('stage', shown))}，或删去这一栏由程序推算；日期写错的请更正`
        : why === 'missing'
          ? '请补填这个日期；阶段写错的请更正'
          : '请核对发展阶段和日期',
  },
  'candidate/date-order': {
    title: '步骤日期先后颠倒',
    demand:
      '各步骤的日期要合乎程序的先后，公示、培训的结束不能早于开始。只是流程图的先后、《细则》没有规定的，仅作提示。',
    message: ({ person: who, before, later, order }) =>
      order === 'period'
        ? `${person(who)}的${step(later.step)}${known(before.date)}开始，却写${known(later.date)}结束`
        : `${person(who)}的${dated(later)}早于${dated(before)}`,
    remedy: ({ order }) =>
      order === 'period'
        ? '请核对起止日期'
        : order === 'chart'
          ? '《细则》没有规定这两步的先后，日期无误的不必处理'
          : '请核对这两个日期；程序确实颠倒的，向上级党委说明情况，按规定补正，不得改填日期',
  },
  'candidate/step-missing': {
    title: '缺少必经步骤',
    demand:
      '未经政治审查、集中培训、预审的，不能发展入党（培训个别特殊情况除外）；列为发展对象（2026年5月11日起先公示）、支委会审查、填写志愿书、支部大会、党委派人谈话也是必经步骤。名册中别人有这一步的日期，已经审批的人没有的，予以指出。',
    message: ({ person: who, step: name, date, of }) =>
      `${person(who)}${known(date)}已${of === 'approval' ? '审批' : '批准转正'}，名册中没有${step(name)}的日期`,
    remedy: ({ excepts }) =>
      `漏填的请补填${excepts ? '；个别特殊情况未培训的，写明豁免' : '；确实没有办理的，请向上级党委报告，不得补造'}`,
  },
  'candidate/mobile-notice': {
    title: '流动人员没有两地公示',
    demand: '2026年5月11日起，流动人员列为发展对象前，要在流出地和流入地同时公示。',
    message: ({ person: who, places }) =>
      places.length > 0
        ? `${person(who)}是流动人员，只在“${places[0]}”公示`
        : `${person(who)}是流动人员，没有写在哪里公示`,
    remedy: (_, key) =>
      `请在流出地和流入地同时公示，并写明：${key.put('candidates.candidates.events.prospectiveNotice.places', key.inSheet ? '流出地、流入地的地名' : '[流出地…, 流入地…]')}`,
  },
  'candidate/contacts': {
    title: '培养联系人不合规定',
    demand: '每名入党积极分子有一至两名正式党员作培养联系人，不重复，也不能是本人。',
    message: ({ person: who, why, name, have, max }) =>
      `${person(who)}${
        {
          none: '没有写培养联系人',
          'too-many': `写了${have}名培养联系人，最多${max}名`,
          repeated: `的培养联系人“${name}”写了不止一次`,
          self: `的培养联系人写成了本人姓名“${name}”`,
          'not-full': `的培养联系人“${name}”在名册中还不是正式党员`,
        }[why]
      }`,
    remedy: ({ why, min, max }) =>
      ({
        none: `请指定${min}至${max}名正式党员，并填入名册`,
        'too-many': `请从中确定${max}名`,
        repeated: '请删去重复的；确是同名的两个人，请在姓名后注明以便区分',
        self: '请改为正式党员；与本人同名的，请在姓名后注明以便区分',
        'not-full': '请改为正式党员；是同名的另一人的，请在姓名后注明以便区分',
      })[why],
  },
  'candidate/introducers': {
    title: '入党介绍人不合规定',
    demand: '发展对象有两名正式党员作入党介绍人，不重复，也不能是本人；从确定入党介绍人一步起核对。',
    message: ({ person: who, why, name, have, need }) =>
      `${person(who)}${
        {
          'too-few':
            have === 0 ? `没有写入党介绍人，应有${need}名` : `只有${have}名入党介绍人，应有${need}名`,
          'too-many': `写了${have}名入党介绍人，应为${need}名`,
          repeated: `的入党介绍人“${name}”写了不止一次`,
          self: `的入党介绍人写成了本人姓名“${name}”`,
          'not-full': `的入党介绍人“${name}”在名册中还不是正式党员`,
        }[why]
      }`,
    remedy: ({ why, need }) =>
      ({
        'too-few': `请补齐${need}名正式党员，一般由培养联系人担任`,
        'too-many': `请确定其中${need}名`,
        repeated: '请删去重复的；确是同名的两个人，请在姓名后注明以便区分',
        self: '请改为正式党员；与本人同名的，请在姓名后注明以便区分',
        'not-full': '请改为正式党员；是同名的另一人的，请在姓名后注明以便区分',
      })[why],
  },
};
