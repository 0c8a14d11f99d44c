/** Which characters a font has glyphs for, read from its `cmap` table (OpenType; formats 4 and 12). */

/** Does the font draw this code point with a glyph of its own? */
export type HasGlyph = (codePoint: number) => boolean;

/** Offset of the table, from the font's directory. */
function tableOffset(font: DataView, wanted: string): number {
  const tables = font.getUint16(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => font.getUint8(record + k)));
    if (tag === wanted) return font.getUint32(record + 8);
  }
  throw new Error(`the font has no ${wanted} table`);
}

/** Format 12: groups of start, end, first glyph. */
function fromGroups(font: DataView, at: number): HasGlyph {
  const groups = font.getUint32(at + 12);
  return (codePoint) => {
    for (let i = 0; i < groups; i++) {
      const group = at + 16 + i * 12;
      const start = font.getUint32(group);
      if (codePoint >= start && codePoint <= font.getUint32(group + 4))
        return font.getUint32(group + 8) + codePoint - start !== 0;
    }
    return false;
  };
}

/** Format 4: segments of the first plane, each with a delta or with a list of glyphs. */
function fromSegments(font: DataView, at: number): HasGlyph {
  const size = font.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + size];
  const [deltas, ranges] = [starts + size, starts + 2 * size];
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    for (let i = 0; i < size; i += 2) {
      if (codePoint > font.getUint16(ends + i)) continue;
      const start = font.getUint16(starts + i);
      if (codePoint < start) return false;
      const delta = font.getUint16(deltas + i);
      const range = font.getUint16(ranges + i);
      if (range === 0) return ((codePoint + delta) & 0xffff) !== 0;
      // Counted from where the offset itself stands, as the format has it. The delta applies to found glyphs only.
      const glyph = font.getUint16(ranges + i + range + 2 * (codePoint - start));
      return glyph !== 0 && ((glyph + delta) & 0xffff) !== 0;
    }
    return false;
  };
}

const READERS: Record<number, (font: DataView, at: number) => HasGlyph> = { 12: fromGroups, 4: fromSegments };

/**
 * @param bytes a whole font file (.otf or .ttf, not a collection)
 * @throws when the font has no `cmap`, or none in format 4 or 12
 * @example glyphsOf(fs.readFileSync('NotoSansHans-Regular.otf'))('微'.codePointAt(0)) // → true
 */
export function glyphsOf(bytes: Uint8Array): HasGlyph {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableOffset(font, 'cmap');
  const subtables = Array.from({ length: font.getUint16(cmap + 2) }, (_, i) => {
    const at = cmap + font.getUint32(cmap + 4 + i * 8 + 4);
    return { at, platform: font.getUint16(cmap + 4 + i * 8), format: font.getUint16(at) };
  });
  // Unicode (0) and Windows (3); 12 reaches beyond the first plane and is preferred.
  for (const format of [12, 4]) {
    const found = subtables.find((table) => table.format === format && [0, 3].includes(table.platform));
    const reader = READERS[format];
    if (found && reader) return reader(font, found.at);
  }
  throw new Error('the font has no cmap in format 4 or 12');
}
