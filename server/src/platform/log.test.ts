import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { describe } from './log.ts'

const everythingOf = (error: unknown) => JSON.stringify(describe(error))

test('an error is described without a query’s parameters or the values that a database quotes', () => {
  const duplicate = Object.assign(
    new Error('duplicate key value violates unique constraint "persons_phone"'),
    {
      code: '23505',
      detail: 'Key (phone_index)=(13800000001) already exists.',
      where: 'row 13800000001',
    },
  )
  const failed = new DrizzleQueryError(
    'insert into persons values ($1, $2)',
    ['13800000001', '王'],
    duplicate,
  )
  const text = everythingOf(failed)
  expect(text).not.toMatch(/13800000001|王/)
  expect(text).toContain('insert into persons values')
  expect(describe(failed).cause).toMatchObject({ code: '23505', message: duplicate.message })
  expect(describe(failed).stack).toContain('log.test.ts')
})

test('nor with the text that could not be read', () => {
  const wrongValue = Object.assign(new Error('invalid input syntax for type bigint: "13800000001"'), {
    code: '22P02',
  })
  expect(everythingOf(wrongValue)).not.toContain('13800000001')
  let parsing: unknown
  try {
    JSON.parse('{"phone":13800000001,}')
  } catch (error) {
    parsing = error
  }
  expect(everythingOf(parsing)).not.toContain('13800000001')
  expect(describe(parsing).type).toBe('SyntaxError')
})

test('what is no error, and errors that lead to themselves, are described too', () => {
  expect(describe('13800000001')).toEqual({ type: 'string', message: 'not an error' })
  const circle = new Error('round')
  circle.cause = circle
  expect(everythingOf(circle)).toContain('round')
})
