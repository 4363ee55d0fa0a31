import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { vcardColumns, type VcardColumn } from '@shared/features/importExport/reading'
import { fileOf, readFile } from '../../support/tableFiles'

type Card = Partial<Record<VcardColumn, string>>

const quoted = (text: string | Buffer) =>
  [...Buffer.from(text)].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')

async function read(content: string | Buffer) {
  const file = await readFile(fileOf(content))
  const cards = file.rows.map(({ cells }): Card =>
    Object.fromEntries(cells.flatMap((cell, column) => (cell ? [[vcardColumns[column], cell]] : []))),
  )
  return { ...file, cards }
}

describe('version 2.1', () => {
  test('quoted-printable with a charset, broken over lines, bare types', async () => {
    const name = quoted('王小明')
    const { cards, format } = await read(
      card(
        'VERSION:2.1',
        `N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted('王')};${quoted('小明')};;;`,
        `FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${name.slice(0, 9)}=\r\n${name.slice(9)}`,
        'TEL;CELL:13800138000',
        'TEL;WORK;FAX:010-66668888',
        `NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=GBK:${quoted(iconv.encode('第一行\r\n第二行', 'gbk'))}`,
      ),
    )
    expect(format).toBe('vcf')
    expect(cards).toEqual([
      {
        name: '王小明',
        familyName: '王',
        givenName: '小明',
        mobile: '13800138000',
        fax: '010-66668888',
        note: '第一行\n第二行',
      },
    ])
  })

  test('raw GBK bytes, with and without saying so', async () => {
    const { cards } = await read(
      iconv.encode(card('VERSION:2.1', 'FN;CHARSET=GB2312:李娜', 'ORG:上海信诚科技;销售部'), 'gbk'),
    )
    expect(cards).toEqual([{ name: '李娜', organization: '上海信诚科技', department: '销售部' }])
  })

  test('a card inside a card stays with the outer one', async () => {
    const { cards } = await read(
      card('VERSION:2.1', 'FN:Boss', 'AGENT:', 'BEGIN:VCARD', 'FN:Helper', 'TEL:123', 'END:VCARD', 'TEL;WORK:456'),
    )
    expect(cards).toEqual([{ name: 'Boss', phone: '456', other: 'AGENT: Helper, 123' }])
  })

  test('a value that a phone cut in the middle of a sign keeps the rest', async () => {
    const bytes = quoted('上海信诚科技').slice(0, -3)
    const { cards, rows } = await read(card('VERSION:2.1', `ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${bytes}`))
    expect(cards[0]?.organization).toMatch(/^上海信诚科/u)
    expect(rows[0]?.notes).toEqual([{ code: 'unreadableCharacters' }])
  })
})

describe('version 3.0', () => {
  test('a fold in the middle of a sign, escapes, groups with labels', async () => {
    const line = Buffer.from('NOTE:上海\\, 一\\n二\\;三')
    const folded = Buffer.concat([line.subarray(0, 6), Buffer.from('\r\n '), line.subarray(6)])
    const text = (lines: string) => Buffer.from(lines)
    const { cards } = await read(
      Buffer.concat([
        text('BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;John;Philip,Paul;Dr.;\r\n'),
        folded,
        text(
          '\r\nitem1.TEL;type=CELL;type=pref:+86 138 0013 8000\r\nitem2.TEL:905-1\r\nitem2.X-ABLabel:_$!<Assistant>!$_\r\n',
        ),
        text(
          'item3.URL:http\\://x.cn\r\nitem3.X-ABLabel:_$!<HomePage>!$_\r\nX-QQ:12345\r\nIMPP;X-SERVICE-TYPE=WeChat:wechat:wx_1\r\n',
        ),
        text('CATEGORIES:VIP,展会\r\nX-EVOLUTION-SPOUSE:Maria\r\nEND:VCARD\r\n'),
      ]),
    )
    expect(cards).toEqual([
      {
        name: 'John Philip Paul Doe',
        familyName: 'Doe',
        givenName: 'John Philip Paul',
        mobile: '+86 138 0013 8000',
        phone: '905-1',
        url: 'http://x.cn',
        wechat: 'wx_1',
        qq: '12345',
        categories: 'VIP; 展会',
        note: '上海, 一\n二;三',
        other: 'Assistant: 905-1\nX-EVOLUTION-SPOUSE: Maria',
      },
    ])
  })

  test('addresses: the first in parts, all of them whole, Chinese ones from large to small', async () => {
    const { cards } = await read(
      card(
        'VERSION:3.0',
        'FN:甲',
        'ADR;TYPE=WORK:;;张江路1号;上海市;上海;200120;中国',
        'ADR;TYPE=HOME:;;5 Main St;Austin;TX;78701;USA',
      ),
    )
    expect(cards[0]).toMatchObject({
      country: '中国',
      province: '上海',
      city: '上海市',
      street: '张江路1号',
      postcode: '200120',
      address: '中国上海上海市张江路1号\n5 Main St, Austin, TX, 78701, USA',
    })
  })

  test('service numbers are no mobiles although Apple cards call them so', async () => {
    const { cards } = await read(
      card(
        'VERSION:3.0',
        'ORG:华为',
        'TEL;TYPE=CELL:4008308300',
        'TEL;TYPE=CELL:0755-28780808',
        'TEL;TYPE=CELL:13800138000',
      ),
    )
    expect(cards[0]).toMatchObject({ mobile: '13800138000', phone: '4008308300; 0755-28780808' })
  })
})

