// The few words that travel beside a call's input and answer, the same on both transports.

type Headers = Record<string, string | string[] | undefined>

const keyPattern = /^[\w-]{8,64}$/

/** The idempotency key of a command, when it is one. */
export function keyHeader(headers: Headers): string | undefined {
  const value = headers['x-zhike-key']
  return typeof value === 'string' && keyPattern.test(value) ? value : undefined
}

export const setChangeSetHeader = (headers: Record<string, string>, id: number): void => {
  headers['x-zhike-change-set'] = String(id)
}
