import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { openConnection } from './openConnection.ts';

/** One listing, one HEAD and one GET by the app's own client. */
export async function readOnce(key: string): Promise<void> {
  const { connection, credentials, clock } = await openConnection(2);
  const cos = createCosClient({ connection, credentials, clock, lanes: createLanes() });
  await cos.listObjects({ prefix: '', delimiter: '/' });
  await cos.headObject({ key });
  const { body } = await cos.getObject({ key, range: { start: 0 } });
  await new Response(body).arrayBuffer();
}
