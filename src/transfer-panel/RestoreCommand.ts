/** What stopped because it is archived can be made readable. */
export interface RestoreCommand<Id> {
  /** The person wants the archived objects of this row restored, and is asked how. */
  readonly restoreArchived: (id: Id) => void;
}
