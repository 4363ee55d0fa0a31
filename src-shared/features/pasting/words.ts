// Words by which the pieces of a pasted text are known.

export type PieceField =
  | 'company'
  | 'name'
  | 'post'
  | 'department'
  | 'mobile'
  | 'phone'
  | 'fax'
  | 'mail'
  | 'wechat'
  | 'qq'
  | 'website'
  | 'address'
  | 'postcode'
  | 'taxNumber'
  | 'bankName'
  | 'bankAccount'
  | 'industry'
  | 'note'

/** Before a colon or a space. Longer ones first where one begins another. */
const labels: readonly [PieceField, string][] = [
  [
    'taxNumber',
    '统一社会信用代码|纳税人识别号|信用代码|税务登记号|税号|tax\\s?(?:id|no\\.?|number)|vat(?:\\s?no\\.?)?',
  ],
  ['bankName', '开户(?:银)?行(?:及|和|、|/)?[账帐]号|开户银行|开户行|bank'],
  ['bankAccount', '银行账号|银行帐号|开户账号|账号|帐号|bank\\s?account'],
  [
    'mobile',
    '手机/微信|微信/手机|电话/微信|手机\\+微信|手机号码|手机号|手机|移动电话|mobile(?:\\s?phone)?|cell(?:\\s?phone)?|mob\\.?|m\\.?p\\.?|whatsapp|m',
  ],
  ['fax', '传真号码|传真|图文传真|fax|f'],
  [
    'phone',
    '联系电话|公司电话|办公电话|固定电话|电话号码|客服电话|服务热线|热线电话|电话/传真|总机|座机|固话|热线|电话|直线|分机|联系方式|telephone|phone|tel\\.?|office|direct|t|p',
  ],
  ['mail', '电子邮箱|电子邮件|邮箱地址|邮箱|邮件|e-?mail|mail|e'],
  ['wechat', '微信号码|微信号|微信|wechat(?:\\s?id)?|weixin|wx|vx|v信'],
  ['qq', 'qq号码?|qq|扣扣'],
  ['website', '公司网址|公司网站|官方网站|官网|网址|网站|主页|website|web\\s?site|web|homepage|url|w'],
  ['postcode', '邮政编码|邮编|post\\s?code|postal\\s?code|zip(?:\\s?code)?|p\\.?c\\.?'],
  [
    'address',
    '(?:注册)?地址(?:及|和|、|/)?电话|公司地址|通讯地址|联系地址|办公地址|单位地址|详细地址|收货地址|注册地址|工厂地址|所在地区|所在地|地区|地址|地点|位置|address|addr?\\.?|add\\.?|a',
  ],
  [
    'company',
    '公司名称|单位名称|我司|我公司|敝司|企业名称|客户名称|公司全称|开票抬头|发票抬头|抬头|名称|公司|单位|企业|厂名|company(?:\\s?name)?|organi[sz]ation|org\\.?|firm',
  ],
  [
    'name',
    '联系人姓名|法定代表人|法人代表|法人|老板娘|老板|店主|联系人|姓名|收件人|收货人|负责人|经办人|业务员|名字|称呼|contact(?:\\s?person)?|attn\\.?|name',
  ],
  ['department', '所属部门|部门|department|dept\\.?'],
  ['post', '职务名称|职务|职位|岗位|头衔|职称|job\\s?title|position|title'],
  ['industry', '所属行业|行业|industry'],
  ['note', '主营业务|主营|经营范围|业务范围|备注|说明|需求|remarks?|notes?'],
]

/** A label with its colon, anywhere in a line; a number may follow words for numbers without one. */
export const labelled = new RegExp(
  labels
    .map(([field, words]) => {
      const colon = `(?:${words})(?:\\s?[（(][^（）()]{1,8}[)）])?\\s*[:：=]`
      return `(?<${field}>(?<![\\p{L}\\d])${colon}${withoutColon(field, words)})`
    })
    .join('|'),
  'giu',
)

function withoutColon(field: PieceField, words: string): string {
  const chinese = words.split('|').filter((word) => /[\u4e00-\u9fff]|^qq/u.test(word))
  if (['mobile', 'phone', 'fax', 'qq', 'postcode', 'taxNumber', 'bankAccount'].includes(field))
    return `|(?:${[...chinese, ...(field === 'phone' ? ['tel\\.?'] : []), ...(field === 'mobile' ? ['mobile', 'mob\\.?'] : []), ...(field === 'fax' ? ['fax'] : [])].join('|')})[\\s是]*(?=[+(（]?\\d)`
  if (field === 'wechat') return `|(?:${chinese.join('|')}|wechat|vx|wx)[\\s是]*(?=[a-z][\\w-]{4,}|\\d{6,})`
  if (field === 'address' || field === 'company' || field === 'name')
    return `|(?<=^|\\s)(?:${chinese.join('|')})[ \\t]+(?=[\\p{Script=Han}])`
  if (field === 'mail') return `|(?:${chinese.join('|')}|e-?mail)\\s*(?=[\\w.+-]+@)`
  return ''
}

const alone = new RegExp(`^(?:${labels.map(([field, words]) => `(?<${field}>${words})`).join('|')})$`, 'iu')

/** A line that is a label and no more: its value stands in the next one. */
export function labelAlone(line: string): PieceField | undefined {
  const found = /\p{Script=Han}{2}/u.test(line) ? alone.exec(line.trim()) : null
  return found ? fieldOfLabel(found.groups ?? {}) : undefined
}

