import type { Page } from 'playwright';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import type { PictureStates, PictureWorld } from './PictureWorld.ts';

/** The set-up check on a set-up in order and on five that are not; each puts everything right again afterwards. */
export function doctorStates(world: PictureWorld): PictureStates {
  const { app, emulator, config, endpoint, endpointWithout } = world;
  const bucket = world.bucket.name;
  const rules = fileManagerCors([app.origin]);
  const check = async (page: Page): Promise<void> => {
    await page.goto(`${app.origin}/#/doctor`);
    await page.getByRole('button', { name: 'Run again' }).waitFor();
    await emulator.control.setCors(bucket, rules);
    app.setConfig(config);
    app.setEndpoint(endpoint);
  };
  return {
    'doctor-healthy': check,
    'doctor-cors': async (page) => {
      await emulator.control.setCors(bucket, []);
      await check(page);
    },
    'doctor-exposed': async (page) => {
      const hidden = new Set(['ETag', 'Date', 'x-cos-hash-crc64ecma']);
      const left = (names: readonly string[]): string[] => names.filter((name) => !hidden.has(name));
      await emulator.control.setCors(
        bucket,
        rules.map((rule) => Object.assign({}, rule, { exposeHeaders: left(rule.exposeHeaders) })),
      );
      await check(page);
    },
    'doctor-rights': async (page) => {
      app.setEndpoint(endpointWithout('name/cos:DeleteObject', 'name/cos:PutObjectCopy'));
      await check(page);
    },
    'doctor-endpoint': async (page) => {
      app.setEndpoint(async () =>
        Response.json({ error: { code: 'Down', message: 'STS quota used up' } }, { status: 500 }),
      );
      await check(page);
    },
    'doctor-alias': async (page) => {
      const gone = 'http://files-of-the-team.localhost:1';
      app.setConfig({
        ...config,
        connections: config.connections.map((each) =>
          Object.assign({}, each, { hosts: [gone, ...emulator.bucketOrigins(bucket)] }),
        ),
      });
      await check(page);
    },
  };
}
