/** Draws text with Pango (through sharp), and so measures it: what was fitted is exactly what is drawn. */
import sharp from 'sharp';
import { escapeXml } from '../../feeds/xml.ts';
import { FAMILY, fontFile, type Weight } from './font.ts';

export type TextStyle = {
  weight: Weight;
  /** In pixels. */
  size: number;
  /** From one baseline to the next, in sizes; 1 is tight. */
  leading: number;
  /** Pango breaks lines by it; without it the machine's language would decide. */
  lang: 'zh-CN' | 'en';
};

/** Text as a picture of its coverage: 0 nothing, 255 full. Its left edge is where its ink begins. */
export type TextBlock = {
  style: TextStyle;
  lines: number;
  /** From one baseline to the next, in pixels. */
  pitch: number;
  /** Height of a capital above the baseline. */
  capital: number;
  /** Rows of `mask` above the first baseline. */
  ascent: number;
  width: number;
  height: number;
  mask: Uint8Array;
};

/** @param width where lines break; a word that is longer breaks inside */
export type Measure = (text: string, style: TextStyle, width: number) => Promise<TextBlock>;

type Picture = { mask: Uint8Array; width: number; height: number };

async function render(text: string, { weight, size, leading, lang }: TextStyle, width?: number): Promise<Picture> {
  const { data, info } = await sharp({
    text: {
      text: `<span lang="${lang}" insert_hyphens="false">${escapeXml(text)}</span>`,
      font: `${FAMILY} ${weight} ${size}`,
      fontfile: fontFile(weight),
      // A pixel a point.
      dpi: 72,
      spacing: Math.round(size * (leading - 1)),
      wrap: 'word-char',
      ...(width ? { width } : {}),
    },
  })
    // One channel; as colours it would be three times the work.
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { mask: data, width: info.width, height: info.height };
}

/**
 * The picture sharp gives is cut to the ink, so it does not say where the baseline is. A line above the text with nothing
 * but this letter does: its foot stands on its baseline, and the next line's is one pitch lower. It is cut off again.
 */
const SENTINEL = 'H';

/** Without the rows above and the empty columns at both sides. */
function crop({ mask, width, height }: Picture, top: number): Picture {
  let [left, right] = [width, -1];
  for (let y = top; y < height; y++) {
    const row = y * width;
    // Ink in columns known to be within tells nothing new.
    for (let x = 0; x < left; x++) if (mask[row + x]) left = x;
    for (let x = width - 1; x > right; x--) if (mask[row + x]) right = x;
  }
  if (right < left) return { mask: new Uint8Array(), width: 0, height: 0 };
  const cut = new Uint8Array((right - left + 1) * (height - top));
  for (let y = top; y < height; y++)
    cut.set(mask.subarray(y * width + left, y * width + right + 1), (y - top) * (right - left + 1));
  return { mask: cut, width: right - left + 1, height: height - top };
}

/**
 * A measure with a memory of its own for the metrics of its styles.
 * @example const measure = createMeasure();
 *   await measure('invalid credential', { weight: 'Regular', size: 30, leading: 1.3, lang: 'en' }, 1000) // → { lines: 1, width: 241, … }
 */
export function createMeasure(): Measure {
  const metrics = new Map<string, Promise<{ capital: number; pitch: number }>>();
  const metricsOf = (style: TextStyle) => {
    const key = `${style.weight} ${style.size} ${style.leading}`;
    const known = metrics.get(key);
    if (known) return known;
    const found = Promise.all([render(SENTINEL, style), render(`${SENTINEL}\n${SENTINEL}`, style)]).then(
      ([one, two]) => ({ capital: one.height, pitch: two.height - one.height }),
    );
    metrics.set(key, found);
    return found;
  };
  return async (text, style, width) => {
    const { capital, pitch } = await metricsOf(style);
    const picture = await render(`${SENTINEL}\n${text}`, style, width);
    // The last line's ink ends within half a pitch of its baseline.
    const lines = Math.max(1, Math.round((picture.height - capital) / pitch));
    return { style, lines, pitch, capital, ascent: pitch, ...crop(picture, capital) };
  };
}

/** The same, but each question is put once. */
export function remember(measure: Measure): Measure {
  const known = new Map<string, Promise<TextBlock>>();
  return (text, style, width) => {
    const key = JSON.stringify([text, style, width]);
    const block = known.get(key) ?? measure(text, style, width);
    known.set(key, block);
    return block;
  };
}
