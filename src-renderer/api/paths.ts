// The endpoints by path, for typed generic access: 'customers.update'.
import type { z } from 'zod'
import type { ZhikeApi } from '@shared/api'
import type { Endpoint, OutputOf } from '@shared/api/endpoint'

type Room = keyof ZhikeApi & string
export type Path = { [R in Room]: `${R}.${keyof ZhikeApi[R] & string}` }[Room]

type At<P extends Path> = P extends `${infer R extends Room}.${infer E}`
  ? E extends keyof ZhikeApi[R]
    ? ZhikeApi[R][E]
    : never
  : never
type EndpointAt<P extends Path> = At<P> extends Endpoint ? At<P> : never

export type QueryPath = { [P in Path]: At<P> extends { kind: 'query' } ? P : never }[Path]
export type WritePath = { [P in Path]: At<P> extends { kind: 'command' | 'job' } ? P : never }[Path]
export type InputAt<P extends Path> = z.input<EndpointAt<P>['input']>
export type OutputAt<P extends Path> = OutputOf<EndpointAt<P>>

/** 'customers.update' → ['customers', 'update'] */
export function partsOf(path: Path): [room: string, name: string] {
  const [room = '', name = ''] = path.split('.')
  return [room, name]
}
