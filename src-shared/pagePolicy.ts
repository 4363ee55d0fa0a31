// What the page may load and run, the same in the desktop window and in a browser. Styles are inline because
// the component library writes them at run time; scripts never are.

/**
 * The Content-Security-Policy of the page.
 * @param connect further sources for requests, e.g. the development server
 * @example response.headers.set('content-security-policy', pagePolicy())
 */
export const pagePolicy = (connect: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "worker-src 'self'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** For documents that are only looked at (print, PDF): no script, no request. */
export const paperPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
