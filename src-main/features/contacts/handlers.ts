import { handlersOf } from '@main/api/context'
import { recordHandlers } from '@main/records/handlers'
import { contactsEndpoints } from '@shared/features/contacts/endpoints'
import { contacts } from './entity'
import { replaceContact } from './replacing'

export const contactsHandlers = handlersOf(contactsEndpoints, {
  ...recordHandlers(contacts),
  replace: (ctx, asked) => replaceContact(ctx, asked),
})
