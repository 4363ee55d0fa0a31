// What stands around the facts of a pasted text and is none of them: greetings, who wrote when, heads of mails.

const mailHead = /^\s*(?:发件人|from)\s*[:：]/imu
const otherHeads = /^\s*(?:发送时间|发送日期|收件人|抄送|日期|时间|sent|to|cc|date)\s*[:：].*$/gimu
const sender = /^\s*(?:发件人|from|主题|subject)\s*[:：]\s*/gimu
const stamp =
  /^\s*[[(【]?(?:\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?)?\s*(?:上午|下午)?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?[\])】]?\s*$/gmu
const greeting =
  /^\s*(?:(?:\p{Script=Han}{1,3}(?:总|经理|老师|工|先生|女士|小姐|主任|哥|姐)|老板|各位|亲)?(?:您好|你好|早上好|下午好)|老板好)[呀啊哈]?[，,！!。：:~～\s]*(?=\S)/gmu
/** 王芳：… at the head of several lines: who wrote them, not who is written of. */
const speaker = /^\s*(\p{Script=Han}{2,4})[:：]/gmu
const spacedCompany = /^(\s*(?:公司名称|单位名称|客户名称|企业名称|公司全称)\s*[:：])([\p{Script=Han}（）()\s]+)$/gmu

/** Politeness that a signature begins or ends with. */
export const politeness =
  /^(?:(?:best|kind|warm)?\s*regards|sincerely|yours(?: \w+)?|thanks|thank you|cheers|hi|hello)$/iu

export function withoutSurroundings(text: string): string {
  const head = mailHead.test(text) ? text.replace(otherHeads, '').replace(sender, '') : text
  return withoutSpeakers(head.replace(stamp, ''))
    .replace(greeting, '')
    .replace(spacedCompany, (_, label: string, name: string) => label + name.replace(/[^\S\n]+/gu, ''))
}

function withoutSpeakers(text: string): string {
  const heads = [...text.matchAll(speaker)].map(([, name]) => name)
  const several = new Set(heads.filter((name, at) => heads.indexOf(name) !== at))
  return text.replace(speaker, (whole, name: string) => (several.has(name) ? '' : whole))
}
