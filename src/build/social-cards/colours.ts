/** Colours of the cards: the light theme's. The same values as the tokens in `styles/global.css`; a test compares them. */

export const TOKENS = {
  ground: '#fbfcfb',
  ink: '#14201a',
  mute: '#55655c',
  line: '#dce5df',
  accent: '#06703a',
  warn: '#7d5200',
} as const;

const PLATFORMS: Record<string, string> = {
  'official-account': '#0a8f4c',
  'mini-program': '#5b57d6',
  'open-platform': '#0b7f95',
  wecom: '#2a6fd6',
  cards: '#b4560c',
  'customer-service': '#8c4ac4',
  'scan-product': '#6f7a1c',
  'shake-nearby': '#c2357c',
  'red-packets': '#c9302c',
  wifi: '#3d6b85',
};

/**
 * A platform's colour; one without, such as `common`, gets what the site gives it: that of muted text.
 * @example platformColour('wecom') // → '#2a6fd6'
 */
export const platformColour = (slug: string): string => PLATFORMS[slug] ?? TOKENS.mute;
