// The tokens as values, read from the style sheet so that they are written once.

export type ThemeName = 'light' | 'dark'

const names = [
  'canvas',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'text',
  'text-2',
  'text-3',
  'accent',
  'accent-soft',
  'accent-line',
  'on-accent',
  'good',
  'good-soft',
  'warn',
  'warn-soft',
  'bad',
  'bad-soft',
  'info',
  'info-soft',
  'shadow-float',
  'font',
  'mono',
  'radius',
  'radius-card',
  'control',
  'row',
] as const
export type TokenName = (typeof names)[number]
export type Tokens = Record<TokenName, string>

/** The values of the theme that the root element shows now. */
export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement)
  // every name of the list is given a value in this very loop
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Tokens
}
