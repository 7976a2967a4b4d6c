import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type COS from 'cos-nodejs-sdk-v5';
import { planDeployment, type Upload } from './planDeployment.ts';

export interface DeployOptions {
  readonly cos: COS;
  readonly bucket: string;
  readonly region: string;
  /** Keys begin with it: `''` or ends with `/`. */
  readonly prefix: string;
  /** The build. */
  readonly folder: string;
  /** Goes up as `config.json` instead of the one in the build. */
  readonly config: string;
  readonly say: (line: string) => void;
}

/** At a time. Small files: the round trips count. */
const LANES = 6;

/**
 * Uploads a build. Files that are there already with the same bytes and headers are left; nothing is deleted, as pages that
 * are open still ask for the files of the build before.
 *
 * @throws Error when an upload fails or does not arrive whole; `index.html` is then still the old one
 */
export async function deployTo(options: DeployOptions): Promise<{ uploaded: number; unchanged: number }> {
  const paths = readdirSync(options.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(options.folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  if (!paths.includes('index.html')) throw new Error(`${options.folder} holds no build: index.html is missing.`);
  const plan = planDeployment(paths, options.prefix);
  let uploaded = 0;
  const put = async (upload: Upload): Promise<void> => {
    if (await putUnlessThere(upload, options)) uploaded += 1;
  };
  const hashed = plan.filter(({ path }) => path.startsWith('assets/'));
  const rest = [...hashed];
  const lane = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await put(next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  // One after the other, and the page itself at the very end.
  for (const upload of plan.filter(({ path }) => !path.startsWith('assets/'))) await put(upload);
  return { uploaded, unchanged: plan.length - uploaded };
}

async function putUnlessThere(
  { path, key, contentType, cacheControl }: Upload,
  options: DeployOptions,
): Promise<boolean> {
  const { cos, bucket, region, folder, config, say } = options;
  const body = path === 'config.json' ? Buffer.from(config) : readFileSync(join(folder, path));
  const md5 = createHash('md5').update(body);
  const base64 = md5.copy().digest('base64');
  const etag = `"${md5.digest('hex')}"`;
  const place = { Bucket: bucket, Region: region, Key: key };
  const there = await cos.headObject(place).catch(() => undefined);
  const headers = there?.headers ?? {};
  const isThere =
    there?.ETag === etag && headers['content-type'] === contentType && headers['cache-control'] === cacheControl;
  if (isThere) return false;
  say(`${key} (${contentType})`);
  const { ETag }: COS.PutObjectResult = await cos.putObject({
    ...place,
    Body: body,
    ContentType: contentType,
    CacheControl: cacheControl,
    Headers: { 'Content-MD5': base64 },
  });
  if (ETag !== etag) throw new Error(`${key} did not arrive as it was sent.`);
  return true;
}
