/** What a row of the dock says of itself, be it a transfer or an operation. */
export interface RowStatus {
  /** Starts with a word of the interface contract. */
  readonly label: string;
  /** Figures, where they say something; for the eye. */
  readonly facts: readonly string[];
  /** 0 to 1; below 1 until all is over, and verified. */
  readonly fraction: number;
  /** The bar in words, for the ear. */
  readonly valueText: string;
  readonly tone: 'moving' | 'still' | 'good' | 'bad';
}
