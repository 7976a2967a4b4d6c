import { jpeg } from './jpeg.ts';
import { honeycomb, sunset, type Picture } from './picture.ts';
import { png } from './png.ts';
import type { SampleObject } from './sampleObjects.ts';
import * as texts from './texts.ts';
import { webm } from './webm.ts';

/** A folder worth looking at as tiles: pictures of several shapes among other things. */
export function gallery(): readonly SampleObject[] {
  const pictures = Array.from({ length: 14 }, (_, at) => {
    const picture = seen(at % 3 === 1 ? honeycomb : sunset, at);
    const [width, height] = at % 4 === 2 ? [240, 320] : [480, 300];
    const name = `gallery/IMG_${2040 + at * 7}`;
    return at % 3 === 1
      ? { key: `${name}.png`, contentType: 'image/png', body: png(picture, width, height) }
      : { key: `${name}.jpg`, contentType: 'image/jpeg', body: jpeg(picture, width, height) };
  });
  return [
    ...pictures,
    object('gallery/Autumn at the lake/a.txt', 'a'),
    object('gallery/原片/a.txt', 'a'),
    object('gallery/hive survey, western meadow, second visit in May 2026.csv', texts.harvestCsv()),
    object('gallery/logo.svg', texts.BEE_SVG),
    { key: 'gallery/flight.webm', contentType: 'video/webm', body: webm() },
    object('gallery/negatives.zip', 'PK'),
  ];
}

/** The same thing in other colours, and from another side. */
function seen(picture: Picture, at: number): Picture {
  return (x, y) => {
    const [red, green, blue] = picture(at % 2 === 0 ? x : 1 - x, y);
    const turn = at % 5;
    if (turn === 1) return [blue, green, red];
    if (turn === 2) return [green, red, blue];
    if (turn === 3) return [red, blue, green];
    return [red, green, blue];
  };
}

function object(key: string, body: string): SampleObject {
  return { key, contentType: 'application/octet-stream', body: Buffer.from(body) };
}
