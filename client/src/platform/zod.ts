import { z } from 'zod/mini'

// WeChat forbids `new Function`, and a silent stub of it makes zod throw later: never let it try.
// Imported first by app.tsx, before any schema is made. The words for issues are our own (form.ts).
z.config({ jitless: true })
