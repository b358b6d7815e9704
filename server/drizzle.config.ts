import { defineConfig } from 'drizzle-kit'

// One schema, two histories: `npm run migrate:generate` runs this once per dialect.
const pg = process.env.DATABASE_URL?.startsWith('postgres') ?? false

export default defineConfig({
  dialect: pg ? 'postgresql' : 'sqlite',
  schema: './src/*/tables.ts',
  out: pg ? './migrations/pg' : './migrations/sqlite',
  casing: 'snake_case',
})
