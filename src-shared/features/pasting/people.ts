// Names of people and what they are, written together or apart: 王建国 / 王总 / 王建国 总经理 / Mr. John Smith.
import type { Found } from './found'
import {
  companyPattern,
  departmentPattern,
  exactPost,
  postEnd,
  postPattern,
  surname,
  westernAddress,
  westernCompany,
  westernPost,
} from './words'

const courtesy =
  /(?:先生|大姐|大哥|阿姨|老板娘|老板|科长|处长|局长|部长|厂长|所长|总监|站长|店长|队长|书记|工程师|女士|小姐|太太|老师|师傅|经理|主任|总|工|董|姐|哥|校长|院长|医生|律师|教授)$/u
/** No given name has these. */
const noName = /[区部省市县厂店路街号楼司团院校所局处科室的是和与在了请您你我们电话地址邮箱联系]/u

const genderOf = (text: string): Found['gender'] => {
  if (/先生$|^mr\b/iu.test(text)) return 'male'
  return /(?:女士|小姐|太太)$|^(?:ms|mrs|miss)\b/iu.test(text) ? 'female' : ''
}

/** 2 to 4 characters that begin with a 姓. */
export function isChineseName(text: string): boolean {
  const bare = text.replace(/[\s·]/gu, '')
  if (!/^\p{Script=Han}{2,4}$/u.test(bare) || !surname.test(bare)) return false
  if (noName.test(bare.slice(1)) || companyPattern.test(bare) || postPattern.test(bare)) return false
  return bare.length < 4 || /^(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|令狐|司徒|夏侯|慕容|端木)/u.test(bare)
}

/** 王总, 李经理, 陈小姐. */
const isAddressed = (text: string): boolean =>
  /^\p{Script=Han}{2,5}$/u.test(text) &&
  surname.test(text) &&
  courtesy.test(text) &&
  !/^(?:总|经理|高级|项目|董事)/u.test(text) &&
  text.replace(courtesy, '').length <= 3 &&
  !noName.test(text.replace(courtesy, '').slice(1))

const westernName = /^(?:(?:mr|ms|mrs|miss|dr|prof)\.?\s+)?(?:\p{Lu}[\p{L}'’-]*\.?\s?){2,4}$/u

export function isWesternName(text: string): boolean {
  const bare = text.replace(/\s*[(（]\p{Script=Han}{2,4}[)）]$/u, '').trim()
  return (
    westernName.test(bare.replace(/^(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.?\s+/u, '')) &&
    !westernCompany.test(bare) &&
    !westernPost.test(bare) &&
    !westernAddress.test(bare) &&
    bare.length <= 40
  )
}

/** Takes a piece that names a person; false when it does not. */
export function takePerson(found: Found, piece: string): boolean {
  const text = piece.trim()
  const [, before = '', inside = ''] = /^(.{1,24}?)\s*[（(]([^（()）]{1,20})[)）]$/u.exec(text) ?? []
  if (before !== '' && isPerson(before)) {
    takeName(found, before)
    if (!takePost(found, inside) && !isPerson(inside)) found.rest.push(inside)
    return true
  }
  if (isPerson(text)) {
    takeName(found, text)
    return true
  }
  return takeTogether(found, text)
}

const isPerson = (text: string): boolean => isChineseName(text) || isAddressed(text) || isWesternName(text)

export function takeName(found: Found, text: string): void {
  const name = /\p{Script=Han}/u.test(text) ? text.replace(/\s/gu, '') : text.trim()
  found.gender ||= genderOf(name)
  if (found.name !== '') return void found.rest.push(name)
  found.name = name
    .replace(/(?:先生|女士|小姐)$/u, (title) => (name.length - title.length >= 2 ? '' : title))
    .replace(/^(?:mr|ms|mrs|miss)\.?\s+/iu, '')
}

/** 王建国总经理: the name is what stands before a post that is one by itself. */
function takeTogether(found: Found, text: string): boolean {
  const placed = /^(\p{Script=Han}{2,6}(?:部|科|处|中心))(\p{Script=Han}{2,3})$/u.exec(text)
  if (placed?.[1] && placed[2] && isChineseName(placed[2])) {
    found.department ||= placed[1]
    takeName(found, placed[2])
    return true
  }
  if (!/^\p{Script=Han}{4,9}$/u.test(text) || !surname.test(text) || !postEnd.test(text) || exactPost.test(text))
    return false
  for (const length of [3, 2]) {
    const [name, post] = [text.slice(0, length), text.slice(length)]
    if (
      isChineseName(name) &&
      postPattern.test(post) &&
      post.replace(postEnd, '').length <= 4 &&
      !/[级副高总东西南北大中华]/u.test(name.slice(1))
    ) {
      takeName(found, name)
      takePost(found, post)
      return true
    }
  }
  return false
}

/** 销售部经理 says both; a department alone is one. */
export function takePost(found: Found, piece: string): boolean {
  const text = piece.trim()
  const both = /^(.{1,10}?(?:事业部|部|处|科|中心|室))[\s/·-]*(.+)$/u.exec(text)
  if (both?.[1] && both[2] && postPattern.test(both[2]) && departmentPattern.test(both[1])) {
    found.department ||= both[1]
    found.post ||= both[2]
    return true
  }
  if (postPattern.test(text) || (westernPost.test(text) && !westernCompany.test(text) && text.length <= 60)) {
    found.post = found.post === '' ? text : `${found.post} / ${text}`
    return true
  }
  if (departmentPattern.test(text) && (found.company !== '' || !companyPattern.test(text))) {
    found.department ||= text
    return true
  }
  return false
}
