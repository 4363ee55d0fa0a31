// Numbers and addresses that are known by their form wherever they stand in a text.
import type { Found } from './found'
import type { PieceField } from './words'

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu
const site =
  /(?:https?:\/\/|www\.)[^\s,，;；、。）)】|｜]+|(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com\.cn|net\.cn|org\.cn|com|net|cn|org|io|co|top|shop|hk|tw|jp|de|uk|eu|us)(?:\/[^\s,，;；、。）)】]*)?(?![\w@])/giu
/** 统一社会信用代码 of 18 signs, or the older 15 digits after their label. */
const creditCode =
  /(?<![0-9A-Za-z])(?=[0-9A-Z]*[0-9])[0-9159][0-9A-HJ-NP-RT-UW-Y][0-9]{6}[0-9A-HJ-NP-RT-UW-Y]{10}(?![0-9A-Za-z])/gu
const phone =
  /(?<![\d\w.-])(?:\+|00)\d{1,3}[\s.-]*(?:[(（]0?\d{1,4}[)）][\s.-]*)?\d(?:[\s.-]?\d){5,12}(?:\s*(?:-|转|ext\.?|x)\s*\d{1,5})?(?!\d)|(?<![\d\w.-])1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)|(?<![\d\w.-])(?:400|800)[\s-]?\d{3}[\s-]?\d{4}(?!\d)|(?<![\d\w.-])[(（]?0\d{2,3}[)）]?[\s–—-]*\d{3,4}[\s-]?\d{4}(?:\s*(?:-|转|ext\.?)\s*\d{1,5})?(?:[/／]\d{1,2})?(?!\d)/giu
const bareNumber = /(?<!\d)\d{3,4}[\s-]?\d{4}(?:\s*(?:-|转)\s*\d{1,5})?(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)/gu

export const digits = (text: string): string => text.replace(/\D/gu, '')
export const isMobile = (text: string): boolean => /^(?:86|0086)?1[3-9]\d{9}$/u.test(digits(text))

const tidy = (number: string): string =>
  number
    .replace(/\s*(?:转|ext\.?|x)\s*/giu, '-')
    .replace(/[–—]/gu, '-')
    .replace(/^[（(](0\d{2,3})[)）][\s-]*/u, '$1-')
    .replace(/\s+/gu, isMobile(number) && !number.startsWith('+') ? '' : ' ')
    .trim()

function add(list: string[], value: string): void {
  if (value !== '' && !list.some((one) => digits(one) === digits(value))) list.push(value)
}

/** A number under its label, or where none was written. */
export function addNumber(found: Found, number: string, field: PieceField | null): void {
  const written = tidy(number)
  const bare = isMobile(written) ? written.replace(/-/gu, '') : written
  if (field === 'fax') return add(found.faxes, written)
  add(isMobile(bare) ? found.mobiles : found.phones, bare)
}

/** Takes what is known by its form out of the text; gives what is left. */
export function takeNumbers(found: Found, text: string, field: PieceField | null): string {
  let left = text.replace(mail, (one) => {
    if (!found.mails.includes(one.toLowerCase())) found.mails.push(one.toLowerCase())
    return '\n'
  })
  left = left.replace(site, (one) => {
    found.website ||= one.replace(/[.。]$/u, '')
    return '\n'
  })
  left = left.replace(creditCode, (one) => {
    if (!/[A-Z]/u.test(one) && field !== 'taxNumber' && isMobile(one)) return one
    found.taxNumber ||= one
    return '\n'
  })
  if (field === 'taxNumber' || field === 'bankAccount') return left
  left = left.replace(phone, (one) => {
    addNumber(found, one, field)
    return '\n'
  })
  const saysNumber = field === 'phone' || field === 'mobile' || field === 'fax'
  return saysNumber
    ? left.replace(bareNumber, (one) => {
        addNumber(found, one, field)
        return '\n'
      })
    : left
}
