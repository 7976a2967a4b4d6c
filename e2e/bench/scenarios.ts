import type { EmulatorProcess, Line } from './EmulatorProcess.ts';

import type { EngineSettings, RawShape, SdkSettings, SmallFiles, Work } from './page/benchPage.ts';

export const MIB = 1024 * 1024;

/** The same bytes sent in several ways over the same line. */
export interface Scenario {
  readonly number: string;
  readonly title: string;
  readonly line: Line;
  readonly totalBytes: number;
  /** The first one is what the others are compared with. */
  readonly ways: readonly Way[];
}

export interface Way {
  /** As the goals call it. */
  readonly id: string;
  readonly name: string;
  /** JavaScript for the bench's page (`page/benchPage.ts`). */
  readonly expression: (emulator: EmulatorProcess) => string;
}

const LOOPBACK: Line = {};

/** @param bytesPerSecond of each connection of the far line; each answer takes 50 ms there */
export function scenarios(fileBytes: number, bytesPerSecond: number): readonly Scenario[] {
  const WAN: Line = { latencyMs: 50, bytesPerSecond };
  const big = { totalBytes: fileBytes };
  const many = { count: 2000, sizeBytes: 4096 };
  const some = { count: 300, sizeBytes: 4096 };
  const raw6 = raw('raw6', 'plain fetch, 16 MiB × 6, one host', fileBytes, 1, { sliceBytes: 16 * MIB, lanes: 6 });
  const raw12 = raw('raw12', 'plain fetch, 11 MiB × 12, two hosts', fileBytes, 2, { sliceBytes: 11 * MIB, lanes: 12 });
  const sdkDefault = sdk('sdk', 'cos-js-sdk-v5, defaults', 'chosen', {});
  const sdkTuned = sdk('tuned', 'cos-js-sdk-v5, 16 MiB × 6', 'chosen', { chunkBytes: 16 * MIB, parallel: 6 });
  const others = [sdkDefault, sdkTuned, uppy('Uppy 6, defaults', 'chosen'), uppy4('Uppy 4, defaults', 'chosen')];
  return [
    {
      ...big,
      number: '1',
      title: 'one big file, loopback',
      line: LOOPBACK,
      ways: [
        raw6,
        engine('unverified', 'Beeline, not verified', 'chosen', { verify: false, hosts: 2 }),
        engine('beeline', 'Beeline, verified', 'chosen', { verify: true, hosts: 2 }),
        ...others,
      ],
    },
    {
      ...big,
      number: '2',
      title: 'one big file, WAN, one host',
      line: WAN,
      ways: [
        raw6,
        engine('beeline', 'Beeline, six lanes', 'chosen', { verify: true, hosts: 2, partsInFlight: 6 }),
        engine('one-name', 'Beeline, one name, a lane kept free', 'chosen', { verify: true, hosts: 1 }),
        ...others,
      ],
    },
    {
      ...big,
      number: '3',
      title: 'one big file, WAN, two hosts',
      line: WAN,
      ways: [
        raw12,
        engine('beeline', 'Beeline', 'chosen', { verify: true, hosts: 2 }),
        engine('unverified', 'Beeline, not verified', 'chosen', { verify: false, hosts: 2 }),
        engine('warm', 'Beeline, line known', 'chosen', { verify: true, hosts: 2, warm: true }),
        ...others,
      ],
    },
    {
      number: '4',
      title: '2,000 files of 4 KB, loopback',
      line: LOOPBACK,
      totalBytes: many.count * many.sizeBytes,
      ways: [
        forms('forms6', 'plain fetch of forms × 6, one host', many, { hosts: 1, lanes: 6 }),
        engine('beeline', 'Beeline, verified', many, { verify: true, hosts: 2 }),
        engine('unverified', 'Beeline, not verified', many, { verify: false, hosts: 2 }),
        sdk('sdk', 'cos-js-sdk-v5, defaults', many, {}),
        uppy('Uppy 6, defaults', many),
      ],
    },
    {
      number: '5',
      title: '300 files of 4 KB, WAN',
      line: WAN,
      totalBytes: some.count * some.sizeBytes,
      ways: [
        sdk('sdk', 'cos-js-sdk-v5, defaults', some, {}),
        engine('one-name', 'Beeline, one name, a lane kept free', some, { verify: true, hosts: 1 }),
        engine('six-lanes', 'Beeline, six lanes on one host', some, { verify: true, hosts: 2, partsInFlight: 6 }),
        engine('beeline', 'Beeline, two hosts', some, { verify: true, hosts: 2 }),
        forms('forms12', 'plain fetch of forms × 12, two hosts', some, { hosts: 2, lanes: 12 }),
        uppy('Uppy 6, defaults', some),
      ],
    },
  ];
}

function engine(id: string, name: string, work: Work, settings: EngineSettings): Way {
  return { id, name, expression: () => `bench.engine(${JSON.stringify(work)}, ${JSON.stringify(settings)})` };
}

function sdk(id: string, name: string, work: Work, settings: SdkSettings): Way {
  return { id, name, expression: () => `bench.sdk(${JSON.stringify(work)}, ${JSON.stringify(settings)})` };
}

function uppy(name: string, work: Work): Way {
  return { id: 'uppy', name, expression: () => `bench.uppy(${JSON.stringify(work)})` };
}

function uppy4(name: string, work: Work): Way {
  return { id: 'uppy4', name, expression: () => `bench.uppy4(${JSON.stringify(work)})` };
}

function forms(id: string, name: string, work: SmallFiles, settings: { hosts: number; lanes: number }): Way {
  return { id, name, expression: () => `bench.forms(${JSON.stringify(work)}, ${JSON.stringify(settings)})` };
}

function raw(id: string, name: string, fileBytes: number, hosts: number, shape: RawShape): Way {
  const slices = Array.from({ length: Math.ceil(fileBytes / shape.sliceBytes) }, (_, index) => index);
  return {
    id,
    name,
    expression: (emulator) => {
      const urls = emulator.origins
        .slice(0, hosts)
        .map((origin) => slices.map((slice) => emulator.presignPut(`raw/${slice}`, origin)));
      return `bench.raw(${JSON.stringify(urls)}, ${JSON.stringify(shape)})`;
    },
  };
}
