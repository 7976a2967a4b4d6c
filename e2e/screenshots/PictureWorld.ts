import type { Page } from 'playwright';
import type COS from 'cos-nodejs-sdk-v5';
import type { CosEmulator } from '../emulator/EmulatorOptions.ts';
import type { AppConfig } from '../setup/appConfig.ts';
import type { AppServer } from '../setup/serveApp.ts';
import type { WebHandler } from '../setup/webHandler.ts';

/** What the pictures are taken of: the production build on an emulator with sample objects. */
export interface PictureWorld {
  readonly app: AppServer;
  readonly emulator: CosEmulator;
  readonly bucket: { readonly name: string; readonly region: string };
  /** The vendor's client with the owner's keys. */
  readonly owner: COS;
  readonly config: AppConfig;
  readonly endpoint: WebHandler;
  /** The endpoint with keys that lack these actions. */
  readonly endpointWithout: (...actions: readonly string[]) => WebHandler;
  /** Writes a file of that many bytes to choose; returns its path. */
  readonly file: (name: string, bytes: number) => string;
}

/** By the name of its pictures: what brings a fresh page into a state worth looking at. */
export type PictureStates = Readonly<Record<string, (page: Page) => Promise<void>>>;
