export const PHASES = ['keys', 'init', 'part', 'list parts', 'complete', 'download', 'list', 'delete', 'copy'] as const;
export type Phase = (typeof PHASES)[number];
export type FaultId = `F${number}`;

export interface FaultRow {
  readonly what: string;
  readonly cells: Partial<Readonly<Record<Phase, readonly [code: string, seen: string]>>>;
}

export type FaultRows = Readonly<Record<FaultId, FaultRow>>;
