import { handlersOf } from '@main/api/context'
import { filesEndpoints } from '@shared/features/files/endpoints'

export const filesHandlers = handlersOf(filesEndpoints, {
  begin: (ctx, { name, size }) => ({ token: ctx.services.files.begin(name, size, ctx.user.id) }),
  append: async (ctx, { token, offset, data }) => ({
    received: await ctx.services.files.append(token, ctx.user.id, offset, Buffer.from(data, 'base64')),
  }),
  download: (ctx, { token, offset }) => ctx.services.files.piece(token, ctx.user.id, offset),
})
