import { describe, expect, it } from 'vitest'
import { guessBlankCompany } from '@shared/features/importExport/blankCompany'
import { guessMapping, plainHeading } from '@shared/features/importExport/guessMapping'

/** Headings with what they are taken for; '' for none. */
const guessed = (headings: string[], ...samples: string[][]): string[] => {
  const { mapping } = guessMapping(headings, samples)
  return headings.map((_, column) => mapping[column] ?? '')
}

describe('headings', () => {
  it.each<[string, string[], string[]]>([
    [
      'an office in China',
      [
        '序号',
        '客户名称*',
        '联系人',
        '职务',
        '手机',
        '电话',
        '地址',
        '业务员',
        '级别',
        '类型',
        '来源',
        '行业',
        '备注',
        '上次联系时间',
        '跟进记录',
        '建档日期',
        '传真',
      ],
      [
        'skip',
        'customers.name',
        'contacts.name',
        'contacts.post',
        'contacts.phone',
        'reach.phone',
        'customers.address',
        'customers.ownerId',
        'customers.level',
        'customers.type',
        'customers.source',
        'customers.industry',
        'customers.note',
        'followUps.followedAt',
        'followUps.content',
        'customers.createdAt',
        'note',
      ],
    ],
    [
      'spaces, brackets and width',
      [
        '公 司 名 称（必填）',
        '联系人姓名:',
        '手机号码',
        'Ｅ-ｍａｉｌ',
        '年营业额（万元）',
        '统一社会信用代码',
        '省份',
        '城市',
      ],
      [
        'customers.name',
        'contacts.name',
        'contacts.phone',
        'reach.mail',
        'customers.annualRevenue',
        'customers.taxNumber',
        'customers.province',
        'customers.city',
      ],
    ],
    [
      'two contacts',
      ['单位', '联系人1 姓名', '联系人1 电话', '联系人2 姓名', '联系人2 电话'],
      ['customers.name', 'contacts.name', 'contacts.phone', 'contacts2.name', 'contacts2.phone'],
    ],
    [
      'numbered columns',
      ['公司名称', '联系人', '电话1', '电话2', '联系人2', '手机2'],
      ['customers.name', 'contacts.name', 'contacts.phone', 'contacts2.phone', 'contacts2.name', 'contacts2.phone'],
    ],
    [
      'Thunderbird',
      [
        'First Name',
        'Last Name',
        'Display Name',
        'Primary Email',
        'Work Phone',
        'Mobile Number',
        'Fax Number',
        'Job Title',
        'Organization',
        'Home Address',
        'Work Address',
        'Notes',
      ],
      [
        'contacts.givenName',
        'contacts.familyName',
        'contacts.name',
        'contacts.mail',
        'contacts.phone',
        'contacts.phone',
        'note',
        'contacts.post',
        'customers.name',
        'contacts.address',
        'customers.address',
        'customers.note',
      ],
    ],
    [
      'Google',
      [
        'First Name',
        'Middle Name',
        'Last Name',
        'Organization Name',
        'Organization Title',
        'Birthday',
        'Labels',
        'E-mail 1 - Label',
        'E-mail 1 - Value',
        'Phone 1 - Label',
        'Phone 1 - Value',
        'Address 1 - Formatted',
        'Website 1 - Value',
      ],
      [
        'contacts.givenName',
        'note',
        'contacts.familyName',
        'customers.name',
        'contacts.post',
        'contacts.birthday',
        'customers.tags',
        '',
        'contacts.mail',
        '',
        'contacts.phone',
        'customers.address',
        'customers.website',
      ],
    ],
    [
      'Outlook',
      [
        'Title',
        'First Name',
        'Last Name',
        'Company',
        'Department',
        'Job Title',
        'Business Street',
        'Business City',
        'Business Country/Region',
        'Business Phone',
        'Mobile Phone',
        'E-mail Address',
        'E-mail 2 Address',
        'Web Page',
      ],
      [
        '',
        'contacts.givenName',
        'contacts.familyName',
        'customers.name',
        'contacts.department',
        'contacts.post',
        'customers.address',
        'customers.city',
        'customers.country',
        'contacts.phone',
        'contacts.phone',
        'contacts.mail',
        'contacts.mail',
        'customers.website',
      ],
    ],
    [
      'Salesforce',
      ['NAME', 'TYPE', 'PHONE', 'WEBSITE', 'ANNUALREVENUE', 'ORACLE_ID__C'],
      ['customers.name', 'customers.type', 'reach.phone', 'customers.website', 'customers.annualRevenue', ''],
    ],
    [
      'Krayin',
      ['name', 'emails', 'contact_numbers', 'organization_id', 'job_title'],
      ['customers.name', 'reach.mail', 'reach.phone', '', 'contacts.post'].map((one) =>
        one === 'customers.name' ? 'contacts.name' : one,
      ),
    ],
    ['products are no customers', ['sku', 'name', 'description', 'price'], ['', '', 'customers.note', '']],
  ])('of %s', (_, headings, targets) => expect(guessed(headings)).toEqual(targets))

  it('are compared without what does not matter', () => expect(plainHeading(' 联系 电话（手机）* ')).toBe('联系电话'))
})

describe('contents', () => {
  it('say what a heading does not', () => {
    const rows = [
      ['苏州德力有限公司', '王建国', '13812345678', 'a@b.com', '2024-03-05'],
      ['上海远大贸易公司', '李梅', '13912345678', 'c@d.com', '2024-03-06'],
    ]
    expect(guessed(['', '', '', '', ''], ...rows)).toEqual([
      'customers.name',
      'contacts.name',
      'reach.phone',
      'reach.mail',
      '',
    ])
  })
  it('do not make owners into contacts', () =>
    expect(guessed(['公司名称', 'manager'], ['甲公司', 'Dustin Brinkmann'], ['乙公司', 'Celia Rouche'])).toEqual([
      'customers.name',
      '',
    ]))
})

describe('an empty company beside a person', () => {
  const mapping = { 0: 'customers.name', 1: 'customers.address', 2: 'contacts.name' }
  it('is the company above where nothing else of a company stands there', () =>
    expect(
      guessBlankCompany(mapping, [
        ['甲', '路1号', '王'],
        ['', '', '李'],
      ]),
    ).toBe('above'))
  it.each([
    [
      'it has an address of its own',
      [
        ['甲', '路1号', '王'],
        ['', '路2号', '李'],
      ],
    ],
    [
      'the table begins so',
      [
        ['', '', '李'],
        ['甲', '路1号', '王'],
      ],
    ],
    [
      'companies say no more either',
      [
        ['甲', '', '王'],
        ['', '', '李'],
      ],
    ],
  ])('is a private person where %s', (_, rows) => expect(guessBlankCompany(mapping, rows)).toBe('person'))
})
