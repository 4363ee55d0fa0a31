// What does not fit a page: wider than what holds it, standing out of it, too small for a thumb, cut where it must be read.
import type { Page } from '@playwright/test'

/** Scrolls sideways, though the page itself or a table in it should not: by how much at most. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const beyond = (one: Element): number => one.scrollWidth - one.clientWidth
    const boxes = document.querySelectorAll('#page, [role=dialog], [role=dialog] > .body, [role=region]:has(> table)')
    return Math.max(...[...boxes, document.documentElement].map(beyond))
  })

/** Buttons of a page or of the bar above it that a thumb misses. Those in a field or in a line of a table go with it. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#page button, #page summary, header button, [role=dialog] button, .toasts button')]
      .filter((one) => !one.closest('table, [role=grid], .n-base-selection, .n-input, .n-tree'))
      .map((one) => ({
        name: (one.textContent || one.getAttribute('aria-label') || '').trim(),
        box: one.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && box.height < 40)
      .map(({ name, box }) => `small ${name} ${Math.round(box.height)}`)
      .slice(0, 4),
  )

/** What stands out of the window, or out of the dialog it belongs to, where nothing scrolls. */
export const standsOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (one: Element): boolean =>
      !one.parentElement || one.matches('#page, [role=dialog]')
        ? false
        : /auto|scroll|hidden/.test(getComputedStyle(one.parentElement).overflowX) || scrolls(one.parentElement)
    const whole = new DOMRect(0, 0, window.innerWidth, window.innerHeight)
    return [...document.querySelectorAll('#page *, [role=dialog] *')]
      .filter((one) => {
        const box = one.getBoundingClientRect()
        const holder = one.closest('[role=dialog]')?.getBoundingClientRect() ?? whole
        return box.width > 1 && (box.right > holder.right + 1 || box.left < holder.left - 1) && !scrolls(one)
      })
      .slice(0, 3)
      .map((one) => `stands out: ${one.outerHTML.slice(0, 120)}`)
  })

/** Of these texts of a list, those of which only the beginning is seen. */
export const cutShort = (page: Page, texts: readonly string[]): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('[role=grid] [role=gridcell] *, [role=grid] [role=columnheader] *')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && wanted.includes(one.textContent?.trim() ?? ''))
        .map((one) => one.textContent?.trim() ?? ''),
    texts,
  )

/** Every text of the program itself that stands alone, without values put into it. */
export function ownWords(messages: object): string[] {
  const texts = (of: object): string[] =>
    Object.values(of).flatMap((value: unknown) =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? texts(value) : [],
    )
  return [...new Set(texts(messages))].filter((text) => !/[{|@]/.test(text))
}

/** Of these words, those of which only the beginning is seen, hints in empty fields included. Tables say what they cut. */
export const wordsCut = (page: Page, words: readonly string[]): Promise<string[]> =>
  page.evaluate((own) => {
    const known = new Set(own)
    const pen = document.createElement('canvas').getContext('2d')
    const hintIsCut = (one: HTMLInputElement): boolean => {
      if (!pen || one.value !== '' || one.placeholder === '' || one.clientWidth === 0) return false
      const { font, paddingLeft, paddingRight } = getComputedStyle(one)
      pen.font = font
      const room = one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
      return pen.measureText(one.placeholder).width > room + 1
    }
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
      const text = one.textContent?.trim() ?? ''
      if (one.childElementCount > 0 || !known.has(text) || one.closest('table, [role=grid], .only-read-aloud'))
        return false
      return (
        one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden'
      )
    })
    const hints = [...document.querySelectorAll('input')].filter(hintIsCut)
    return [
      ...cut.map((one) => `cut: ${one.textContent?.trim() ?? ''}`),
      ...hints.map((one) => `cut: ${one.placeholder}`),
    ].slice(0, 4)
  }, words)

/** What was pushed up or down since the page began, though nobody had touched it. Chromium only. */
export const jumped = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((tell) => {
        const found: string[] = []
        const observer = new PerformanceObserver((list) => {
          // the DOM's own types do not know of these entries
          for (const { sources } of list.getEntries() as unknown as { sources: Shifted[] }[])
            for (const { node, previousRect, currentRect } of sources) {
              const by = Math.round(currentRect.y - previousRect.y)
              if (Math.abs(by) > 2) found.push(`${node?.textContent?.trim().slice(0, 20) ?? '?'} ${by}`)
            }
        })
        interface Shifted {
          node: Node | null
          previousRect: DOMRect
          currentRect: DOMRect
        }
        observer.observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => {
          observer.disconnect()
          tell(found)
        }, 100)
      }),
  )
