// Which figure of the lists is opened.
import type { ListedType } from '@shared/features/periodicLists/rules'

export interface Opened {
  type: ListedType
  which: 'all' | 'before' | 'entered' | 'left'
}
