import { formBody } from '#cos/formBody.ts';
import { signPostPolicy, uploadPolicyText } from '#cos/postPolicy.ts';
import { openConnection } from './openConnection.ts';

/** What a page can do at best with small files: one signature, bodies built by hand, plain fetch, nothing checked. */
export async function sendByForms(
  files: readonly Blob[],
  { hosts, lanes }: { readonly hosts: number; readonly lanes: number },
): Promise<number> {
  const { connection, credentials } = await openConnection(hosts);
  const keys = await credentials.get(connection, { purpose: 'upload' });
  const now = Math.floor(Date.now() / 1000);
  const window = { startSeconds: now - 60, endSeconds: now + 900 };
  const signed = await signPostPolicy(
    keys,
    uploadPolicyText(connection.bucket, connection.prefix, keys.secretId, window),
    window,
  );
  const started = performance.now();
  let next = 0;
  const lane = async (_: unknown, index: number): Promise<void> => {
    const origin = connection.hosts[index % connection.hosts.length] ?? '';
    for (let file = next++; file < files.length; file = next++) {
      const { body, contentType } = await formBody(
        [
          ['key', `raw/${file}`],
          ['Content-Type', 'application/octet-stream'],
          ['policy', signed.policy],
          ['q-sign-algorithm', 'sha1'],
          ['q-ak', keys.secretId],
          ['q-key-time', signed.keyTime],
          ['q-signature', signed.signature],
          ['x-cos-security-token', keys.sessionToken],
        ],
        files[file] ?? new Blob(),
      );
      const headers = { 'Content-Type': contentType };
      const answer = await fetch(`${origin}/`, { method: 'POST', headers, body: body as BodyInit });
      if (!answer.ok) throw new Error(`POST answered ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return performance.now() - started;
}
