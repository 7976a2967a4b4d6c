/** Whether what was deleted in the folder is shown, and the way to it. */
export interface DeletedInPlace {
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
  /** Whether the bucket keeps versions; undefined when that is not known. */
  readonly findOut: () => Promise<boolean | undefined>;
}
