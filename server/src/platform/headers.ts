/** What the H5 build runs under; Taro sets inline styles, nothing else is inline. */
const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
}
export const apiHeaders: Record<string, string> = {
  ...always,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
}
export const pageHeaders: Record<string, string> = {
  ...always,
  'Content-Security-Policy': pagePolicy,
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}
/** Browsers that came over HTTPS stay there; sent by deployments alone. */
export const httpsOnly = { 'Strict-Transport-Security': 'max-age=31536000' }
export const publicCaching = 'public, max-age=0, must-revalidate'
