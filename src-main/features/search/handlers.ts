import { handlersOf } from '@main/api/context'
import { permissionOf } from '@shared/permissions'
import { matchesOf } from '@main/search/candidates'
import { type Kind, searchedKind } from '@main/search/documents'
import { readQuery } from '@main/search/query'
import { searchEndpoints, type SearchHit } from '@shared/features/search/endpoints'
import { hitsOf } from './hits'

const allKinds = ['customers', 'contacts', 'followUps'] as const
const standardLimit = 8

export const searchHandlers = handlersOf(searchEndpoints, {
  find(ctx, { text, entities = [...allKinds], limit = standardLimit }) {
    const query = readQuery(text)
    const hits: SearchHit[] = []
    let more = false
    if (!query) return { hits, more }
    for (const name of allKinds.filter((kind: Kind) => entities.includes(kind))) {
      const entity = ctx.services.entities.get(name)
      if (!ctx.rights.can(permissionOf(entity.room, 'view'))) continue
      const kind = searchedKind(ctx.db, name)
      const found = matchesOf(ctx, entity, kind, { query, limit })
      hits.push(...hitsOf(ctx, entity, kind, found.matches))
      more ||= found.more
    }
    return { hits, more }
  },
})
