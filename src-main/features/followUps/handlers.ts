import { handlersOf } from '@main/api/context'
import { recordHandlers } from '@main/records/handlers'
import { followUpsEndpoints } from '@shared/features/followUps/endpoints'
import { followUps } from './entity'

export const followUpsHandlers = handlersOf(followUpsEndpoints, recordHandlers(followUps))
