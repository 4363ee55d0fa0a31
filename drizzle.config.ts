import { defineConfig } from 'drizzle-kit'

// drizzle-kit reads the default export; no other file of the project has one.
export default defineConfig({ dialect: 'sqlite', schema: 'src-main/**/tables.ts', out: 'migrations' })