export const fieldOfLabel = (groups: Record<string, string | undefined>): PieceField | undefined =>
  labels.map(([field]) => field).find((field) => groups[field] !== undefined)

const chinesePosts =
  '董事长兼总经理|董事长|副董事长|总经理助理|董事总经理|副总经理|常务副总|执行董事|独立董事|董事|总经理|副总裁|总裁|首席执行官|首席技术官|首席财务官|合伙人|创始人|联合创始人|区域经理|大区经理|销售总监|市场总监|技术总监|运营总监|财务总监|人事总监|采购总监|总监|副总|总工程师|高级工程师|助理工程师|工程师|总工|销售工程师|项目经理|产品经理|客户经理|销售经理|采购经理|业务经理|市场经理|部门经理|副经理|经理助理|经理|主管|主任|副主任|处长|副处长|科长|副科长|局长|副局长|所长|院长|副院长|校长|厂长|副厂长|店长|站长|队长|班长|部长|副部长|会长|秘书长|理事长|主席|书记|采购员|业务员|销售员|业务代表|销售代表|客户代表|代表|专员|文员|助理|秘书|会计师|会计|出纳|律师|教授|副教授|讲师|老师|医生|设计师|架构师|顾问|法人代表|法人|老板娘|老板|司机|店员|技术员|跟单员|跟单|外贸|采购|销售|客服|负责人'
/** A whole piece that is a post, with the department before it perhaps. */
export const postPattern = new RegExp(
  `^(?:[\\p{Script=Han}A-Za-z/&·]{0,14})(?:${chinesePosts})(?:[/、&兼](?:[\\p{Script=Han}]{0,8})(?:${chinesePosts}))*$`,
  'u',
)
/** A piece that is a post and no more. */
export const exactPost = new RegExp(`^(?:${chinesePosts})$`, 'u')
/** At the end of a name: 王经理. */
export const postEnd = new RegExp(`(?:${chinesePosts})$`, 'u')
export const westernPost =
  /\b(?:ceo|cto|cfo|coo|cmo|vp|president|vice president|director|manager|engineer|supervisor|executive|officer|chairman|founder|partner|consultant|specialist|assistant|secretary|buyer|purchaser|representative|accountant|architect|designer|head of|lead|analyst|coordinator|owner|sales|purchasing|merchandiser)\b/iu
export const departmentPattern =
  /^[\p{Script=Han}A-Za-z0-9]{1,10}(?:部|处|科|室|中心|事业部|课|组|分部)$|\b(?:department|dept\.?|division)\b/iu

const companyEnds =
  '有限责任公司|股份有限公司|有限公司|集团公司|分公司|总公司|公司|集团|工厂|制造厂|加工厂|电子厂|服装厂|五金厂|塑料厂|机械厂|印刷厂|食品厂|厂|商行|商贸行|贸易行|经营部|门市部|事务所|研究院|研究所|设计院|规划院|医院|卫生院|诊所|学校|中学|小学|幼儿园|大学|学院|合作社|工作室|酒店|宾馆|饭店|餐厅|超市|药房|药店|书店|银行|支行|分行|协会|基金会|委员会|管理局|管理处|服务中心|中心|商店|店铺|专卖店|旗舰店|旅行社|俱乐部|控股|实业|科技|电子商务'
/** The name of a company inside a sentence. */
export const companyInText = new RegExp(
  `[\\p{Script=Han}A-Za-z0-9&·（）()\\-]{2,36}?(?:有限责任公司|股份有限公司|有限公司|集团公司|分公司|公司|集团|事务所|研究院|研究所|设计院|医院|大学|学院|工厂|合作社|工作室)(?![\\p{Script=Han}]{0,1}(?:地址|电话|网址|网站|名称|简介))(?![)）][\\p{Script=Han}A-Za-z]*(?:公司|厂|集团))(?:(?<=[（(][^（）()]*)[)）])?`,
  'u',
)
export const companyPattern = new RegExp(`(?:${companyEnds})(?:[（(][^（）()]{1,16}[)）])?$`, 'u')
export const westernCompany =
  /\b(?:co\.?,?\s*ltd|company|limited|ltd|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|ag|s\.?a\.?|b\.?v\.?|pty|group|holdings?|technolog(?:y|ies)|industr(?:y|ies|ial)|enterprises?|trading|international|solutions|university|hospital)\b\.?/iu

export const addressPattern =
  /(?:省|自治区|市|区|县|镇|乡|村|路|街|道|巷|弄|大道|胡同|工业园|产业园|科技园|开发区|园区|广场|大厦|大楼|中心|小区|花园).*(?:\d|[一二三四五六七八九十]+)\s*(?:号|楼|层|室|栋|幢|座|弄|单元|米|期|#)|^[\p{Script=Han}]{2,4}(?:省|市|自治区).*(?:路|街|道|巷|镇|村|区|县|园|大厦|广场)/u
export const westernAddress =
  /\b(?:road|rd\.?|street|st\.|avenue|ave\.?|boulevard|blvd|lane|drive|district|dist\.?|building|bldg|floor|tower|plaza|room|rm\.?|suite|p\.?\s?o\.?\s?box|zone|park|highway|city|province|county)\b/iu

/** 姓 of the most common, two-character ones too. */
export const surname =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|司徒|夏侯|慕容|端木|轩辕|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟云宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺潇简])/u
