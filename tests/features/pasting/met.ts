// Texts that the rules read badly when they first met them: greetings, heads of mails and chats, sentences, remarks.
import { block, type Block } from './said'

export const met: readonly Block[] = [
  block(
    '赵总您好，我是宁波海曙朗通电子有限公司的采购小周，周婷，电话15867234410，麻烦发一份报价到我邮箱 zhouting@langtong.net，谢谢！',
    {
      'c.name': '宁波海曙朗通电子有限公司',
      'p.name': '周婷',
      'p.phone': '15867234410',
      'p.mail': 'zhouting@langtong.net',
    },
  ),
  block('公司：无锡惠山精密铸造厂\n联系人：钱师傅 13861725544\n地址在惠山区洛社镇盛岸西路8号，周末不上班', {
    'c.name': '无锡惠山精密铸造厂',
    'c.region': '3202',
    'c.address': '惠山区洛社镇盛岸西路8号',
    'p.name': '钱师傅',
  }),
  block(
    'Best regards,\nEmily Chen 陈艾米\nProcurement Manager | Greenfield Foods (Suzhou) Co., Ltd.\nT: +86 512 6788 9900 ext. 212\nA: No. 28 Xinghai Street, Suzhou Industrial Park, Jiangsu 215021, China',
    {
      'c.name': 'Greenfield Foods (Suzhou) Co., Ltd.',
      'c.address': 'No. 28 Xinghai Street, Suzhou Industrial Park, Jiangsu, China',
      'p.name': '陈艾米',
      'p.post': 'Procurement Manager',
    },
  ),
  block("Mark O'Neill\nHead of IT\nHartmann Logistics GmbH\nAm Kai 12, 20457 Hamburg, Germany\nTel +49 40 123456-78", {
    'c.name': 'Hartmann Logistics GmbH',
    'c.address': 'Am Kai 12, 20457 Hamburg, Germany',
    'p.name': "Mark O'Neill",
    'p.post': 'Head of IT',
  }),
  block(
    '单位名称：南京紫金数据服务有限公司\n纳税人识别号：91320105MA1XYZ1234\n地址、电话：南京市建邺区江东中路108号 025-86551234\n开户行及账号：招商银行南京城西支行 125908765410201',
    {
      'c.name': '南京紫金数据服务有限公司',
      'c.taxNumber': '91320105MA1XYZ1234',
      'c.address': '南京市建邺区江东中路108号',
      'c.phone': '025-86551234',
      'c.bankName': '招商银行南京城西支行',
      'c.bankAccount': '125908765410201',
    },
  ),
  block('微信名片：阿明\n备注：东莞长安 鑫盛模具 何启明 13925511223', {
    'c.name': '鑫盛模具',
    'p.name': '何启明',
    'p.phone': '13925511223',
  }),
  block(
    'Hi,\nPlease contact Mr. David Wong, Sales Director of Pacific Cables Limited, at +852 2345 6789 or david.wong@pacificcables.hk.\nThanks',
    {
      'c.name': 'Pacific Cables Limited',
      'c.phone': '+852 2345 6789',
      'p.name': 'David Wong',
      'p.post': 'Sales Director',
      'p.mail': 'david.wong@pacificcables.hk',
    },
  ),
  block('公司名称：   成都  天府  软件  园  有限公司\n负责人：罗小兰\n职务：行政总监', {
    'c.name': '成都天府软件园有限公司',
    'p.name': '罗小兰',
    'p.post': '行政总监',
  }),
  block(
    '2026年11月12日 14:03\n王芳：客户地址改了，现在在杭州市滨江区江南大道588号恒鑫大厦12层\n王芳：杭州云启网络科技有限公司，找孙工 18668012345',
    {
      'c.name': '杭州云启网络科技有限公司',
      'c.address': '杭州市滨江区江南大道588号恒鑫大厦12层',
      'p.name': '孙工',
      'p.phone': '18668012345',
    },
  ),
  block(
    'SUNRISE TEXTILES PVT LTD\nRajesh Kumar, CEO\nMob: +91 98200 12345\nPlot 45, MIDC, Andheri East, Mumbai 400093',
    {
      'c.name': 'SUNRISE TEXTILES PVT LTD',
      'c.address': 'Plot 45, MIDC, Andheri East, Mumbai',
      'p.name': 'Rajesh Kumar',
      'p.post': 'CEO',
    },
  ),
  block('老板好，我这边是做医疗器械的，公司叫武汉康瑞德医疗器械有限责任公司，在光谷大道77号，柳如烟 13871234567', {
    'c.name': '武汉康瑞德医疗器械有限责任公司',
    'c.address': '光谷大道77号',
    'p.name': '柳如烟',
  }),
  block(
    '发件人: 何文静 <hewj@bj-hongda.com.cn>\n发送时间: 2026年11月20日 9:12\n收件人: 赵国栋\n主题: 机房改造需求\n\n何文静\n北京鸿达信诚科技发展有限公司 | 信息化部\nMobile: 138-1024-6688',
    {
      'c.name': '北京鸿达信诚科技发展有限公司',
      'p.name': '何文静',
      'p.department': '信息化部',
      'p.mail': 'hewj@bj-hongda.com.cn',
      'p.phone': '13810246688',
    },
  ),
]
