import { afterEach, beforeEach, describe } from 'vitest';
import type { ContractSubject } from './ContractSubject.ts';
import { copyObligations } from './copyObligations.ts';
import { listingObligations } from './listingObligations.ts';
import { multipartObligations } from './multipartObligations.ts';
import { readAndWriteObligations } from './readAndWriteObligations.ts';

/**
 * What every `CosClient` owes its callers, stated once. Runs on the in-memory bucket, and on the real client against the
 * emulator or, where a bucket and keys are given, against COS itself.
 */
export function describeCosClientContract(name: string, makeSubject: () => Promise<ContractSubject>): void {
  describe(`CosClient contract: ${name}`, () => {
    let subject: ContractSubject;
    beforeEach(async () => {
      subject = await makeSubject();
    });
    afterEach(async () => {
      await subject.close?.();
    });
    const opened = (): ContractSubject => subject;
    readAndWriteObligations(opened);
    listingObligations(opened);
    multipartObligations(opened);
    copyObligations(opened);
  });
}
