import { parseConfig } from '#config/parseConfig.ts';
import { securityHeaders } from '#config/securityHeaders.ts';
import { examine } from '#diagnosis/examine.ts';
import type { ExaminationTools, SetUp } from '#diagnosis/SetUp.ts';
import type { Finding } from '#lib/Finding.ts';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import { minimalPolicy, type Policy } from '../credentials/minimalPolicy.ts';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import type { CorsRule, CosEmulator } from '../emulator/EmulatorOptions.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';
import { loopbackFetch } from '../setup/loopbackFetch.ts';
import type { WebHandler } from '../setup/webHandler.ts';
import { nodeTools } from './nodeTools.ts';

export const PAGE = 'https://files.example.com';
export const BUCKET = 'doctor-1250000000';
export const REGION = 'ap-guangzhou';
const PLACE = { Bucket: BUCKET, Region: REGION };

/**
 * A whole deployment that is in order, and can be put out of order piece by piece: the page's host and the key service in
 * memory, the bucket on a local COS over HTTP.
 */
export class PlantedSetUp {
  /** What the page's host sends with every file, where that is not what it should. */
  headers: Record<string, string> | undefined;
  /** Replaces the key service. */
  endpoint: WebHandler;
  /** What keys allow; undefined: the least that everything needs. */
  policy: Policy | undefined;
  keyLifeSeconds = 1800;
  /** Changes to the one connection of config.json. */
  connection: Record<string, unknown> = {};
  endpointUrl = '/credentials';
  /** This machine's clock minus the right time. */
  clockMs = 0;
  isOnline = true;
  /** A web page that answers in the place of these hosts. */
  portalAt: (host: string) => boolean = () => false;
  readonly emulator: CosEmulator;

  private constructor(emulator: CosEmulator) {
    this.emulator = emulator;
    this.endpoint = this.reference;
  }

  static async start(): Promise<PlantedSetUp> {
    const emulator = await startCosEmulator({
      buckets: [{ name: BUCKET, region: REGION, cors: fileManagerCors([PAGE]) }],
      accounts: [OWNER],
    });
    await emulator.control.putObject(BUCKET, 'team/film.mp4', Buffer.alloc(300_000, 7));
    await emulator.control.putObject(BUCKET, 'team/notes.txt', Buffer.from('notes'));
    return new PlantedSetUp(emulator);
  }

  /** The reference endpoint, whose policy and life a test may change. */
  readonly reference: WebHandler = (request) => {
    const issue = emulatorIssuer(this.emulator);
    return createCredentialsEndpoint({
      bucket: BUCKET,
      region: REGION,
      allowedOrigins: [PAGE],
      authenticate: async () => ({ id: 'doctor', prefix: 'team/', mayUpload: true, mayDelete: true }),
      issuer: ({ policy }) => issue({ policy: this.policy ?? policy, durationSeconds: this.keyLifeSeconds }),
      requestsPerMinute: 10_000,
    })(request);
  };

  /** Gives keys for the real bucket whatever it is asked for, as careless key services do. */
  readonly careless: WebHandler = async () => {
    const scope = { bucket: BUCKET, region: REGION, prefix: 'team/', purpose: 'upload', mayDelete: true } as const;
    const keys = await emulatorIssuer(this.emulator)({ policy: minimalPolicy(scope), durationSeconds: 1800 });
    return Response.json(keys);
  };

  get hosts(): readonly [string, string] {
    return this.emulator.bucketOrigins(BUCKET);
  }

  /** The minimal policy without some actions. */
  withoutActions(...actions: readonly string[]): void {
    const scope = { bucket: BUCKET, region: REGION, prefix: 'team/', purpose: 'upload', mayDelete: true } as const;
    const { statement, version } = minimalPolicy(scope);
    const left = statement.map(({ effect, resource, action }) => ({
      effect,
      resource,
      action: action.filter((name) => !actions.includes(name)),
    }));
    this.policy = { version, statement: left };
  }

  /** The rule that is in order, changed. */
  async changeRule(change: (rule: CorsRule) => CorsRule): Promise<void> {
    await this.emulator.control.setCors(BUCKET, fileManagerCors([PAGE]).map(change));
  }

  /** What somebody does who pastes the XML: PUT Bucket cors, signed by the owner's own client. */
  async pasteXml(xml: string): Promise<void> {
    await vendorClient(this.emulator).request({ ...PLACE, Key: '', Method: 'PUT', Action: 'cors', Body: xml });
  }

  /** The same by an SDK's call, from the JSON. */
  async pasteJson(json: string): Promise<void> {
    await vendorClient(this.emulator).putBucketCors({ ...PLACE, CORSRules: JSON.parse(json) });
  }

  setUp(): SetUp {
    const config = parseConfig(
      {
        endpoint: { url: this.endpointUrl, headers: { 'x-beeline': '1' } },
        connections: [
          { id: 'main', bucket: BUCKET, region: REGION, prefix: 'team/', hosts: this.hosts, ...this.connection },
        ],
      },
      PAGE,
    );
    const [connection] = config.connections;
    if (connection === undefined) throw new Error('There is always one.');
    return { config, connection, pageOrigin: PAGE, pageUrls: [`${PAGE}/`, `${PAGE}/assets/app.js`] };
  }

  /** What `npm run headers` prints for the configuration as it is now. */
  rightHeaders(): Record<string, string> {
    return securityHeaders(this.setUp().config, PAGE);
  }

  /** @param view what sees it: a page, or the command line, which sees more */
  async examine(view: 'page' | 'command line'): Promise<readonly Finding[]> {
    const { seeThrough, ...page } = this.tools();
    const tools: ExaminationTools = view === 'page' || seeThrough === undefined ? page : { ...page, seeThrough };
    const { findings } = await examine(this.setUp(), tools, { onCheck: () => undefined, onFindings: () => undefined });
    return findings;
  }

  private tools(): ExaminationTools {
    return {
      ...nodeTools(PAGE, this.send),
      now: () => Date.now() + this.clockMs,
      isOnline: () => this.isOnline,
    };
  }

  private readonly send: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!this.isOnline) throw new TypeError('fetch failed');
    if (this.portalAt(url.hostname)) {
      return new Response('<!DOCTYPE html><title>Welcome to the hotel</title>', {
        headers: { 'Content-Type': 'text/html' },
      });
    }
    if (url.pathname === '/credentials' || url.hostname.startsWith('keys.'))
      return this.endpoint(new Request(url, init));
    if (url.origin === PAGE) return new Response('{}', { headers: this.headers ?? this.rightHeaders() });
    return loopbackFetch(url, init);
  };

  close(): Promise<void> {
    return this.emulator.close();
  }
}