test('version 4.0: addresses as tel: and mailto:, a birthday without a year, quoted parameters', async () => {
  const { cards } = await read(
    card(
      'VERSION:4.0',
      'FN:Simon',
      'TEL;VALUE=uri;TYPE="voice,work":tel:+1-418-656-9254;ext=102',
      'EMAIL:mailto:a@b.cn',
      'BDAY:--0203',
      'GENDER:M;x',
      'LABEL-X;A="b:c":d',
    ),
  )
  expect(cards[0]).toEqual({
    name: 'Simon',
    phone: '+1-418-656-9254 ext 102',
    mail: 'a@b.cn',
    birthday: '--02-03',
    gender: 'M',
    other: 'LABEL-X: d',
  })
})

test.each([
  ['BDAY:19800322', '1980-03-22'],
  ['BDAY:1980-03-22T00:00:00Z', '1980-03-22'],
  ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22', '--03-22'],
  ['BDAY:农历三月初三', '农历三月初三'],
])('%s', async (line, birthday) => {
  expect((await read(card('VERSION:3.0', 'FN:甲', line))).cards[0]?.birthday).toBe(birthday)
})

describe('photos', () => {
  const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(300, 1)])

  test.each([
    [
      '2.1, folded, blank line behind',
      `PHOTO;JPEG;ENCODING=BASE64:\r\n ${jpeg
        .toString('base64')
        .match(/.{1,70}/gu)
        ?.join('\r\n ')}\r\n`,
    ],
    [
      '2.1, not indented',
      `PHOTO;JPEG;ENCODING=BASE64:${jpeg
        .toString('base64')
        .match(/.{1,70}/gu)
        ?.join('\r\n')}\r\n`,
    ],
    ['3.0, on one very long line', `PHOTO;ENCODING=b;TYPE=PNG:${jpeg.toString('base64')}`],
    [
      '3.0, line ends doubled by the program',
      `PHOTO;ENCODING=b;TYPE=JPEG:${jpeg
        .toString('base64')
        .match(/.{1,70}/gu)
        ?.join('\r\r\n ')}`,
    ],
    ['4.0', `PHOTO:data:image/jpeg;base64,${jpeg.toString('base64')}`],
  ])('%s', async (_, line) => {
    const { rows, cards } = await read(card('VERSION:3.0', 'FN:甲', line, 'TEL:1'))
    expect(cards[0]).toMatchObject({ name: '甲', phone: '1', photo: 'photo.jpg' })
    expect(rows[0]?.files).toEqual([
      {
        column: vcardColumns.indexOf('photo'),
        name: 'photo.jpg',
        mediaType: 'image/jpeg',
        base64: jpeg.toString('base64'),
      },
    ])
  })

  test('too large, or only linked: left out and said so', async () => {
    const large = Buffer.concat([jpeg, Buffer.alloc(3 * 1024 * 1024)]).toString('base64')
    const { rows, cards } = await read(
      card('FN:甲', `PHOTO;ENCODING=b:${large}`) + card('FN:乙', 'PHOTO;VALUE=uri:http://x.cn/a.png'),
    )
    expect(rows.map(({ notes, files }) => [notes?.[0]?.code, files])).toEqual([
      ['photoTooLarge', undefined],
      ['photoElsewhere', undefined],
    ])
    expect(cards[1]?.other).toBe('PHOTO: http://x.cn/a.png')
  })

  test('that are no pictures are dropped', async () => {
    const { rows } = await read(
      card('FN:甲', `PHOTO;ENCODING=b;TYPE=PNG:${Buffer.from('<script>').toString('base64')}`),
    )
    expect(rows[0]?.files).toBeUndefined()
  })
})

test('several cards, one not closed, one with a broken line, one empty: each is kept and marked', async () => {
  const { cards, problems, rows } = await read(
    'BEGIN:VCARD\nFN:甲\n' + card('FN:乙', 'nonsense') + card() + card('FN:丁') + 'BEGIN:VCARD\nFN:戊',
  )
  expect(cards.map(({ name }) => name)).toEqual(['甲', '乙', undefined, '丁', '戊'])
  expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6])
  expect(problems.map(({ code, params }) => [code, params['count']])).toEqual([
    ['cardNotClosed', 2],
    ['cardBroken', 1],
    ['cardEmpty', 1],
  ])
})

test('a UTF-16 file', async () => {
  const { cards } = await read(
    Buffer.concat([Buffer.from('fffe', 'hex'), iconv.encode(card('VERSION:3.0', 'FN:王伟'), 'utf-16le')]),
  )
  expect(cards[0]?.name).toBe('王伟')
})

describe('the mark of UTF-8', () => {
  test('costs no card, neither at the start nor where files were put together', async () => {
    const one = '\u{feff}' + card('VERSION:3.0', 'FN:王五福')
    const { cards } = await read(one + '\u{feff}' + card('VERSION:3.0', 'FN:赵六安'))
    expect(cards).toEqual([{ name: '王五福' }, { name: '赵六安' }])
  })
})
