// What a piece is known to be goes to its place: a company, an address, a bank, a postcode, a WeChat name.
import type { Found } from './found'
import { addNumber, takeNumbers } from './numbers'
import { takePost } from './people'
import { companyInText, departmentPattern } from './words'

export const edges = /^[\s/,，;；、|｜:：.。•·●*\-–—>【】]+|[\s/,，;；、|｜:：•·●*\-–—<【】]+$/gu

export function takeWechat(found: Found, value: string): void {
  const own = /[a-z][\w-]{4,}|1[3-9]\d{9}|\d{6,11}|wxid_\w+/iu.exec(value.replace(/(?<=\d)[\s-](?=\d)/gu, ''))
  if (own) found.wechat = own[0]
  else if (/同/u.test(value)) found.wechat = 'same'
  if (own && /^1[3-9]\d{9}$/u.test(own[0]) && /手机|同号/u.test(value)) addNumber(found, own[0], 'mobile')
}

/** 开户行及账号 says both. */
export function takeBank(found: Found, value: string): void {
  const account = /\d[\d\s-]{8,}\d$/u.exec(value)?.[0] ?? ''
  found.bankName ||= value.slice(0, value.length - account.length).replace(edges, '')
  if (account !== '') found.bankAccount ||= account.replace(/\s+/gu, ' ')
}

export function takeCompany(found: Found, value: string): void {
  const left = takeNumbers(found, value, null).split('\n')[0]?.replace(edges, '') ?? ''
  const own = companyInText.exec(left)?.[0]
  const name = own && left.length > own.length + 8 ? own : left
  if (found.company === '') found.company = name
  else if (name !== found.company && !(departmentPattern.test(name) && takePost(found, name))) found.rest.push(name)
}

/** 公司地址在…, 我们现在搬到… */
const leadsToPlace =
  /^(?:(?:客户|公司|我们|我司|厂)?(?:地址|厂房|现在|目前|就)?)?(?:在|位于|搬到了?)(?=\p{Script=Han}{2})/u

export function takeAddress(found: Found, value: string): void {
  const code = /(?:[（(]\s*)?(?<!\d)(\d{6})(?!\d)(?:\s*[)）])?/u.exec(value)
  if (code?.[1]) found.postcode ||= code[1]
  const bare = (code ? value.replace(code[0], ' ') : value).replace(/邮编\s*[:：]?/u, '').replace(edges, '')
  const own = /\p{Script=Han}/u.test(bare)
    ? bare.replace(/\s+/gu, '').replace(leadsToPlace, '')
    : bare.replace(/\s+(?=,)|(?<=\s)\s+/gu, '')
  if (own !== '' && !found.address.includes(own)) found.address.push(own)
}

export function takeCode(found: Found, code: string): boolean {
  if (found.postcode !== '') return false
  found.postcode = code
  return true
}
