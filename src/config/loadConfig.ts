import { FailureError } from '#lib/FailureError.ts';
import { readLimitedText } from '#lib/readLimitedText.ts';
import type { DeploymentConfig } from './DeploymentConfig.ts';
import { parseConfig } from './parseConfig.ts';

export interface LoadConfigOptions {
  /** Default: `config.json` beside the page. Must be on the page's origin. */
  readonly url?: string;
  /** Default: the page's. */
  readonly pageOrigin?: string;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
}

const MAX_BYTES = 256 * 1024;

/**
 * Fetches and checks the deployment's settings.
 *
 * @throws FailureError `ConfigInvalid`, whose message says which of the usual mistakes it is: missing file, a web page
 * in its place, cut JSON, a wrong field (`facts.field`)
 */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<DeploymentConfig> {
  const {
    url = new URL('config.json', document.baseURI).href,
    pageOrigin = location.origin,
    fetch: send = globalThis.fetch.bind(globalThis),
    signal,
  } = options;
  if (new URL(url).origin !== pageOrigin) throw unusable('must be on the page’s own origin');

  let text: string;
  let response: Response;
  try {
    response = await send(url, {
      cache: 'no-cache',
      credentials: 'same-origin',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      ...(signal ? { signal } : {}),
    });
    text = await readLimitedText(response.body, MAX_BYTES);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw unusable('could not be fetched from the page’s own server', error);
  }
  if (response.status === 404) throw unusable('is missing: the server answered 404', undefined, 404);
  if (!response.ok)
    throw unusable(`could not be fetched: the server answered ${response.status}`, undefined, response.status);
  if (/^\s*</.test(text))
    throw unusable('is a web page, not JSON: the server answers unknown paths with its start page');
  return parseConfig(parseJson(text), pageOrigin);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unusable('is not complete, valid JSON', error);
  }
}

function unusable(problem: string, cause?: unknown, status?: number): FailureError {
  return new FailureError(
    {
      kind: 'local',
      code: 'ConfigInvalid',
      message: `config.json ${problem}`,
      facts: { field: 'config.json' },
      ...(status === undefined ? {} : { status }),
    },
    { cause },
  );
}
