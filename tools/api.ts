// Prints the whole api. `npm run api` shows a table; `npm run api -- --json` gives each endpoint with path, kind,
// permission and the JSON Schemas of its input and output.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Endpoint } from '@shared/api/endpoint'
import { api } from '@shared/api/index'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

const endpoints = Object.entries(api).flatMap(([room, ofRoom]) =>
  Object.entries(ofRoom).map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint]),
)

/** Checks that a schema cannot say (a real day, a phone) are left to the endpoint itself. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'ref', cycles: 'ref' })

const marks = (endpoint: Endpoint): string[] =>
  (['approvable', 'sensitive', 'desktopOnly', 'rest'] as const).filter((mark) => endpoint[mark])

if (values.json) {
  const described = endpoints.map(([path, endpoint]) => ({
    path,
    kind: endpoint.kind,
    permission: endpoint.permission,
    ...Object.fromEntries(marks(endpoint).map((mark) => [mark, true])),
    input: schemaOf(endpoint.input, 'input'),
    output: schemaOf(endpoint.output, 'output'),
  }))
  console.log(JSON.stringify(described, null, 2))
} else {
  const rows = endpoints.map(([path, endpoint]) => [
    path,
    endpoint.kind,
    endpoint.permission,
    marks(endpoint).join(' '),
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  console.log(`${endpoints.length} endpoints`)
}
