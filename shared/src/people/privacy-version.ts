import { z } from 'zod/mini'

/** The day from which the privacy notice (notice.ts) holds. A new one is asked about again. */
export const PRIVACY_VERSION = '2026-11-24'

export const PrivacyVersion = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
