/** A colour, each part 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A picture as a function of the point, both coordinates from 0 to 1. */
export type Picture = (x: number, y: number) => Rgb;

/** Hexagons in honey colours, with light from the upper left. */
export const honeycomb: Picture = (x, y) => {
  const size = 9;
  const u = x * 1.6 * size;
  const v = y * size;
  // Two shifted grids of points; the nearer one is the middle of the cell.
  const near = [hexagonDistance(u, v, 0), hexagonDistance(u, v, 0.5)].toSorted((a, b) => a - b)[0] ?? 0;
  const wall = Math.min(1, Math.max(0, (near - 0.42) * 12));
  const light = 1.1 - 0.45 * (x + y) * 0.5 - near * 0.35;
  return [mix(255, 92, wall) * light, mix(190, 52, wall) * light, mix(40, 12, wall) * light].map(
    clamp,
  ) as unknown as Rgb;
};

/** An evening sky over a hill. */
export const sunset: Picture = (x, y) => {
  const hill = 0.72 + 0.09 * Math.sin(x * 5) + 0.03 * Math.sin(x * 17);
  if (y > hill) return [24, 30 + 20 * (1 - y), 44].map(clamp) as unknown as Rgb;
  const sun = Math.hypot((x - 0.68) * 1.6, y - 0.55);
  const glow = Math.max(0, 1 - sun * 1.8);
  const disc = sun < 0.11 ? 1 : 0;
  return [
    mix(58 + 160 * y, 255, Math.max(glow * 0.8, disc)),
    mix(60 + 70 * y, 224, Math.max(glow * 0.6, disc)),
    mix(130 - 30 * y, 150, Math.max(glow * 0.4, disc)),
  ].map(clamp) as unknown as Rgb;
};

/** Rows of pixels, three bytes each, from the top. */
export function paint(picture: Picture, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      pixels.set(picture(column / width, row / height), (row * width + column) * 3);
    }
  }
  return pixels;
}

function hexagonDistance(u: number, v: number, shift: number): number {
  const height = Math.sqrt(3);
  const du = Math.abs(u / height - Math.round(u / height - shift) - shift) * height;
  const dv = Math.abs(v - Math.round(v - shift) - shift);
  return Math.max(dv, du * 0.866 + dv * 0.5);
}

function mix(from: number, to: number, amount: number): number {
  return from + (to - from) * amount;
}

function clamp(value: number): number {
  return Math.round(Math.min(255, Math.max(0, value)));
}
