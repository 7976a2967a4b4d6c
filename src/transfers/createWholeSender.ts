import type { PutObjectInput, PutObjectOutput } from '#cos/CosCalls.ts';
import type { SendOptions } from '#cos/CosClient.ts';
import { isFormKey } from '#cos/formBody.ts';
import { toFailure } from '#lib/Failure.ts';
import type { TransferRun } from './TransferRun.ts';
import type { RequestKind } from './watchSilence.ts';

/** Sends one file whole, by the cheapest request it may use at the moment. */
export interface WholeSender {
  readonly kind: RequestKind;
  /** `bytes`: the body's, where they are in memory already. */
  readonly send: (
    input: PutObjectInput,
    options: SendOptions,
    bytes?: Uint8Array<ArrayBuffer>,
  ) => Promise<PutObjectOutput>;
}

/** A form took so long that its silence was cut: a PUT shows its progress and is not mistaken for dead. */
const TOO_SLOW = new Set(['Timeout', 'Stalled']);

/** By form what is small and has a key that a form carries (`[Note: Small files by form]`), by PUT the rest. */
export function createWholeSender(
  { cos, forms, policy }: Pick<TransferRun, 'cos' | 'forms' | 'policy'>,
  { key, sizeBytes }: { readonly key: string; readonly sizeBytes: number },
): WholeSender {
  let fitsForm = sizeBytes <= policy.formBytes && isFormKey(key);
  const byForm = (): boolean => fitsForm && forms.isOpen();
  return {
    get kind() {
      return byForm() ? 'form' : 'body';
    },
    send: async (input, options, bytes) => {
      // A slice has no type of its own, which the browser would send. A form does without one: every Blob that is made
      // is told to the browser's own process.
      const put = (): Promise<PutObjectOutput> => cos.putObject({ ...input, body: input.body.slice() }, options);
      if (!byForm()) return put();
      try {
        return await cos.postObject({ ...input, body: bytes ?? input.body }, options);
      } catch (error) {
        const failure = toFailure(error);
        fitsForm &&= !TOO_SLOW.has(failure.code);
        if (options.signal?.aborted || !forms.refusedBy(failure)) throw error;
        return put();
      }
    },
  };
}
