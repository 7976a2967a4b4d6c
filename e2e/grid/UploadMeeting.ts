import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import type { JournalStore } from '#lib/JournalStore.ts';
import type { RequestFault, SeenRequest } from '#transfers/testing/FaultyCosClient.ts';
import { ScheduleWorld } from '#transfers/testing/ScheduleWorld.ts';
import type { PlannedFault } from '#transfers/testing/ScheduleServer.ts';
import type { TransferState } from '#transfers/TransferState.ts';

export const MIB = 1024 * 1024;
export type UploadPhase = 'init' | 'part' | 'list parts' | 'complete';

export const OPERATION = {
  init: 'initiateMultipartUpload',
  part: 'uploadPart',
  'list parts': 'listParts',
  complete: 'completeMultipartUpload',
} as const satisfies Record<UploadPhase, SeenRequest['operation']>;

/** One large upload that meets a fault in one phase, in the world of the random schedules: its promises hold here too. */
export class UploadMeeting {
  readonly world: ScheduleWorld;
  /** Every state, in words: `waiting retry`, `failed AccessDenied`. */
  readonly story: string[] = [];
  private state: TransferState = { status: 'queued' };
  private requestsBefore = 0;

  private constructor(store: JournalStore) {
    this.world = new ScheduleWorld(store);
    this.listen();
  }

  static begin(store: JournalStore = createMemoryJournal()): UploadMeeting {
    return new UploadMeeting(store);
  }

  /** Uploads so far that the next request of the phase is the one that meets the fault. */
  async reach(phase: UploadPhase, sizeBytes = 9 * MIB): Promise<this> {
    this.world.add(0, sizeBytes, 'ask');
    if (phase === 'init') return this;
    await this.until(() => this.count('initiateMultipartUpload') > 0);
    if (phase === 'part') return this.mark();
    await this.until(() => this.count('uploadPart') > 4);
    if (phase === 'list parts') {
      this.world.command(0, 'pause');
      await this.world.time.settle();
    }
    return this.mark();
  }

  /** From here on requests are counted. */
  mark(): this {
    this.requestsBefore = this.world.server.requests.length;
    return this;
  }

  plan(phase: UploadPhase | PlannedFault['operation'], fault: RequestFault, times = 1): this {
    const operation = phase in OPERATION ? OPERATION[phase as UploadPhase] : (phase as PlannedFault['operation']);
    this.world.server.plan({ operation, fault, times });
    return this;
  }

  /** Goes on after `reach('list parts')`, which paused. */
  goOn(): this {
    if (this.state.status === 'paused') this.world.command(0, 'resume');
    return this;
  }

  pass(ms: number): Promise<void> {
    return this.world.time.pass(ms);
  }

  async until(isSo: () => boolean, withinMs = 120_000): Promise<void> {
    for (let ms = 0; ms < withinMs && !isSo(); ms += 20) await this.pass(20);
    if (!isSo()) throw new Error(`not within ${withinMs} ms: ${this.story.join(', ')}`);
  }

  /** It ends, or stops, like this within the time; no promise was broken on the way. */
  async ends(words: string, withinMs = 60_000): Promise<void> {
    await this.until(() => inWords(this.state) === words, withinMs);
    if (this.world.broken.length > 0) throw new Error(this.world.broken.join('\n'));
  }

  /** Requests of an operation since `mark`. */
  count(operation: SeenRequest['operation']): number {
    return this.seen(operation).length;
  }

  seen(operation: SeenRequest['operation']): SeenRequest[] {
    return this.world.server.requests.slice(this.requestsBefore).filter((request) => request.operation === operation);
  }

  get verified(): boolean {
    return this.state.status === 'completed' && this.state.verified;
  }

  /** Listens to the first tab, anew after a crash. */
  listen(): void {
    this.world.tabs.all[0]?.engine.subscribe((events) => {
      for (const event of events) {
        if (event.type === 'removed') continue;
        for (const { state } of event.type === 'added' ? event.transfers : [event.transfer]) {
          this.state = state;
          const words = inWords(state);
          if (this.story.at(-1) !== words) this.story.push(words);
        }
      }
    });
  }
}

function inWords(state: TransferState): string {
  if (state.status === 'waiting') return `waiting ${state.reason}`;
  if (state.status === 'failed') return `failed ${state.failure.code}`;
  if (state.status === 'paused' && state.failure) return `asks ${state.failure.code}`;
  return state.status;
}
