import * as v from 'valibot';
import { FailureError } from '#lib/FailureError.ts';
import { isBucketName, isConnectionPrefix, isRegion } from './bucketNames.ts';
import type { DeploymentConfig } from './DeploymentConfig.ts';
import { isHostTemplate } from './OtherBuckets.ts';
import { parseOrigin, parseTrustedUrl } from './trustedUrls.ts';

/** Names the file itself, where no field is to blame. */
const WHOLE = 'config.json';
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** What HTTP can carry and a signature survives. */
const HEADER_VALUE = /^[\x20-\x7e]*$/;

/**
 * Checks what `config.json` says and fills in the defaults. URLs come out absolute, hosts as bare origins.
 *
 * [Note: The deployment decides, the page's address does not] Endpoint, bucket, region and hosts come from this file on
 * our own origin and from nowhere else: a link somebody sends cannot change where keys come from or bytes go. Hence
 * strict: an unknown field is a mistake to name, https everywhere except on loopback, no userinfo, and an origin where
 * an origin is meant.
 *
 * @param json what the file holds, already parsed
 * @param pageOrigin `https://beeline.example`: relative URLs start here
 * @throws FailureError `ConfigInvalid` with `facts.field` such as `connections.0.bucket`
 */
export function parseConfig(json: unknown, pageOrigin: string): DeploymentConfig {
  const result = v.safeParse(configSchema(pageOrigin), json, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw invalid(v.getDotPath(issue) ?? WHOLE, issue.message);
  }
  const { $schema: _forEditors, ...config } = result.output;
  // Only public buckets are shown without keys.
  if (config.endpoint === undefined && config.connections.some(({ access }) => access !== 'anonymous')) {
    throw invalid('endpoint', 'is missing');
  }
  const signInUrl = config.endpoint?.signInUrl;
  const signInOrigin = signInUrl === undefined ? undefined : new URL(signInUrl).origin;
  if (
    signInOrigin !== undefined &&
    ![pageOrigin, new URL(config.endpoint?.url ?? pageOrigin).origin].includes(signInOrigin)
  ) {
    throw invalid('endpoint.signInUrl', 'must be on the origin of this page or of the endpoint');
  }
  const ids = config.connections.map((connection) => connection.id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated >= 0) throw invalid(`connections.${repeated}.id`, 'is used twice');
  return config;
}

function invalid(field: string, problem: string): FailureError {
  return new FailureError({
    kind: 'local',
    code: 'ConfigInvalid',
    message: field === WHOLE ? `${field} ${problem}` : `config.json: ${field} ${problem}`,
    facts: { field },
  });
}

function configSchema(pageOrigin: string) {
  const trustedUrl = v.pipe(
    v.string('must be text'),
    v.transform((text) => parseTrustedUrl(text, pageOrigin)),
    v.string('must be https (http only on this machine) or a path on this page’s origin, without user name'),
  );
  const origin = v.pipe(
    v.string('must be text'),
    v.transform(parseOrigin),
    v.string('must be an https origin (http only on this machine) without path, query and user name'),
  );
  const headerValue = v.pipe(v.string('must be text'), v.regex(HEADER_VALUE, 'must be printable ASCII'));
  const headers = v.record(
    v.pipe(v.string(), v.regex(HEADER_NAME, 'is not a header name')),
    headerValue,
    'must be an object of texts',
  );
  const endpoint = v.strictObject(
    {
      url: trustedUrl,
      method: v.optional(v.picklist(['GET', 'POST'], 'must be GET or POST'), 'POST'),
      headers: v.optional(headers, {}),
      withCredentials: v.optional(v.boolean('must be true or false'), false),
      signInUrl: v.exactOptional(trustedUrl),
      tokenModule: v.exactOptional(
        v.pipe(
          trustedUrl,
          v.check((url) => new URL(url).origin === pageOrigin, 'must be on the origin of this page'),
        ),
      ),
      timeoutSeconds: v.optional(
        v.pipe(
          v.number('must be a number'),
          v.minValue(1, 'must be at least 1'),
          v.maxValue(120, 'must be at most 120'),
        ),
        10,
      ),
    },
    objectMessage,
  );
  const region = v.pipe(v.string('must be text'), v.check(isRegion, 'is not a region like ap-guangzhou'));
  const connection = v.pipe(
    v.strictObject(
      {
        id: v.pipe(v.string('must be text'), v.regex(/^[a-z0-9-]{1,64}$/, 'may hold a–z, 0–9 and hyphens only')),
        label: v.exactOptional(v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'), v.maxLength(100))),
        bucket: v.pipe(
          v.string('must be text'),
          v.check(isBucketName, 'is not a full bucket name like media-1250000000'),
        ),
        region,
        prefix: v.optional(v.pipe(v.string('must be text'), v.check(isConnectionPrefix, prefixMessage)), ''),
        hosts: v.optional(
          v.array(v.pipe(origin, v.check(isNotWebsite, websiteMessage)), 'must be a list of origins'),
          [],
        ),
        trash: v.exactOptional(
          v.pipe(
            v.string('must be text'),
            v.check((folder) => folder.length > 1 && folder.endsWith('/') && !folder.startsWith('/'), trashMessage),
          ),
        ),
        access: v.optional(
          v.picklist(['credentials', 'anonymous'], 'must be "credentials" or "anonymous"'),
          'credentials',
        ),
        thumbnails: v.exactOptional(
          v.picklist(['objects', 'image-processing', 'off'], 'must be "objects", "image-processing" or "off"'),
        ),
      },
      objectMessage,
    ),
    v.transform((checked) => ({ ...checked, label: checked.label ?? checked.bucket })),
  );
  const template = v.pipe(
    v.string('must be text'),
    v.check(isHostTemplate, templateMessage),
    v.check(isNotWebsite, websiteMessage),
  );
  const otherBuckets = v.strictObject(
    {
      regions: v.pipe(v.array(region, 'must be a list of regions'), v.minLength(1, 'needs at least one')),
      hosts: v.optional(v.array(template, 'must be a list of origins'), []),
    },
    objectMessage,
  );
  return v.strictObject(
    {
      $schema: v.exactOptional(v.string('must be text')),
      endpoint: v.exactOptional(endpoint),
      connections: v.pipe(v.array(connection, 'must be a list'), v.minLength(1, 'needs at least one')),
      otherBuckets: v.exactOptional(otherBuckets),
      patience: v.optional(
        v.pipe(
          v.number('must be a number'),
          v.minValue(0.05, 'must be at least 0.05'),
          v.maxValue(10, 'must be at most 10'),
        ),
        1,
      ),
    },
    objectMessage,
  );
}

/** The static-website domain serves pages to browsers and does nothing else (COS documentation 30613). */
const WEBSITE_LABEL = '.cos-website.';
const isNotWebsite = (host: string): boolean => !host.includes(WEBSITE_LABEL);
const websiteMessage = ({ input }: { readonly input: string }): string =>
  `is the static-website domain, which cannot list, sign or write: use ${input.replace(WEBSITE_LABEL, '.cos.')}, or leave hosts out`;
const prefixMessage = 'must be empty or end with a slash, not begin with one, and hold no folder “.” or “..”';
const templateMessage = 'must be an origin that begins with https://{bucket}. and may hold {region}';

const trashMessage = 'must be a folder like .trash/: end with a slash, and not begin with one';

function objectMessage(issue: v.StrictObjectIssue): string {
  if (issue.expected === 'never') return 'is not a known field';
  return issue.received === 'undefined' ? 'is missing' : 'must be an object';
}
