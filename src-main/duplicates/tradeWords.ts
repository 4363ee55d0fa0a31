// What stands in the names of very many companies and tells none of them apart.

/** The form of the company, from the end of its name (folded). */
export const legalForm =
  /(?:股份有限责任公司|股份有限公司|有限责任公司|有限公司|有限合伙|普通合伙|股份公司|责任公司|个体工商户|公司)$/u

/** Of a group; another part of it is another company, so it only counts for likeness. */
export const groupForm = /(?:企业集团|集团|总公司|总)$/u

/** A part of a company that is a customer of its own. */
export const branchForm = /(?:分公司|分店|分行|支行|分部|分厂|办事处|门市部|营业部|代表处)$/u

/** Before folding, when the words are still apart. */
export const westernForm =
  /(?:[\s.,]*\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|ag|sa|bv|pty|pte|kk)\b[\s.,]*)+$/iu

const words = `科技 信息 技术 信息技术 电子 网络 软件 贸易 商贸 经贸 外贸 实业 工贸 进出口 国际 国际贸易 投资 发展 建设 建筑 工程
机械 机电 设备 装备 制造 工业 化工 化学 材料 新材料 医药 医疗 器械 医疗器械 生物 制药 药业 食品 饮料 餐饮 服饰 服装 纺织 家居 家具 家电 建材 装饰
装修 装潢 设计 广告 传媒 文化 传播 教育 培训 咨询 顾问 管理 服务 物流 运输 货运 供应链 汽车 配件 汽配 五金 塑料 塑胶 橡胶 包装 印刷 电器 电气
自动化 智能 环保 环境 能源 新能源 电力 光电 光伏 照明 通信 通讯 数码 数据 仪器 仪表 模具 精密 金属 钢铁 铝业 玻璃 陶瓷 农业 种业 养殖 牧业
旅游 旅行社 酒店 置业 地产 房地产 物业 金融 保险 控股 企业 企业管理 资产 资本 创业 系统 集成 系统集成 电商 电子商务 百货 超市 日化 化妆品
美容 体育 用品 文具 办公 玩具 珠宝 钟表 皮具 鞋业 箱包 水产 茶业 酒业 园艺 园林 市政 安防 消防 半导体 微电子 芯片 航空 船舶 海运 快递 人力资源
劳务 会展 影视 互联网 云计算 人工智能 科学 研究 研发 技术开发 技术服务 水务 矿业 石油 燃气 供热 冷链 粮油 乳业 工艺品 礼品 厂 制品 产品`

/** What a company does, longest first. */
export const tradeWords: readonly string[] = [...new Set(words.split(/\s+/u))].sort((a, b) => b.length - a.length)

/** The part of a folded name before what the company does. '德力信息技术' → '德力'; '' when there is nothing else. */
export function withoutTrade(core: string): string {
  let rest = core
  for (;;) {
    const word = tradeWords.find((one) => rest.endsWith(one))
    if (word === undefined) return rest
    rest = rest.slice(0, -word.length)
  }
}
