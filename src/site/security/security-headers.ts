/**
 * What every answer carries, pages, files and errors alike. Apart from the other rules, and without any import, because
 * the service worker puts the same headers on the pages it answers itself.
 */

/** What browsers offer and a site of text never uses. Names Chromium knows: of others it warns on every page. */
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
  // All other directives stand in a <meta> of every page, where Astro knows the hashes; this one counts in a header only.
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // Addresses of searches hold what was pasted: they are nobody else's business.
  'Referrer-Policy': 'same-origin',
  // The buttons that copy need the clipboard.
  'Permissions-Policy': [...DENIED.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;
