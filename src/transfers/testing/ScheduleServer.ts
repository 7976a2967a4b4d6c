import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { isOutage } from '../isOutage.ts';
import { createFaultyCosClient } from './FaultyCosClient.ts';
import type { RequestFault, SeenRequest } from './FaultyCosClient.ts';
import { joinSymbolic, symbolicCrc64 } from './SymbolicBlob.ts';
import type { VirtualTime } from './VirtualTime.ts';

const MINUTE = 60_000;

/** A fault that waits for its request. */
export interface PlannedFault {
  readonly operation: SeenRequest['operation'] | 'any';
  readonly fault: RequestFault;
  /** How many requests it strikes. */
  times: number;
}

/** The bucket of a schedule and the line to it, with the faults that were planned for either. */
export class ScheduleServer {
  readonly bucket = new InMemoryCosClient({ join: joinSymbolic, crc64: symbolicCrc64 });
  readonly requests: SeenRequest[] = [];
  private readonly time: VirtualTime;
  private readonly broken: string[];
  private readonly mayRepeat: (key: string) => boolean;
  private readonly faults: PlannedFault[] = [];
  private outageUntil = 0;
  /** Parts whose answer the client has read, as `uploadId/number`; sending one again breaks the promise. */
  private readonly delivered = new Set<string>();
  /** Keys whose uploads the server would not remove: they are shown under "Unfinished uploads". */
  private readonly refused = new Set<string>();
  /** Keys an upload of which was begun without an answer. */
  private readonly unheard = new Set<string>();

  /**
   * @param broken where a broken promise is written down
   * @param mayRepeat whether parts of this object may be sent again although they were confirmed
   */
  constructor(time: VirtualTime, broken: string[], mayRepeat: (key: string) => boolean) {
    this.time = time;
    this.broken = broken;
    this.mayRepeat = mayRepeat;
  }

  /** The bucket as a tab reaches it. */
  open(): CosClient {
    return createFaultyCosClient({
      inner: this.bucket,
      timers: this.time,
      strike: (request) => this.strike(request),
      onRequest: (request) => this.seen(request),
      onAnswer: (request) => this.answered(request),
    });
  }

  plan(fault: PlannedFault): void {
    this.faults.push(fault);
  }

  clearFaults(): void {
    this.faults.length = 0;
  }

  /** Nothing is answered for so long; the requests made meanwhile are few, however much is queued. */
  async outage(ms: number, tabs: number, lanes: number): Promise<void> {
    const before = this.requests.length;
    this.outageUntil = this.time.now() + ms;
    await this.time.pass(ms);
    const made = this.requests.length - before;
    // Eight tries of all that may be under way at once, then a probe a minute, however much is queued.
    const allowed = tabs * (8 * (2 * lanes + 3) + 2 * Math.ceil(ms / MINUTE) + 8);
    if (made > allowed) this.broken.push(`I5: ${made} requests in an outage of ${ms} ms, ${allowed} allowed`);
  }

  /** Everything is well again. */
  heal(): void {
    this.clearFaults();
    this.outageUntil = 0;
  }

  losePart(pick: number): void {
    const parts = this.bucket
      .openUploads()
      .flatMap(({ uploadId, partNumbers }) => partNumbers.map((partNumber) => ({ uploadId, partNumber })));
    const part = parts[pick % Math.max(1, parts.length)];
    if (part) this.bucket.losePart(part.uploadId, part.partNumber);
  }

  loseUpload(pick: number): void {
    const uploads = this.bucket.openUploads();
    const upload = uploads[pick % Math.max(1, uploads.length)];
    if (upload) this.bucket.loseUpload(upload.uploadId);
  }

  /**
   * Uploads that nobody will remove. One whose beginning nobody lived to hear of is empty, and shown under "Unfinished
   * uploads" instead.
   */
  orphans(): ReturnType<InMemoryCosClient['openUploads']> {
    return this.bucket
      .openUploads()
      .filter(({ key, partNumbers }) => !this.refused.has(key) && (partNumbers.length > 0 || !this.unheard.has(key)));
  }

  private strike(request: SeenRequest): RequestFault | undefined {
    if (this.time.now() < this.outageUntil) {
      return { type: 'fail', failure: { kind: 'network', code: 'ConnectionLost', message: 'outage' } };
    }
    const planned = this.faults.find(
      ({ operation, times }) => times > 0 && (operation === 'any' || operation === request.operation),
    );
    if (!planned) return undefined;
    planned.times -= 1;
    const { fault } = planned;
    if (request.operation === 'abortMultipartUpload' && fault.type === 'fail' && !isOutage(fault.failure)) {
      this.refused.add(request.key);
    }
    if (fault.type === 'fail' && fault.failure.code === 'NoSuchUpload') {
      // The server says so because it is so.
      if (request.uploadId === undefined) return undefined;
      if (fault.acted !== true) this.bucket.loseUpload(request.uploadId);
    }
    return fault;
  }

  private seen(request: SeenRequest): void {
    this.requests.push(request);
    if (request.operation === 'initiateMultipartUpload' && request.fault !== undefined) this.unheard.add(request.key);
    const { operation, uploadId, partNumber } = request;
    if (operation !== 'uploadPart') return;
    const part = `${uploadId}/${partNumber}`;
    // The server has lost it, so it is to be sent, and again if need be.
    if (!this.hasPart(request)) this.delivered.delete(part);
    if (this.delivered.has(part) && !this.mayRepeat(request.key))
      this.broken.push(`I3: part ${part} was confirmed and is sent again`);
  }

  private answered({ operation, uploadId, partNumber, fault }: SeenRequest): void {
    if (operation === 'uploadPart' && (fault === undefined || fault === 'slow' || fault === 'drip')) {
      this.delivered.add(`${uploadId}/${partNumber}`);
    }
  }

  private hasPart({ uploadId, partNumber = 0 }: SeenRequest): boolean {
    const upload = this.bucket.openUploads().find((open) => open.uploadId === uploadId);
    return upload?.partNumbers.includes(partNumber) ?? false;
  }
}
