/** Puts the focus on something that is still being drawn or faded in; gives up after half a second. */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  const until = performance.now() + 500
  const attempt = (): void => {
    const element = find()
    element?.focus()
    if (element && document.activeElement === element) return
    if (performance.now() < until) requestAnimationFrame(attempt)
  }
  attempt()
}
