// A mail as it may be shown: parsed, its HTML cleaned, in a document that can run nothing and ask nobody.
import DOMPurify from 'dompurify'
import PostalMime, { type Address } from 'postal-mime'

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
  files: { name: string; size: number }[]
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

export async function readMail(bytes: Uint8Array<ArrayBuffer>): Promise<ShownMail> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 50 })
  const files = mail.attachments.map((file) => ({
    name: file.filename ?? file.mimeType,
    size: typeof file.content === 'string' ? file.content.length : file.content.byteLength,
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
    date: mail.date ?? '',
    html: html === null ? null : page(clean(html)),
    text: mail.text ?? '',
    blocked: html !== null && outside.test(html),
    files,
  }
}
