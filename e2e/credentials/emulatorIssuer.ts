import type { CosEmulator } from '../emulator/EmulatorOptions.ts';
import type { CredentialsIssuer } from './CredentialsIssuer.ts';

/** Keys that the local COS accepts, under the same policies as real ones. */
export function emulatorIssuer(emulator: Pick<CosEmulator, 'issueKeys'>): CredentialsIssuer {
  return async ({ policy, durationSeconds }) => {
    const { startTime, expiredTime, ...credentials } = emulator.issueKeys({ policy, durationSeconds });
    return { credentials, startTime, expiredTime };
  };
}
