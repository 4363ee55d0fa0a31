import { describe, expect, it } from 'vitest'
import { parseAmount, headingUnit } from '@shared/features/importExport/amounts'
import { parseBirthday } from '@shared/features/importExport/birthdays'
import { joinTags, splitTags, withoutJson } from '@shared/features/importExport/cellLists'
import { choiceOf, yesNoOf } from '@shared/features/importExport/choiceWords'
import { looksLikeCompany, nameKey } from '@shared/features/importExport/companyNames'
import { parseDay, parseInstant, writesDayFirst } from '@shared/features/importExport/days'
import { splitEntries } from '@shared/features/importExport/followUpText'
import { isMobile, splitPhones } from '@shared/features/importExport/phones'
import { findRegion, regionName, regionTree } from '@shared/regions'

const today = '2026-11-22'

describe('days', () => {
  it.each([
    ['2024/3/5', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024 年 3 月 5 日', '2024-03-05'],
    ['二〇二四年三月十五日', '2024-03-15'],
    ['２０２４／３／５', '2024-03-05'],
    ['45356', '2024-03-05'],
    ['3/5/24', '2024-03-05'],
    ['3/5/2024', '2024-03-05'],
    ['15/3/2024', '2024-03-15'],
    ['05.03.2024', '2024-03-05'],
    ['05-03-2024', '2024-03-05'],
    ['24/3/5', '2024-03-05'],
    ['24年3月5日', '2024-03-05'],
    ['2024年3月', '2024-03-01'],
    ['1996', '1996-01-01'],
    ['5 Mar 2024', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    ['2010-10-14T12:00:00.000Z-0300', '2010-10-14'],
    ['11月20日', '2026-11-20'],
    ['12月20日', '2025-12-20'],
  ])('%s is %s', (text, day) => expect(parseDay(text, { today })).toBe(day))

  it.each(['2024-02-30', '2024/13/1', '昨天', '12345678901', '', '老客户', '1.5'])('%s is no day', (text) =>
    expect(parseDay(text, { today })).toBeNull(),
  )

  it('a column that holds 25/12/2023 writes the day first', () => {
    expect(writesDayFirst(['03/04/2024', '25/12/2023'])).toBe(true)
    expect(parseDay('03/04/2024', { today, dayFirst: true })).toBe('2024-04-03')
  })

  it('a planned day without a year lies ahead', () => {
    expect(parseDay('3月5日', { today, ahead: true })).toBe('2027-03-05')
  })

  it('reads times with and without a zone', () => {
    expect(parseInstant('2024-03-05 14:30', { today })).toBe(new Date(2024, 2, 5, 14, 30).getTime())
    expect(parseInstant('2024/3/5 下午2:30', { today })).toBe(new Date(2024, 2, 5, 14, 30).getTime())
    expect(parseInstant('2024-07-01T11:54:49.95+00:00', { today })).toBe(Date.UTC(2024, 6, 1, 11, 54, 49))
    expect(parseInstant('07/13/2009 22:14:45-0800', { today })).toBe(Date.UTC(2009, 6, 14, 6, 14, 45))
    expect(parseInstant('45356.5', { today })).toBe(new Date(2024, 2, 5, 12).getTime())
  })
})

describe('amounts', () => {
  it.each([
    ['1,234.50', 1234.5],
    ['￥12.3万', 123_000],
    ['12.3', 12.3],
    ['１２３', 123],
    ['1.2亿', 120_000_000],
    ['(500)', -500],
    ['人民币 5000 元整', 5000],
    ['1.234,50', 1234.5],
    ['约3千', 3000],
  ])('%s is %d', (text, value) => expect(parseAmount(text)?.value).toBe(value))
  it('a heading gives the unit', () =>
    expect(parseAmount('12.5', headingUnit('注册资本（万元）'))?.value).toBe(125_000))
  it('tells another currency', () => expect(parseAmount('$1,000')).toEqual({ value: 1000, foreign: true }))
  it.each(['面议', '10-20万', '1e5x', ''])('%s is no amount', (text) => expect(parseAmount(text)).toBeNull())
})

describe('phones', () => {
  it.each([
    ['13812345678', ['13812345678']],
    ['１３８１２３４５６７８', ['13812345678']],
    ['138 1234 5678', ['138 1234 5678']],
    ['+86 138-1234-5678', ['+86 138-1234-5678']],
    ['0512-62880000/13812345678', ['0512-62880000', '13812345678']],
    ['13812345678、13912345678', ['13812345678', '13912345678']],
    ['13812345678 13912345678', ['13812345678', '13912345678']],
    ['0512-62880000转8012', ['0512-62880000转8012']],
    ['13812345678（王工）', ['13812345678']],
    ['手机：13812345678', ['13812345678']],
    ['13812345678.0', ['13812345678']],
    ['400-820-8820', ['400-820-8820']],
    ['(905) 555-1234', ['(905) 555-1234']],
    ['0512-62880000/01', ['0512-62880000/01']],
    ['13812345678;13812345678', ['13812345678']],
  ])('%s', (text, numbers) => expect(splitPhones(text).numbers).toEqual(numbers))
  it('keeps remarks and what is no number', () => {
    expect(splitPhones('13812345678（王工）').remarks).toEqual(['王工 13812345678'])
    expect(splitPhones('找前台').rest).toEqual(['找前台'])
  })
  it('knows mobiles', () =>
    expect([isMobile('+86 138 1234 5678'), isMobile('0512-62880000'), isMobile('12345678901')]).toEqual([
      true,
      false,
      false,
    ]))
})

describe('birthdays', () => {
  it.each([
    ['1985-08-15', '1985-08-15', 'solar'],
    ['8月15日', '--08-15', 'solar'],
    ['--08-15', '--08-15', 'solar'],
    ['农历八月十五', '--08-15', 'lunar'],
    ['农历1985年八月十五', '1985-08-15', 'lunar'],
    ['阴历8.15', '--08-15', 'lunar'],
    ['腊月廿三', '--12-23', 'lunar'],
    ['正月初一', '--01-01', 'lunar'],
    ['冬月三十', '--11-30', 'lunar'],
    ['1990-02-30(农历)', '1990-02-30', 'lunar'],
  ])('%s', (text, birthday, birthdayCalendar) =>
    expect(parseBirthday(text, today)).toMatchObject({ birthday, birthdayCalendar }),
  )
  it('knows leap months', () =>
    expect(parseBirthday('农历闰四月初三', today)).toMatchObject({ birthday: '--04-03', birthdayLeapMonth: true }))
  it.each(['1985', '不详', '1990-02-30'])('%s is none', (text) => expect(parseBirthday(text, today)).toBeNull())
})

describe('choices', () => {
  it.each([
    ['customers.level', 'ＶＩＰ', 'key'],
    ['customers.level', 'A级', 'key'],
    ['customers.level', '重点', 'key'],
    ['customers.level', 'C类客户', 'low'],
    ['customers.type', '潜在客户', 'potential'],
    ['customers.type', '准客户', 'prospective'],
    ['customers.type', '流失', 'lost'],
    ['customers.source', '朋友介绍', 'referral'],
    ['customers.source', 'Website', 'website'],
    ['contacts.gender', '先生', 'male'],
    ['followUps.way', '上门拜访', 'visit'],
  ])('%s %s is %s', (target, word, code) => expect(choiceOf(target, word)).toBe(code))
  it('does not guess', () => expect(choiceOf('customers.level', '待定')).toBeNull())
  it('knows yes and no', () =>
    expect([yesNoOf('是'), yesNoOf('√'), yesNoOf('N'), yesNoOf('也许')]).toEqual([true, true, false, null]))
})

describe('names', () => {
  it.each([
    ['苏州德力精密机械有限公司', '苏州德力精密机械 有限责任公司'],
    ['苏州德力（中国）有限公司', '苏州德力(中国)有限公司'],
    ['ＡＢＣ科技', 'abc科技'],
    ['Acme, Inc.', 'ACME Incorporated'],
    ['Bosch GmbH', 'bosch'],
  ])('%s and %s are one', (a, b) => expect(nameKey(a)).toBe(nameKey(b)))
  it.each([
    ['德力集团', '德力'],
    ['德力（苏州）', '德力（上海）'],
    ['德力厂', '德力店'],
  ])('%s and %s are two', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)))
  it('never comes to nothing', () => expect(nameKey('公司')).not.toBe(''))
  it('tells companies from people', () => {
    expect(['苏州德力有限公司', 'Acme Ltd', '第一医院'].every(looksLikeCompany)).toBe(true)
    expect(['王建国', 'John Doe', '李厂'].map(looksLikeCompany)).toEqual([false, false, true])
  })
})

