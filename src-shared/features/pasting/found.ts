// What has been found in a pasted text so far, and what it comes to: a customer and a contact to be confirmed.
import { regionIn } from './region'

export interface Found {
  company: string
  name: string
  post: string
  department: string
  gender: '' | 'male' | 'female'
  mobiles: string[]
  phones: string[]
  faxes: string[]
  mails: string[]
  wechat: string
  qq: string
  website: string
  address: string[]
  postcode: string
  taxNumber: string
  bankName: string
  bankAccount: string
  industry: string
  /** Said of the customer. */
  notes: string[]
  /** What nothing was made of. */
  rest: string[]
}

export const nothingFound = (): Found => ({
  company: '',
  name: '',
  post: '',
  department: '',
  gender: '',
  mobiles: [],
  phones: [],
  faxes: [],
  mails: [],
  wechat: '',
  qq: '',
  website: '',
  address: [],
  postcode: '',
  taxNumber: '',
  bankName: '',
  bankAccount: '',
  industry: '',
  notes: [],
  rest: [],
})

export type Values = Record<string, string>

export interface PasteProposal {
  customer: Values
  /** Null: nobody is named. */
  contact: Values | null
  /** Pieces that found no place; offered for the note. */
  rest: string[]
}

/** Read by nobody in particular. */
const shared =
  /^(?:info|sales?|service|contact|office|hr|admin|support|market(?:ing)?|export|purchase|kefu|postmaster|hello|enquiry)\d*@/iu

const filled = (values: Values, longest: Record<string, number>): Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [key, value.trim().slice(0, longest[key] ?? 200)] as const)
      .filter(([, value]) => value !== ''),
  )

const several = (list: readonly string[]): { first: string; others: string } => ({
  first: list[0] ?? '',
  others: list.slice(1).join('; '),
})

const joined = (parts: readonly string[]): string => {
  const western = parts.some((part) => /^[\x20-\x7e]+$/u.test(part))
  return parts.join(western ? ', ' : '')
}

export function proposalOf(found: Found): PasteProposal {
  const hasContact =
    found.name !== '' || (found.company !== '' && found.mobiles.length + found.mails.length > 0 && found.post !== '')
  const generic = hasContact ? found.mails.filter((mail) => shared.test(mail)) : found.mails
  const own = found.mails.filter((mail) => !generic.includes(mail))
  // a company without its own number is reached by its contact
  const phones = several(hasContact ? found.phones : [...found.mobiles, ...found.phones])
  const mails = several(generic)
  const address = joined(found.address)
  const notes = [...found.notes, ...found.faxes.map((fax) => `传真 ${fax}`)]
  const customer = {
    name: found.company || found.name,
    phone: phones.first,
    otherPhones: phones.others,
    mail: mails.first,
    otherMails: mails.others,
    website: found.website,
    region: regionIn(address) || regionIn(found.company),
    address,
    postcode: found.postcode,
    taxNumber: found.taxNumber,
    bankName: found.bankName,
    bankAccount: found.bankAccount,
    industry: found.industry,
    note: notes.join('\n'),
    ...(hasContact ? {} : { wechat: found.wechat, qq: found.qq }),
  }
  return {
    customer: filled(customer, {
      name: 120,
      phone: 60,
      otherPhones: 300,
      mail: 120,
      otherMails: 500,
      industry: 60,
      note: 2000,
      taxNumber: 20,
    }),
    contact: hasContact ? contactOf(found, own) : null,
    rest: found.rest,
  }
}

function contactOf(found: Found, own: readonly string[]): Values {
  const phones = several(found.mobiles)
  const mails = several(own)
  return filled(
    {
      name: found.name,
      post: found.post,
      department: found.department,
      gender: found.gender,
      phone: phones.first,
      otherPhones: phones.others,
      mail: mails.first,
      otherMails: mails.others,
      wechat: found.wechat,
      qq: found.qq,
    },
    { name: 60, post: 60, department: 60, phone: 60, otherPhones: 300, mail: 120, otherMails: 500, wechat: 60, qq: 30 },
  )
}
