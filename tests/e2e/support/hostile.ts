// What people could type or import to make a page run it, and the watch that notices when one does.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const shared = process.env['ZHIKE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')
const outside = 'https://outside.invalid'

/** Each would raise alert(), ask the outside, or leave an element marked `data-planted` if it were read as markup. */
export const payloads: readonly string[] = [
  '<script>alert(1)</script><i data-planted>',
  '"><script>alert(1)</script>',
  '<img src=x onerror=alert(1) data-planted>',
  `<img src="${outside}/a.png" data-planted>`,
  '<svg onload=alert(1) data-planted>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s data-planted>',
  '<iframe srcdoc="<script>parent.alert(1)</script>" data-planted></iframe>',
  '<iframe src="javascript:alert(1)" data-planted></iframe>',
  '<a href="javascript:alert(1)" data-planted>点我</a>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<%= alert(1) %>',
  '{{ $el.ownerDocument.defaultView.alert(1) }}',
  "@:auth.signIn.title | {name} {'|'} @.lower:words.save",
  `<style>@import url(${outside}/a.css)</style><i data-planted>`,
  `<div style="background:url(${outside}/b.png)" data-planted>`,
  `<link rel=stylesheet href="${outside}/c.css" data-planted>`,
  `<meta http-equiv=refresh content="0;url=${outside}">`,
  `<form action="${outside}"><input autofocus onfocus=alert(1) data-planted>`,
  '<details open ontoggle=alert(1) data-planted>',
  '<marquee onstart=alert(1) data-planted>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '</textarea></title></style><img src=x onerror=alert(1) data-planted>',
  '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
  "' onfocus='alert(1)' autofocus tabindex=1 '",
  '\u202E<img src=x onerror=alert(1) data-planted>\u202C',
  'ad\u200Bmin\u200D<b data-planted>\uFEFF',
  '\\"-alert(1)}//',
  '&lt;img src=x onerror=alert(1)&gt;',
  '<!--><img src=x onerror=alert(1) data-planted>-->',
]

const lists = ['RSNAKE_XSS.txt', 'XSS_Polyglots.txt', 'IntrudersXSS.txt', 'xss_payloads_quick.txt']

/** The own ones, and some of the world's when the folder of real files stands beside the repository. */
export function allPayloads(most: number): string[] {
  const found = lists
    .map((name) => join(shared, 'hostile', name))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split(/\r?\n/))
    .filter((line) => line.trim() !== '')
  const every = Math.max(1, Math.ceil(found.length / Math.max(1, most - payloads.length)))
  return [...payloads, ...found.filter((_, at) => at % every === 0)]
}

export interface Watch {
  /** What ran, asked the outside or was read as markup, by the page it happened on. */
  faults: string[]
  /** Looks at the document as it stands now. */
  look(where: string): Promise<void>
}

const isOutside = (url: string, home: string): boolean => !url.startsWith(home) && !/^(?:data|blob|about):/.test(url)

/** Must be called before the page is opened. */
export async function watchFor(page: Page, home: string): Promise<Watch> {
  const faults: string[] = []
  let where = 'start'
  const note = (what: string): void => void faults.push(`${where}: ${what}`)
  await page.exposeFunction('tellWatch', note)
  await page.addInitScript(() => {
    const tell = (what: string): void => (window as unknown as { tellWatch(text: string): void }).tellWatch(what)
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      Object.defineProperty(window, name, { value: () => tell(`ran ${name}()`) })
    document.addEventListener('securitypolicyviolation', (event) =>
      tell(`${event.violatedDirective} refused ${event.blockedURI}`),
    )
  })
  page.on('dialog', (dialog) => {
    note(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => isOutside(request.url(), home) && note(`asked ${request.url()}`))
  page.on('framenavigated', (frame) => isOutside(frame.url(), home) && note(`went to ${frame.url()}`))
  return {
    faults,
    async look(now) {
      where = now
      const marked =
        '[data-planted], a[href^="javascript:" i], a[href^="data:" i], iframe:not([sandbox]), iframe[sandbox*="allow-scripts"]'
      const found = await page
        .evaluate((wanted) => [...document.querySelectorAll(wanted)].map((one) => one.outerHTML.slice(0, 120)), marked)
        .catch(() => ['the page went away'])
      for (const html of found) note(`became markup: ${html}`)
    },
  }
}
