/** What becomes of a file whose name is taken. */
export type NameAnswer = 'replace' | 'keep-both' | 'skip';

/** What the person wants of all uploads. */
export interface EngineWish {
  /** Of uploads that begin from now on, in bytes; absent: cut by what the line carries. */
  readonly partBytes?: number | undefined;
  /** Where a name turns out to be taken after all; absent: the person is asked. */
  readonly onTaken?: NameAnswer | undefined;
}
