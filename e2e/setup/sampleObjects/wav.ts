const SAMPLES_PER_SECOND = 16_000;

/** Frequency in hertz, length in beats. */
type Note = readonly [frequency: number, beats: number];

/** The flight of a bumblebee it is not: eight notes up and down. */
const TUNE: readonly Note[] = [
  [392, 1],
  [440, 1],
  [494, 1],
  [523, 2],
  [494, 1],
  [440, 1],
  [392, 3],
];

/** A WAV file, 16-bit mono. */
export function wav(): Uint8Array {
  const samples = TUNE.flatMap(([frequency, beats]) => tone(frequency, beats * 0.22));
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => data.writeInt16LE(Math.round(sample * 0x6000), index * 2));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  header.writeUInt32LE(SAMPLES_PER_SECOND * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

function tone(frequency: number, seconds: number): number[] {
  const length = Math.round(seconds * SAMPLES_PER_SECOND);
  return Array.from({ length }, (_, index) => {
    const time = index / SAMPLES_PER_SECOND;
    const fade = Math.min(1, time * 60) * Math.exp(-3 * time);
    return fade * (Math.sin(2 * Math.PI * frequency * time) + 0.3 * Math.sin(4 * Math.PI * frequency * time)) * 0.7;
  });
}
