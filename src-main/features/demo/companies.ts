// Customers of the sample company, put together from parts so that 200 of them read like a real list.

export interface Place {
  name: string
  region: string
  areaCode: string
  streets: readonly string[]
}

export const places: readonly Place[] = [
  {
    name: '上海',
    region: '310115',
    areaCode: '021',
    streets: ['浦东新区张江路', '浦东新区金科路', '浦东新区世纪大道', '浦东新区川沙路'],
  },
  {
    name: '上海',
    region: '310112',
    areaCode: '021',
    streets: ['闵行区莘庄工业区申富路', '闵行区虹梅南路', '闵行区紫星路'],
  },
  {
    name: '上海',
    region: '310114',
    areaCode: '021',
    streets: ['嘉定区安亭镇墨玉路', '嘉定区马陆镇宝安公路', '嘉定区叶城路'],
  },
  {
    name: '苏州',
    region: '320571',
    areaCode: '0512',
    streets: ['工业园区星湖街', '工业园区苏虹中路', '工业园区金鸡湖大道'],
  },
  { name: '昆山', region: '320583', areaCode: '0512', streets: ['开发区长江南路', '玉山镇元丰路', '花桥镇绿地大道'] },
  { name: '无锡', region: '320214', areaCode: '0510', streets: ['新吴区长江路', '新吴区锡士路', '新吴区菱湖大道'] },
  { name: '常州', region: '320411', areaCode: '0519', streets: ['新北区通江中路', '新北区汉江路'] },
  { name: '南京', region: '320115', areaCode: '025', streets: ['江宁区将军大道', '江宁区胜太路'] },
  { name: '南通', region: '320612', areaCode: '0513', streets: ['通州区碧华路', '通州区金通公路'] },
  { name: '杭州', region: '330108', areaCode: '0571', streets: ['滨江区江南大道', '滨江区物联网街', '滨江区网商路'] },
  { name: '宁波', region: '330206', areaCode: '0574', streets: ['北仑区黄山路', '北仑区明州西路'] },
  { name: '嘉兴', region: '330402', areaCode: '0573', streets: ['南湖区亚太路', '南湖区凌公塘路'] },
  { name: '合肥', region: '340104', areaCode: '0551', streets: ['蜀山区望江西路', '蜀山区长江西路'] },
]

export interface Trade {
  industry: string
  words: readonly string[]
  endings: readonly string[]
  /** Yuan a project is worth, from and to. */
  amount: readonly [number, number]
}

export const trades: readonly Trade[] = [
  {
    industry: '机械制造',
    words: ['精密机械', '重型机械', '自动化设备', '数控机床', '智能装备'],
    endings: ['有限公司', '股份有限公司', '集团有限公司'],
    amount: [120_000, 2_600_000],
  },
  {
    industry: '汽车零部件',
    words: ['汽车零部件', '汽车电子', '汽车饰件', '车身部件'],
    endings: ['有限公司', '（中国）有限公司', '股份有限公司'],
    amount: [200_000, 3_800_000],
  },
  {
    industry: '电子',
    words: ['电子科技', '光电', '半导体', '微电子', '电子材料'],
    endings: ['有限公司', '股份有限公司'],
    amount: [150_000, 4_200_000],
  },
  { industry: '银行', words: ['农村商业银行', '村镇银行'], endings: ['股份有限公司'], amount: [600_000, 9_800_000] },
  {
    industry: '证券基金',
    words: ['证券', '基金管理', '期货'],
    endings: ['有限责任公司', '有限公司'],
    amount: [400_000, 6_500_000],
  },
  {
    industry: '保险',
    words: ['保险经纪', '财产保险'],
    endings: ['有限公司', '股份有限公司'],
    amount: [300_000, 5_200_000],
  },
  { industry: '物流', words: ['国际物流', '供应链管理', '仓储'], endings: ['有限公司'], amount: [90_000, 1_600_000] },
  {
    industry: '医药',
    words: ['生物医药', '医疗器械', '药业'],
    endings: ['有限公司', '股份有限公司'],
    amount: [150_000, 3_000_000],
  },
  { industry: '软件', words: ['软件技术', '信息科技', '网络科技'], endings: ['有限公司'], amount: [60_000, 900_000] },
]

export const marks: readonly string[] = [
  '德力',
  '宏图',
  '恒通',
  '海川',
  '博远',
  '新锐',
  '华盛',
  '立信',
  '云栖',
  '金德利',
  '天工',
  '科讯',
  '瑞丰',
  '鼎新',
  '泰和',
  '中远达',
  '明珠',
  '永盛',
  '万邦',
  '启明',
  '联创',
  '远景',
  '佳能达',
  '申达',
  '浦江',
  '长宁',
  '东昌',
  '新城',
  '凯瑞',
  '信诚',
  '融汇',
  '广源',
  '国信',
  '安泰',
  '致远',
  '嘉禾',
  '卓越',
  '普惠',
  '众诚',
  '力合',
  '锦程',
  '盛唐',
  '百川',
  '森源',
  '汇智',
  '九州通达',
  '亿联',
  '同创',
  '伟星',
  '大成',
]
