/** Of every social card, in pixels: what chat tools ask for. Drawn by `cards/`, announced in `<head>`. */
export const CARD = { width: 1200, height: 630 };
