// The Content-Security-Policy, in one place for the preview server, public/_headers and the meta tag
// of index.html; securityPolicy.test.ts holds the three together.

/** A page that can fetch nothing but its own files, and so can send nothing anywhere. */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // CodeMirror and the positioned popups write style attributes and style elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
] as const

/** For a meta tag, where browsers ignore frame-ancestors and warn about it. */
export const metaPolicy: string = directives.join('; ')

/** For the response header; a worker obeys the header of its own file, so it goes on every file. */
const headerPolicy: string = [...directives, "frame-ancestors 'none'"].join('; ')

/** Headers of every response. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': headerPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}
