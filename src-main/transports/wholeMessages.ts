// What a page sends over its port is read here first. The wire library takes any message for a whole one, and one
// that is not would end the process, not the call; so only whole requests and cancellations get through.
import {
  onMessagePortClose,
  onMessagePortMessage,
  type MessagePortMainLike,
  type SupportedMessagePort,
} from '@orpc/client/message-port'
import { z } from 'zod'

const callId = z.string().min(1).max(64)
/** Bodies are JSON; a header that would make the library read them as forms or files is no header of ours. */
const headers = z.record(z.string().regex(/^(x-zhike-[a-z-]{1,40}|last-event-id)$/), z.string().max(200))
const request = z.object({
  i: callId,
  t: z.literal(1).optional(),
  p: z.object({
    u: z.string().max(300).startsWith('/'),
    h: headers.optional(),
    m: z.enum(['GET', 'POST']).optional(),
    b: z.unknown(),
  }),
})
const cancellation = z.object({ i: callId, t: z.literal(4), p: z.unknown() })
const wholeMessage = z.union([request, cancellation])

const read = (data: unknown): object | null => {
  if (typeof data !== 'string') return null
  try {
    return wholeMessage.safeParse(JSON.parse(data)).data ?? null
  } catch {
    return null
  }
}

/** The same port, of which only whole messages are heard. */
export const wholeMessages = (port: SupportedMessagePort): SupportedMessagePort => {
  const part: MessagePortMainLike = {
    postMessage: (data) => port.postMessage(data),
    on(event, listener) {
      if (event === 'close') onMessagePortClose(port, () => listener())
      if (event !== 'message') return
      onMessagePortMessage(port, (data) => {
        const whole = read(data)
        if (whole) listener({ data: whole })
      })
    },
  }
  return part
}
