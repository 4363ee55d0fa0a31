// What the columns of a vCard file mean: known, not guessed.
import { vcardColumns, type VcardColumn } from './reading'

const targets: Partial<Record<VcardColumn, string>> = {
  name: 'contacts.name',
  familyName: 'contacts.familyName',
  givenName: 'contacts.givenName',
  organization: 'customers.name',
  department: 'contacts.department',
  title: 'contacts.post',
  mobile: 'contacts.phone',
  phone: 'contacts.phone',
  mail: 'contacts.mail',
  // the whole address holds country and street too
  country: 'skip',
  province: 'customers.province',
  city: 'customers.city',
  street: 'skip',
  postcode: 'customers.postcode',
  address: 'customers.address',
  url: 'customers.website',
  wechat: 'contacts.wechat',
  qq: 'contacts.qq',
  birthday: 'contacts.birthday',
  gender: 'contacts.gender',
  categories: 'customers.tags',
  note: 'contacts.note',
  // a photo is kept with its contact, whatever the columns mean
  photo: 'skip',
}

export const vcardMapping: Record<string, string> = Object.fromEntries(
  vcardColumns.flatMap((column, index) => (targets[column] ? [[String(index), targets[column]]] : [])),
)
