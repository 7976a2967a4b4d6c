import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { appConfig } from '../setup/appConfig.ts';
import { localCaller } from '../setup/localCaller.ts';
import { serveApp, type AppServer } from '../setup/serveApp.ts';
import { BENCH_BUCKET, EmulatorProcess, type Line } from './EmulatorProcess.ts';

export interface ServedWithBucket {
  readonly app: AppServer;
  readonly emulator: EmulatorProcess;
  readonly close: () => Promise<void>;
}

/** A folder of pages under the app's own headers, a local COS at the end of this line, and the keys for it. */
export async function serveWithBucket(folder: string, line?: Line): Promise<ServedWithBucket> {
  const app = await serveApp({ folder, port: 0 });
  const emulator = await EmulatorProcess.start(app.origin, line);
  const { name: bucket, region } = BENCH_BUCKET;
  app.setConfig(appConfig({ bucket, region, hosts: emulator.origins }));
  app.setEndpoint(
    createCredentialsEndpoint({
      bucket,
      region,
      allowedOrigins: [app.origin],
      authenticate: localCaller(),
      issuer: emulator.issue,
    }),
  );
  return {
    app,
    emulator,
    close: async () => {
      await Promise.all([app.close(), emulator.close()]);
    },
  };
}
