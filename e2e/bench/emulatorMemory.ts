/**
 * What a large upload costs the local COS: starts it as a process of its own, sends it one object in parts over six
 * connections, and prints its memory before, at its peak, and the rate. `tsx e2e/bench/emulatorMemory.ts [GiB]`
 * (default 5; the disk needs that much room for a moment). Linux and macOS.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { rawRequest, type RawAnswer } from '../emulator/testing/rawRequest.ts';
import { percent, signByHand } from '../emulator/testing/signByHand.ts';

const MIB = 1024 * 1024;
const PART_BYTES = 16 * MIB;
const CONNECTIONS = 6;
const ALLOWED_GROWTH_MIB = 100;
const SAMPLE_EVERY_MS = 100;

const parts = Math.ceil((Number(process.argv[2] ?? 5) * 1024 * MIB) / PART_BYTES);
const folder = await mkdtemp(join(tmpdir(), 'emulator-memory-'));
const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/emulator/main.ts', '--data', folder], {
  stdio: ['ignore', 'pipe', 'inherit'],
});

try {
  const { host, secretId, secretKey } = await readStart();
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = async (method: string, query: Record<string, string>, body: string | Uint8Array): Promise<RawAnswer> => {
    const now = Math.floor(Date.now() / 1000);
    const signing = { method, path: '/large.bin', query, headers: { host }, start: now - 1, end: now + 900 };
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${percent(value)}`);
    const answer = await rawRequest({
      method,
      target: `/large.bin?${pairs.join('&')}`,
      host,
      port: Number(host.split(':')[1]),
      headers: { Authorization: signByHand({ secretId, secretKey, ...signing }) },
      body,
      agent,
    });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer;
  };

  const uploadId = await ask('POST', { uploads: '' }, '').then(
    ({ text }) => /<UploadId>(.*?)<\/UploadId>/.exec(text)?.[1] ?? '',
  );
  const part = Buffer.alloc(PART_BYTES, 'Beeline ');
  const etags: string[] = [];
  const idleMib = residentMib();
  let peakMib = idleMib;
  const sampling = setInterval(() => {
    peakMib = Math.max(peakMib, residentMib());
  }, SAMPLE_EVERY_MS);

  const started = performance.now();
  let next = 1;
  const sendParts = async (): Promise<void> => {
    while (next <= parts) {
      const partNumber = next++;
      const answer = await ask('PUT', { partNumber: String(partNumber), uploadId }, part);
      etags[partNumber] = answer.headers.etag ?? '';
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendParts));
  const seconds = (performance.now() - started) / 1000;
  const list = etags.map((etag, number) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`);
  await ask('POST', { uploadId }, `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`);
  clearInterval(sampling);
  agent.destroy();

  const mib = (parts * PART_BYTES) / MIB;
  const growth = peakMib - idleMib;
  console.log(`sent       ${mib} MiB in ${parts} parts, ${(mib / seconds).toFixed(0)} MiB/s`);
  console.log(`memory     ${idleMib.toFixed(0)} MiB before, ${peakMib.toFixed(0)} MiB at the peak`);
  console.log(`it cost    ${growth.toFixed(0)} MiB (allowed: ${ALLOWED_GROWTH_MIB})`);
  if (growth > ALLOWED_GROWTH_MIB) process.exitCode = 1;
} finally {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  await rm(folder, { recursive: true, force: true });
}

/** Bucket host and permanent key, from what the emulator prints when it is ready. */
async function readStart(): Promise<{ host: string; secretId: string; secretKey: string }> {
  const found = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', value = ''] = line.split(/\s+/);
    found.set(name, value);
    if (found.has('SecretKey')) break;
  }
  return {
    host: (found.get('bucket') ?? '').replace('http://', ''),
    secretId: found.get('SecretId') ?? '',
    secretKey: found.get('SecretKey') ?? '',
  };
}

/** Resident set of the emulator's process, without the runner around it. */
function residentMib(): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    const kib = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' });
    return Number(kib.trim()) / 1024;
  }
}
