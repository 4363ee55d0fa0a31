// What speaks for two names being one where the names say too little by themselves: the same person there, the same door.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { fold } from '@main/search/text'
import type { DuplicateReason } from '@shared/features/duplicates/rules'

export interface Signs {
  people: ReadonlySet<string>
  doors: ReadonlySet<string>
}

/** 王经理 is at every company. */
const titled = /(?:先生|女士|小姐|老师|师傅|经理|总监|主任|总|工|哥|姐)$/u

/** '' for what names nobody in particular. */
function personOf(name: string): string {
  const folded = fold(name)
  return folded.length < 2 || titled.test(folded) ? '' : folded
}

/** Road and number: what stands before and behind them is written in many ways. */
const door = /(\p{Script=Han}{1,6}?(?:大道|路|街|道|巷|弄|园))(\d+)(?:号|弄)/u
/** A road is named by its own sign or two, not by the town before it. */
const roadOf = (text: string): string => text.replace(/^.*(?:省|市|区|县|镇|乡|街道)(?=.{2})/u, '')

/** @example doorOf('江苏省苏州市吴中区越溪街道苏街 8 号') // '苏街8' */
export function doorOf(address: string): string {
  const [, road, number] = door.exec(roadOf(fold(address))) ?? []
  return road !== undefined && number !== undefined ? `${road}${Number(number)}` : ''
}

const peopleSql = 'SELECT name FROM contacts WHERE customer_id = ? AND archived_at IS NULL LIMIT 50'
const addressSql = 'SELECT address FROM customers WHERE id = ?'

export function signsOf(db: Db, id: number): Signs {
  const people = statement<[number], { name: string }>(db, peopleSql).all(id)
  const address = statement<[number], { address: string | null }>(db, addressSql).get(id)?.address ?? ''
  const told = (texts: string[]): Set<string> => new Set(texts.filter((text) => text !== ''))
  return { people: told(people.map(({ name }) => personOf(name))), doors: told([doorOf(address)]) }
}

export function sharedSigns(a: Signs, b: Signs): DuplicateReason[] {
  const shared: DuplicateReason[] = []
  if ([...a.people].some((one) => b.people.has(one))) shared.push('contactName')
  if ([...a.doors].some((one) => b.doors.has(one))) shared.push('address')
  return shared
}
