import { jpeg } from './jpeg.ts';
import { pdf } from './pdf.ts';
import { honeycomb, sunset } from './picture.ts';
import { png } from './png.ts';
import * as texts from './texts.ts';
import { wav } from './wav.ts';
import { webm } from './webm.ts';

export interface SampleObject {
  readonly key: string;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** What a fresh local bucket holds: one of each kind, some folders, some names from other alphabets. Made here, not downloaded. */
export function sampleObjects(): readonly SampleObject[] {
  return [
    object('README.md', 'text/markdown', texts.README),
    object('notes.txt', 'text/plain; charset=utf-8', texts.NOTES),
    object('data/harvest.csv', 'text/csv', texts.harvestCsv()),
    object('data/hives.json', 'application/json', texts.hivesJson()),
    object('data/2026/may/weights.csv', 'text/csv', texts.harvestCsv()),
    object('pictures/honeycomb.png', 'image/png', png(honeycomb, 640, 400)),
    object('pictures/sunset.jpg', 'image/jpeg', jpeg(sunset, 640, 400)),
    object('pictures/bee.svg', 'image/svg+xml', texts.BEE_SVG),
    object('media/tune.wav', 'audio/wav', wav()),
    object('media/flight.webm', 'video/webm', webm()),
    object('documents/About Beeline.pdf', 'application/pdf', pdf('About Beeline', texts.ABOUT)),
    object('documents/请先读我.txt', 'text/plain; charset=utf-8', texts.CHINESE),
    object('照片/日落.jpg', 'image/jpeg', jpeg(sunset, 320, 200)),
    object('🐝 honey.txt', 'text/plain; charset=utf-8', 'A name may hold any letter, 🍯 included.\n'),
  ];
}

function object(key: string, contentType: string, body: string | Uint8Array): SampleObject {
  return { key, contentType, body: typeof body === 'string' ? Buffer.from(body) : body };
}
