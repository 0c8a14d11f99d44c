/**
 * Defines the headers of every response: pages, files and errors. In a module without imports, because the service
 * worker sets the same headers on the pages it serves.
 */

/** Browser features the site does not use. Only names Chromium knows: it warns about others on every page. */
const DENIED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * Header names and values.
 * @example SECURITY_HEADERS['X-Content-Type-Options'] // → 'nosniff'
 */
export const SECURITY_HEADERS = {
  // The other directives are in each page's <meta>, because Astro knows the hashes. This one works only in a header.
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // URLs of searches contain what the reader typed; other sites must not see it.
  'Referrer-Policy': 'same-origin',
  // The copy buttons need the clipboard.
  'Permissions-Policy': [...DENIED.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;
