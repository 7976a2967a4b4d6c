export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Bytes as text; undefined when they are not text. A byte order mark decides; else UTF-8 if it is valid; else GB 18030,
 * which Chinese files often are; else Latin letters.
 *
 * @param isCut the bytes are the beginning of more, so the last character may be incomplete
 */
export function decodeText(bytes: Uint8Array, isCut = false): DecodedText | undefined {
  const marked = byMark(bytes);
  if (marked) return decode(bytes, marked, isCut);
  if (looksBinary(bytes)) return undefined;
  return decode(bytes, 'utf-8', isCut) ?? decode(bytes, 'gb18030', isCut) ?? decode(bytes, 'windows-1252', isCut);
}

function byMark([first, second, third]: Uint8Array): TextEncoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function decode(bytes: Uint8Array, encoding: TextEncoding, isCut: boolean): DecodedText | undefined {
  try {
    // `stream` keeps an incomplete last character back instead of calling it an error.
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut }), encoding };
  } catch {
    return undefined;
  }
}

/** Texts have no NUL and hardly a control character besides tab, line ends, form feed and escape. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 16_384);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls * 50 > sample.length;
}
