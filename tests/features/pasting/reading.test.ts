import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PasteProposal } from '@shared/features/pasting/found'
import { readPaste } from '@shared/features/pasting/reading'
import { cards } from './cards'
import { messages } from './messages'
import { met } from './met'
import type { Block } from './said'
import { unseen } from './unseen'

const print = (text: string): void => void process.stdout.write(`${text}\n`)
const valueOf = ({ customer, contact }: PasteProposal, key: string): string =>
  (key.startsWith('c.') ? customer : (contact ?? {}))[key.slice(2)] ?? ''

/** The part of the fields that are right. */
function rateOf(blocks: readonly Block[], called: string): number {
  let right = 0
  let all = 0
  let whole = 0
  for (const { text, said } of blocks) {
    const read = readPaste(text)
    const wrong = Object.entries(said).filter(([key, value]) => valueOf(read, key) !== value)
    all += Object.keys(said).length
    right += Object.keys(said).length - wrong.length
    if (wrong.length === 0) whole++
    for (const [key, value] of wrong)
      print(`${text.slice(0, 24).replace(/\n/gu, '⏎')}…  ${key}: ${value} ≠ ${valueOf(read, key) || '–'}`)
  }
  print(
    `${called}: ${right} of ${all} fields right (${(right / all).toFixed(3)}), ${whole} of ${blocks.length} blocks without a fault`,
  )
  return right / all
}

test('what cards, signatures and messages say is found', () => {
  const known = [...cards, ...messages]
  expect(known.length).toBeGreaterThanOrEqual(60)
  expect(rateOf(known, 'texts the rules were made with')).toBeGreaterThan(0.95)
  expect(rateOf(met, 'texts that showed faults')).toBe(1)
  expect(rateOf(unseen, 'texts they had not seen')).toBeGreaterThan(0.8)
})

test('greetings and the heads of mails are no part of the note', () => {
  const { rest } = readPaste(met[11]!.text)
  expect(rest.join(' ')).not.toMatch(/发件人|发送时间|赵国栋|2026/u)
  expect(rest.join(' ')).toContain('机房改造需求')
})

test('nothing is lost: what found no place is kept for the note', () => {
  const { rest, customer } = readPaste('苏州德力有限公司 王建国 13800138000\n周五下午之前要样品，颜色蓝色')
  expect(customer['name']).toBe('苏州德力有限公司')
  expect(rest.join()).toContain('样品')
})

test.each([
  ['江苏省苏州市吴中区越溪街道', '320506'],
  ['苏州市星湖街328号', '3205'],
  ['苏州工业园区星湖街328号', '320571'],
  ['上海市浦东新区张江路', '310115'],
  ['昆山市玉山镇', '320583'],
  ['No. 5 Century Avenue', ''],
])('%s lies in %s', (address, code) => {
  const { customer } = readPaste(`地址：${address}`)
  expect(customer['region'] ?? '').toBe(code)
})

test.each([
  '',
  '   ',
  '\n\n',
  '!!!',
  '：',
  '地址：',
  'BEGIN:VCARD',
  `${'('.repeat(5000)}`,
  'a@'.repeat(3000),
  '电话'.repeat(2000),
  `${'1'.repeat(4000)}`,
  `${'苏州'.repeat(2000)}`,
])('any text is read in a moment', (text) => {
  const began = performance.now()
  expect(readPaste(text)).toMatchObject({ customer: expect.any(Object) })
  expect(performance.now() - began).toBeLessThan(500)
})

test('a vCard is read as the card it is', () => {
  const card = `BEGIN:VCARD\nVERSION:3.0\nN:王;建国;;;\nFN:王建国\nORG:苏州德力信息技术有限公司;销售部\nTITLE:总监\nTEL;TYPE=CELL:13800138000\nTEL;TYPE=WORK:0512-62880000\nEMAIL:wang@deli-it.cn\nADR;TYPE=WORK:;;星湖街\n 328号;苏州市;江苏省;215000;中国\nEND:VCARD`
  expect(readPaste(card)).toMatchObject({
    customer: {
      name: '苏州德力信息技术有限公司',
      phone: '0512-62880000',
      address: '江苏省苏州市星湖街328号',
      postcode: '215000',
    },
    contact: { name: '王建国', post: '总监', department: '销售部', phone: '13800138000', mail: 'wang@deli-it.cn' },
  })
  const printed =
    'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=BC=BA;;;\nTEL;CELL:13800138000\nEND:VCARD'
  expect(readPaste(printed).contact).toMatchObject({ name: '王强', phone: '13800138000' })
})

const folder = join(process.env['ZHIKE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'), 'vcards')

test.runIf(existsSync(folder))('real cards pasted as text give name and number', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.vcf'))
  let named = 0
  let reached = 0
  let cards = 0
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/^PHOTO[\s\S]*?(?=^\w+[;:])/gmu, '')
    if (!/^TEL/imu.test(text) || !/^(?:FN|N|ORG)[;:]/imu.test(text)) continue
    cards++
    const { customer, contact } = readPaste(text.slice(text.search(/BEGIN:VCARD/iu)))
    if (customer['name'] || contact?.['name']) named++
    if (customer['phone'] || contact?.['phone']) reached++
  }
  print(`${cards} vCards as text: ${named} named, ${reached} with a number`)
  expect(named / cards).toBeGreaterThan(0.9)
  expect(reached / cards).toBeGreaterThan(0.9)
})

test('a name with brackets in it stays whole, and labels stand in brackets', () => {
  const whole = '江苏恒瑞精密机械制造（集团）股份有限公司'
  for (const text of [`【${whole}】\n王建国 13812345678`, `${whole}\n王建国 13812345678`])
    expect(readPaste(text).customer['name']).toBe(whole)
  expect(readPaste('我是中建（上海分公司）的王建国，13812345678').customer['name']).toBe('中建（上海分公司）')
  const { customer, contact, rest } = readPaste('【公司】苏州德力有限公司\n【姓名】王建国\n【手机】13812345678')
  expect([customer['name'], contact?.['name'], contact?.['phone'], rest]).toEqual([
    '苏州德力有限公司',
    '王建国',
    '13812345678',
    [],
  ])
})
