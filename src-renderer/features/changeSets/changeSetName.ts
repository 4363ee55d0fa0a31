// What a change set is called on screen.
import type { ChangeSetRow } from '@shared/features/changeSets/endpoints'
import { t, tMaybe } from '@renderer/i18n'

/** A name of its own, else the deed of the command that made it: 修改客户. */
type Named = Pick<ChangeSetRow, 'name' | 'path' | 'params' | 'way'>

export function changeSetName({ name, path, params, way }: Named): string {
  if (way === 'redone') return t('changeSets.redo')
  const own = tMaybe(`changeSets.names.${name.replaceAll('.', '_')}`, params)
  if (own) return own
  const [room = '', deed = ''] = path.split('.')
  const what = tMaybe(`entities.${room}`) ?? tMaybe(`permissions.rooms.${room}`) ?? room
  const verb = tMaybe(`changeSets.deeds.${deed}`)
  return verb ? t('changeSets.deedOf', { deed: verb, what }) : what
}
