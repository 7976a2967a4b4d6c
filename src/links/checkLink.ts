import type { Connection } from '#config/DeploymentConfig.ts';
import { CosError } from '#cos/CosError.ts';
import { fetchAnswer } from '#cos/fetchAnswer.ts';
import type { Failure } from '#lib/Failure.ts';

export type LinkCheck =
  | {
      readonly state: 'works';
      /** As the bucket answers it. */
      readonly contentType: string | undefined;
      /** The bucket said that this address downloads whatever it is asked to show; only where its CORS rule tells. */
      readonly forcesDownload: boolean;
    }
  /** Nothing readable came: offline, or an address that keeps this page out. The link may work all the same. */
  | { readonly state: 'unchecked'; readonly failure: Failure };

export interface CheckLinkOptions {
  readonly signal?: AbortSignal;
  readonly fetch?: typeof fetch;
}

/**
 * Opens a link as its receiver will, for its first byte: a simple range, so no preflight, and no key but the link's own.
 *
 * @throws CosError when the bucket refuses it; the signal's reason
 */
export async function checkLink(
  url: string,
  key: string,
  { bucket, region }: Pick<Connection, 'bucket' | 'region'>,
  { signal, fetch: send = globalThis.fetch.bind(globalThis) }: CheckLinkOptions = {},
): Promise<LinkCheck> {
  const about = { operation: 'GetObject', action: 'name/cos:GetObject' };
  try {
    return await fetchAnswer(
      {
        fetch: send,
        request: { ...about, purpose: 'share', method: 'GET', placement: 'query', key },
        target: { url, headers: { Range: 'bytes=0-0' } },
        context: { ...about, host: new URL(url).host, bucket, region, key },
        options: signal ? { signal } : {},
        onHeaders: () => {},
      },
      async (response) => {
        await response.body?.cancel();
        return worksAs(response.headers);
      },
    );
  } catch (error) {
    signal?.throwIfAborted();
    // An object without bytes has no first one.
    if (error instanceof CosError && error.failure.status === 416) return worksAs(new Headers());
    if (error instanceof CosError && error.failure.kind !== 'network') throw error;
    const message = error instanceof Error ? error.message : String(error);
    return { state: 'unchecked', failure: { kind: 'network', code: 'HostUnreachable', message } };
  }
}

function worksAs(headers: Headers): LinkCheck {
  return {
    state: 'works',
    contentType: headers.get('content-type') ?? undefined,
    forcesDownload: headers.get('x-cos-force-download') === 'true',
  };
}
