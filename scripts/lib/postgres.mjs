import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { at } from './paths.mjs'

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres'

/** @param {string} url */
async function connect(url) {
  // The server's own client: these scripts depend on nothing.
  const pg = createRequire(at('server/package.json'))('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  await client.connect()
  return client
}

/**
 * A database of our own for one run, on the server of TEST_POSTGRES_URL or on the one at 127.0.0.1:5432.
 * A server that was named and can't be used is an error; one that merely stands there is passed over.
 * @returns {Promise<{ url: string, version: string, drop: () => Promise<void> } | { reason: string }>}
 */
export async function ownDatabase() {
  const named = process.env['TEST_POSTGRES_URL']
  const admin = named || LOCAL
  try {
    const client = await connect(admin)
    const name = `tmt_test_${randomBytes(6).toString('hex')}`
    try {
      await client.query(`create database ${name}`)
      const { rows } = await client.query('show server_version')
      const url = new URL(admin)
      url.pathname = `/${name}`
      return { url: url.href, version: rows[0].server_version, drop: () => drop(admin, name) }
    } finally {
      await client.end()
    }
  } catch (error) {
    if (named) throw error
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

/** @param {string} admin @param {string} name */
async function drop(admin, name) {
  const client = await connect(admin)
  try {
    await client.query(`drop database if exists ${name} with (force)`)
  } finally {
    await client.end()
  }
}
