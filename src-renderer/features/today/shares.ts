/** '68%'; nothing of nothing is a dash. */
export const shareText = (part: number | null, whole: number | null): string =>
  part === null || !whole ? '–' : `${Math.round((part / whole) * 100)}%`
