// What a text of a format must look like. Lenient where offices are: a phone may carry an extension or a remark.
import type { TextFormat } from './field'

const phone = /^[+(（]?[\d０-９][\d０-９\s\-—–()（）./转extEXT#*，,;；、:：]{1,40}$/u
const mail = /^[^\s@;,，；]+@[^\s@;,，；]+$/u

/** Only shapes that would be useless otherwise are refused; `phones`/`mails` hold several, separated by ; , or 、 */
export const formatPatterns: Partial<Record<TextFormat, { test(value: string): boolean }>> = {
  phone,
  phones: { test: (value) => value.split(/[;；、\n]/u).every((part) => part.trim() === '' || phone.test(part.trim())) },
  mail,
  mails: { test: (value) => value.split(/[;；,，、\s]+/u).every((part) => part === '' || mail.test(part)) },
  link: /^(https?:\/\/)?[^\s/$.?#<>"'`]+\.[^\s<>"'`]+$/iu,
  region: /^\d{2}(\d{2}(\d{2})?)?$/,
  birthday: /^(\d{4}|-)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  taxNumber: /^[0-9A-Z]{15,20}$/i,
}
