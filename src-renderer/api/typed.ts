// Whether something that somebody typed still stands before them, for whoever has to say that it is not lost.

const typedIn = new WeakSet<EventTarget>()
const texts = 'textarea, input:not([type=checkbox], [type=radio], [type=search])'

/** Once, when the program starts. */
export const watchTyping = (): void =>
  document.addEventListener('input', ({ target }) => void (target && typedIn.add(target)), { capture: true })

/** Words that only look for something are not meant. */
export const somethingTyped = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(texts)].some(
    (one) => typedIn.has(one) && one.value.trim() !== '' && !one.closest('[role=search]'),
  )
