// What superiors of the sample company write under follow-ups, and what they ask for.

export const coaching = [
  '这家预算要到年底才批，下周先把技术方案过一遍，别急着报价。',
  '见到信息部的人了，但拍板的是财务总监，想办法约上他。',
  '竞争对手上周也去过，下次带顾明远一起去，把灾备案例讲透。',
  '跟进写得清楚。付款条件要先问明白，去年他们拖了三个月。',
  '客户说“再考虑”，要问出考虑什么，记下来。',
  '这种老客户每季度至少上门一次，别只发微信。',
] as const

export const duties = [
  '约客户财务总监见面',
  '把灾备方案改成两档价格',
  '核对上次报价的维保年限',
  '带售前去现场勘查机房',
  '催客户确认验收单',
  '给老客户寄新年台历',
  '整理竞争对手的报价',
] as const