describe('several in one cell', () => {
  it('reads JSON and the lists of Google', () => {
    expect(withoutJson('[{"label": "work", "value": "a@b.com"}, {"label": "home", "value": "c@d.com"}]')).toBe(
      'a@b.com; c@d.com',
    )
    expect(withoutJson('a@b.com ::: c@d.com')).toBe('a@b.com; c@d.com')
    expect(withoutJson('[not json]')).toBe('[not json]')
  })
  it.each([[['a', 'b']], [['a;b', 'c"d', '，']], [['老客户']]])('tags %j come back', (tags) =>
    expect(splitTags(joinTags(tags))).toEqual(tags),
  )
  it('splits dated entries', () => {
    const entries = splitEntries('2026-03-05 拜访，看了车间\n要报价\n2026/4/1：电话，已寄样品', { today })
    expect(entries.map(({ content }) => content)).toEqual(['拜访，看了车间\n要报价', '电话，已寄样品'])
    expect(splitEntries('没有日期的一段话', { today })).toEqual([{ at: null, content: '没有日期的一段话' }])
  })
})

it('every region is found again by its full name', () => {
  const lost = regionTree()
    .flatMap((province) => [province, ...(province.children ?? []).flatMap((city) => [city, ...(city.children ?? [])])])
    .map(({ code }) => [regionName(code), regionName(findRegion(regionName(code)) ?? '')])
    .filter(([name, found]) => name !== found)
  expect(lost).toEqual([])
})

describe('a county written alone', () => {
  it.each([
    ['丰县', '320321'],
    ['昆山', '320583'],
    ['昆山市', '320583'],
    ['浦东新区', '310115'],
    ['苏州工业园区', '320571'],
    // of Beijing, or of Changchun
    ['朝阳区', null],
    ['朝阳县', '211321'],
    ['河北区', '120105'],
    ['吉林市', '2202'],
    ['吉林', '22'],
    ['吉林省吉林市', '2202'],
    ['广西省', '45'],
    ['南山', null],
    ['高新区', null],
    ['工业园区', null],
    ['市辖区', null],
    ['丰县某镇', null],
    // a city's name means the city
    ['苏州', '3205'],
    ['中山', '4420'],
  ])('%s is %s', (written, code) => {
    expect(findRegion(written)).toBe(code)
  })
})
