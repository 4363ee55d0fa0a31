// What was said, by how far a project has come. {n} is a number of machines, {w} an amount in 万, {p} a product.

export interface DemoNote {
  way: 'visit' | 'call' | 'mail' | 'message' | 'meeting'
  text: string
  result: 'interested' | 'considering' | 'agreed' | 'refused' | 'unreachable' | 'none'
  next?: string
}

export const products: readonly string[] = [
  '存储双活',
  '服务器虚拟化',
  '超融合',
  '灾备',
  '桌面云',
  '核心交换机',
  '防火墙',
  '容灾备份一体机',
  '视频会议',
  '机房动环监控',
]

/** In the order in which a project goes. */
export const stages: readonly (readonly DemoNote[])[] = [
  [
    {
      way: 'call',
      text: '打到总机转信息部，说现有{p}用了六年，明年要立项更换，让先发公司介绍。',
      result: 'interested',
      next: '发公司介绍和同行案例',
    },
    {
      way: 'visit',
      text: '第一次上门，看了机房：{n} 台服务器，两台已过保。信息部想先做{p}，预算还没批。',
      result: 'interested',
      next: '约副总谈预算',
    },
    {
      way: 'message',
      text: '加了微信，对方要一份{p}的选型对比表，说集团有统一品牌名录。',
      result: 'considering',
      next: '发选型对比表',
    },
    { way: 'call', text: '前台不转接，说信息部在开会。', result: 'unreachable', next: '换下午再打' },
    {
      way: 'mail',
      text: '发了公司资质、{p}案例三份和厂家授权，请对方转给采购。',
      result: 'none',
      next: '电话确认收到',
    },
  ],
  [
    {
      way: 'meeting',
      text: '和信息部、研发一起开需求会：{n} 个点位，要求不停机迁移，数据保留七年。研发最担心图纸打开变慢。',
      result: 'interested',
      next: '出需求确认单',
    },
    {
      way: 'visit',
      text: '带售前去做现场勘查，测了带宽和机柜承重，{p}要加两路电。',
      result: 'considering',
      next: '勘查报告发信息部',
    },
    {
      way: 'call',
      text: '需求确认单对方改了两处：容量按三年增长算，维保要 7×24。',
      result: 'agreed',
      next: '按新需求出方案',
    },
    {
      way: 'message',
      text: '信息主管说竞争对手已经来过两次，报价比我们低一成，但没有本地服务。',
      result: 'considering',
      next: '约一次本地服务演示',
    },
  ],
  [
    {
      way: 'meeting',
      text: '方案汇报，副总问得很细：为什么不用云？算了五年总成本，{p}方案省 {w} 万。',
      result: 'interested',
      next: '补一页总成本对比',
    },
    { way: 'mail', text: '发出{p}方案第二版和分期条件，3-6-1 付款。', result: 'considering', next: '周五前听反馈' },
    {
      way: 'visit',
      text: '看了新车间的两台加工中心，明年一季度要上线，预算约 {w} 万；周五前要看到我们的方案和分期条件。',
      result: 'interested',
      next: '报价复核',
    },
    {
      way: 'call',
      text: '财务总监对分期没意见，但要求先验收后付 60%。',
      result: 'considering',
      next: '请商务核付款条件',
    },
  ],
  [
    {
      way: 'call',
      text: '招标文件下周挂网，技术参数按我们的勘查报告写，{n} 个节点。',
      result: 'agreed',
      next: '准备投标文件',
    },
    {
      way: 'meeting',
      text: '开标，三家投标，我们技术分第一，价格第二。等公示。',
      result: 'considering',
      next: '公示期满确认',
    },
    { way: 'message', text: '采购说要再压 5 个点，最迟周三给最终报价。', result: 'considering', next: '申请价格权限' },
    {
      way: 'visit',
      text: '商务谈判：同意送一年维保换价格不动，{w} 万含税，交货期 45 天。',
      result: 'agreed',
      next: '合同送审',
    },
  ],
  [
    { way: 'call', text: '合同已盖章寄回，首付款走流程，预计下周到账。', result: 'agreed', next: '盯首付款' },
    {
      way: 'visit',
      text: '设备到货开箱，{n} 件一件不少，上架两天，信息部配合得好。',
      result: 'agreed',
      next: '安排割接窗口',
    },
    {
      way: 'meeting',
      text: '验收会通过，留两个小问题：监控告警没接通、标签要重贴。',
      result: 'agreed',
      next: '一周内销项',
    },
    { way: 'call', text: '尾款 {w} 万走到财务总监，说月底前付。', result: 'agreed', next: '月底确认到账' },
  ],
  [
    {
      way: 'call',
      text: '回访：{p}运行稳定，{n} 台都在用。下半年分厂要照着做一套。',
      result: 'interested',
      next: '约分厂信息主管',
    },
    { way: 'visit', text: '季度巡检，换了一块硬盘，顺便介绍了灾备。', result: 'considering', next: '出灾备报价' },
    {
      way: 'message',
      text: '中秋问候，寄了月饼；对方提到续签三年维保，谈分期。',
      result: 'interested',
      next: '维保续签报价',
    },
    {
      way: 'meeting',
      text: '年度服务回顾，对响应速度满意，对备件到货慢有意见。',
      result: 'none',
      next: '和客服定备件方案',
    },
  ],
]

export const lostNotes: readonly DemoNote[] = [
  { way: 'call', text: '已换供应商，说对方账期给到半年，明年再联系。', result: 'refused', next: '明年预算季再访' },
  { way: 'message', text: '项目取消，集团统一上云，本地不再采购。', result: 'refused' },
  { way: 'call', text: '联系人已离职，新人还没到岗，项目搁置。', result: 'refused', next: '一个季度后再问' },
]

/** Answers on the telephone that happen at any time. */
export const smallTalk: readonly DemoNote[] = [
  { way: 'call', text: '没人接，微信留了言。', result: 'unreachable', next: '明天再打' },
  { way: 'call', text: '在出差，下周回来再说。', result: 'considering', next: '下周再联系' },
  { way: 'call', text: '等董事会，下周一回话。', result: 'considering', next: '问董事会结果' },
  { way: 'mail', text: '发了升级报价第 2 版。', result: 'none', next: '确认是否收到' },
  { way: 'call', text: '确认开票信息，专票，抬头不变。', result: 'agreed' },
]
