// When two written names mean the same company: width, case, spaces, brackets and legal form do not matter.

const legalForm = /(股份有限责任公司|股份有限公司|有限责任公司|有限公司|有限合伙|普通合伙|股份公司|公司)$/u
const westernForm =
  /(?:\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|ag|sa|bv|pty|kk)\b[\s.,]*)+$/iu

/**
 * The part of a name by which companies are told apart.
 * @example nameKey('苏州德力（中国） 有限公司') === nameKey('苏州德力(中国)有限责任公司')
 */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase()
  const bare = lettersOf(plain.replace(westernForm, '')).replace(legalForm, '')
  return bare === '' ? lettersOf(plain) || plain.trim() : bare
}

/**
 * Whether two names with one key say different legal forms: then they may be two companies after all.
 * @example otherForm('德力有限公司', '德力股份有限公司') // true; otherForm('德力', '德力有限责任公司') // false
 */
export function otherForm(a: string, b: string): boolean {
  const [one, other] = [formOf(a), formOf(b)]
  return one !== '' && other !== '' && one !== other
}

/** '有限责任公司' is '有限公司' at length; '公司' alone says nothing. */
function formOf(name: string): string {
  const form = legalForm.exec(lettersOf(name.normalize('NFKC')))?.[0] ?? ''
  return form.startsWith('股份') ? '股份' : form.startsWith('有限责任') ? '有限公司' : form === '公司' ? '' : form
}

/** Letters and digits only. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Whether two names may be the same company written at length and in short. */
export function relatedNames(a: string, b: string): boolean {
  const [one, other] = [nameKey(a), nameKey(b)]
  return one.includes(other) || other.includes(one)
}

const companyWords =
  /公司|集团|有限|工厂|厂$|商行|商店|店$|经营部|事务所|研究院|研究所|设计院|医院|学校|大学|学院|中心|银行|合作社|工作室|酒店|局$|委员会|\b(co|company|ltd|limited|inc|corp|corporation|llc|llp|plc|gmbh|group|bank|university|hospital|school|sons)\b/iu

/** Whether a text reads like the name of a company rather than of a person. */
export const looksLikeCompany = (text: string): boolean => companyWords.test(text.normalize('NFKC'))
