// A mail as it may be shown: parsed, its HTML cleaned, in a document that can run nothing and ask nobody.
import DOMPurify from 'dompurify'
import PostalMime, { type Address } from 'postal-mime'
import { safeName } from '@shared/fileNames'
import { exact } from '@renderer/i18n/times'

export interface MailFile {
  /** As the mail calls it, fit for every file system. */
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface ShownMail {
  subject: string
  from: string
  to: string
  cc: string
  date: string
  /** A whole document for a sandboxed frame; null when there is only text. */
  html: string | null
  text: string
  /** Something of the mail was to come from outside. */
  blocked: boolean
  files: MailFile[]
}

const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"

const named = (address: Address | undefined): string => {
  if (!address) return ''
  if ('group' in address && address.group) return address.group.map(named).join('; ')
  return [address.name, address.address && `<${address.address}>`].filter(Boolean).join(' ')
}
const all = (addresses: Address[] | undefined): string => (addresses ?? []).map(named).join('; ')

const outside = /(?:src|background|poster|srcset)\s*=\s*["']?\s*(?:https?:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\//iu

// what styles would fetch is not even asked for
DOMPurify.addHook('uponSanitizeAttribute', (_node, attribute) => {
  if (attribute.attrName === 'style' && /url\s*\(|image-set|expression|\\/iu.test(attribute.attrValue))
    attribute.keepAttr = false
})

/** Only what reads: no script, frame, form or link that leads out by itself. */
function clean(html: string): string {
  return DOMPurify.sanitize(html, {
    WHOLE_DOCUMENT: false,
    FORBID_TAGS: [
      'script',
      'style',
      'iframe',
      'frame',
      'object',
      'embed',
      'form',
      'input',
      'button',
      'textarea',
      'select',
      'link',
      'meta',
      'base',
      'svg',
      'math',
      'audio',
      'video',
      'source',
      'track',
      'template',
    ],
    FORBID_ATTR: [
      'srcset',
      'background',
      'poster',
      'action',
      'formaction',
      'ping',
      'target',
      'href',
      'xlink:href',
      'id',
      'name',
    ],
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:data:image\/(?:png|jpe?g|gif|webp|bmp);|cid:)/iu,
  })
}

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><style>body{margin:12px;font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#1a1d23;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}</style><body>${body}`

const base64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']

type Parsed = Awaited<ReturnType<typeof PostalMime.parse>>
const parse = (bytes: Uint8Array<ArrayBuffer>): Promise<Parsed> =>
  PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 50 })

const unreadable = ({ text = '', html = '' }: Parsed): number => `${text}${html}`.split('\ufffd').length - 1

/** Where a part of text names no character set, the one of Chinese Windows is put in. */
function asChinese(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const source = new TextDecoder('latin1').decode(bytes)
  const named = source.replace(
    /^(content-type:[ \t]*text\/(?:plain|html))[ \t]*;?[ \t]*(?=\r?\n(?![ \t]))/gimu,
    '$1; charset=gb18030',
  )
  const whole = /^content-type:/imu.test(source) ? named : `Content-Type: text/plain; charset=gb18030\r\n${named}`
  // latin1 of the decoder is windows-1252: bytes are taken back from the source, only what was added is new
  return new Uint8Array([...merged(bytes, source, whole)])
}

/** The bytes of `source` with the signs that `whole` has more. */
function* merged(bytes: Uint8Array, source: string, whole: string): Generator<number> {
  for (let at = 0, from = 0; at < whole.length; at++)
    if (whole[at] === source[from]) yield bytes[from++] ?? 0
    else yield whole.charCodeAt(at)
}

/** Old mails of Chinese offices often do not say how they are written. */
async function parseReadably(bytes: Uint8Array<ArrayBuffer>): Promise<Parsed> {
  const first = await parse(bytes)
  if (unreadable(first) === 0) return first
  const second = await parse(asChinese(bytes))
  return unreadable(second) < unreadable(first) ? second : first
}

/** As people read it here; as it stands when it is no date. */
function shownDate(date: string): string {
  const at = Date.parse(date)
  return Number.isNaN(at) ? date : exact(at)
}

export async function readMail(bytes: Uint8Array<ArrayBuffer>): Promise<ShownMail> {
  const mail = await parseReadably(bytes)
  const files = mail.attachments.map((file) => ({
    name: safeName(file.filename ?? file.mimeType.replace('/', '.')),
    bytes: typeof file.content === 'string' ? new TextEncoder().encode(file.content) : new Uint8Array(file.content),
  }))
  let html = mail.html ?? null
  for (const file of mail.attachments) {
    // pictures that came with the mail itself are shown where it names them
    if (html === null || !file.contentId || !pictureTypes.includes(file.mimeType) || typeof file.content === 'string')
      continue
    const cid = `cid:${file.contentId.replace(/^<|>$/gu, '')}`
    html = html.replaceAll(cid, `data:${file.mimeType};base64,${base64(new Uint8Array(file.content))}`)
  }
  return {
    subject: mail.subject ?? '',
    from: named(mail.from),
    to: all(mail.to),
    cc: all(mail.cc),
    date: shownDate(mail.date ?? ''),
    html: html === null ? null : page(clean(html)),
    text: mail.text ?? '',
    blocked: html !== null && outside.test(html),
    files,
  }
}
