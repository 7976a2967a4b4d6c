import { abortable } from '#lib/abortable.ts';
import { FailureError } from '#lib/FailureError.ts';
import { plainText } from '#lib/plainText.ts';

/** Tells the endpoint who is asking. */
export interface BearerSource {
  /**
   * @param isRefused the endpoint did not accept the last one: a newer one is wanted
   * @throws FailureError `SignInRequired` when nobody is signed in, `TokenModuleFailed`
   */
  token(isRefused: boolean, signal: AbortSignal): Promise<string>;
}

/** What the operator's module exports. Anything may come back: it is not ours. */
interface TokenModule {
  readonly getToken?: unknown;
}

/** The characters of a bearer token (RFC 6750, section 2.1). */
const TOKEN = /^[A-Za-z0-9\-._~+/]{1,8192}=*$/;

/**
 * [Note: The page's owner knows who is there] A portal that has signed the person in gives us a module on our own origin
 * (`endpoint.tokenModule`) whose `getToken({ isRefused })` answers the token, from wherever the portal keeps it. It is
 * asked anew for every question to the endpoint, so that the token is kept nowhere here and a newer one is used at once.
 */
export function createBearerSource(load: () => Promise<unknown>): BearerSource {
  let loading: Promise<unknown> | undefined;
  return {
    async token(isRefused, signal) {
      loading ??= load();
      let token: unknown;
      try {
        const { getToken } = (await abortable(loading, signal)) as TokenModule;
        if (typeof getToken !== 'function') throw new Error('it does not export a function getToken');
        token = await abortable(Promise.resolve((getToken as (wish: object) => unknown)({ isRefused })), signal);
      } catch (error) {
        loading = undefined;
        throw failed(signal.aborted ? 'it took too long' : plainText(String(error)), error);
      }
      if (token === undefined || token === null || token === '') {
        const message = 'The page’s owner says that nobody is signed in';
        throw new FailureError({ kind: 'credentials', code: 'SignInRequired', message });
      }
      if (typeof token !== 'string' || !TOKEN.test(token)) throw failed('what it gave is not a token');
      return token;
    },
  };
}

function failed(problem: string, cause?: unknown): FailureError {
  const message = `The module that knows who is signed in does not work: ${problem}`;
  return new FailureError({ kind: 'credentials', code: 'TokenModuleFailed', message }, { cause });
}
