import type { ServerClock } from '#credentials/ServerClock.ts';
import type { EndpointSeen } from './checkEndpoint.ts';
import type { CheckName, Finding } from '#lib/Finding.ts';
import type { Prober } from './prober.ts';
import type { ExaminationTools, SetUp } from './SetUp.ts';

/** What the later checks of one examination share. */
export interface Visit {
  readonly setUp: SetUp;
  readonly tools: ExaminationTools;
  /** The name of the bucket that answers. */
  readonly origin: string;
  readonly clock: ServerClock;
  readonly prober: Prober;
  readonly keys: EndpointSeen;
  /** A key below the connection's prefix that no object has; a new one each time. */
  readonly randomKey: () => string;
  readonly begin: (check: CheckName) => void;
  readonly report: (...findings: readonly Finding[]) => void;
}
