import { t, tMaybe } from '@renderer/i18n'

/** Why a cell or a record cannot be taken, in words. */
export const whyNot = (code: string, params: Record<string, string | number> = {}): string =>
  tMaybe(`imports.edits.problems.${code}`, params) ??
  tMaybe(`errors.fields.${code}`, params) ??
  tMaybe(`errors.rules.${code}`, params) ??
  t('imports.problems.refused')
