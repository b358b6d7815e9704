import { pino } from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>

type Described = { type: string; code?: string; message: string; stack?: string; cause?: Described }

/**
 * What may be known of an error: never a query's parameters, the values that a database quotes, or a piece of
 * the text that could not be parsed.
 */
export function describe(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' }
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  const quotes = error instanceof SyntaxError || (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code))
  const frames = error.stack?.split('\n').filter((line) => /^ +at /.test(line))
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: quotes ? '…' : error.message.split('\nparams: ')[0]!.slice(0, 1000),
    ...(frames && { stack: frames.join('\n') }),
    ...(cause !== undefined && depth < 5 && { cause: describe(cause, depth + 1) }),
  }
}

/** JSON lines on standard output. No bodies, no query strings, no names or numbers of persons. */
export function createLog(level: string): Log {
  const serializers = { err: (error: unknown) => describe(error) }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers })
}
