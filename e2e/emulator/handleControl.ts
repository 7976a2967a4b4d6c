import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer, json } from 'node:stream/consumers';
import type { CorsRule, CosEmulator, EmulatorBucket, Fault, KeySeed } from './EmulatorOptions.ts';
import { parseTarget } from './parseTarget.ts';
import { equal } from './verifySignature.ts';

/** What a control call by HTTP can reach. */
export type Controlled = Pick<CosEmulator, 'control' | 'issueKeys' | 'controlToken'>;

export const CONTROL_PATH = '/_control/';

type Call = (emulator: Controlled, parameters: readonly unknown[]) => unknown;

/** Calls whose arguments are a JSON list, and whose answer is JSON. Whoever holds the token is trusted with their types. */
const CALLS: Readonly<Record<string, Call>> = {
  createBucket: ({ control }, [bucket]) => control.createBucket(bucket as EmulatorBucket),
  setCors: ({ control }, [bucket, rules]) => control.setCors(bucket as string, rules as CorsRule[]),
  seedKeys: ({ control }, [bucket, seed]) => control.seedKeys(bucket as string, seed as KeySeed),
  listKeys: ({ control }, [bucket]) => control.listKeys(bucket as string),
  listUploads: ({ control }, [bucket]) => control.listUploads(bucket as string),
  moveClock: ({ control }, [offsetMs]) => control.moveClock(offsetMs as number),
  plantFaults: ({ control }, [faults]) => control.plantFaults(faults as Fault[]),
  clearFaults: ({ control }) => control.clearFaults(),
  revokeKeys: ({ control }, [tmpSecretId]) => control.revokeKeys(tmpSecretId as string),
  journal: ({ control }) => control.journal(),
  clearJournal: ({ control }) => control.clearJournal(),
  issueKeys: (emulator, [options]) => emulator.issueKeys(options as Parameters<CosEmulator['issueKeys']>[0]),
};

/**
 * The control API: `POST /_control/<call>` with the header `x-control-token`, arguments as a JSON list. Two calls carry
 * bytes: `putObject?bucket=…&key=…[&options=<JSON>]` as its body, `readObject ["bucket", "key"]` as its answer.
 *
 * Web pages stay outside even if they learned the token: the header needs a preflight, which is never granted.
 */
export async function handleControl(
  message: IncomingMessage,
  response: ServerResponse,
  emulator: Controlled,
): Promise<void> {
  const token = message.headers['x-control-token'];
  if (typeof token !== 'string' || !equal(token, emulator.controlToken)) {
    return answer(response, 403, { error: 'This needs the control token that was printed at the start.' });
  }
  try {
    const { path, query } = parseTarget(message.url ?? '');
    const name = path.slice(CONTROL_PATH.length);
    if (message.method !== 'POST') return answer(response, 405, { error: 'Control calls are POST requests.' });
    if (name === 'putObject') {
      const options = JSON.parse(query.get('options') ?? '{}') as { lastModified?: string };
      await emulator.control.putObject(query.get('bucket') ?? '', query.get('key') ?? '', await buffer(message), {
        ...options,
        ...(options.lastModified === undefined ? {} : { lastModified: new Date(options.lastModified) }),
      } as NonNullable<Parameters<CosEmulator['control']['putObject']>[3]>);
      return answer(response, 200, null);
    }
    const parameters = message.headers['content-length'] === '0' ? [] : await json(message);
    if (!Array.isArray(parameters)) return answer(response, 400, { error: 'Arguments are a JSON list.' });
    if (name === 'readObject') {
      const bytes = await emulator.control.readObject(parameters[0] as string, parameters[1] as string);
      if (bytes) response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(bytes);
      else answer(response, 404, { error: 'There is no such object.' });
      return;
    }
    const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
    if (!call) return answer(response, 404, { error: `There is no call ${name}.` });
    answer(response, 200, (await call(emulator, parameters as unknown[])) ?? null);
  } catch (error) {
    answer(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
