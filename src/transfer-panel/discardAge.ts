/** Days that are offered for "all older than". */
export const AGE_CHOICES = [1, 3, 7, 14, 30] as const;

const USUAL_DAYS = 7;

/** The remembered choice; a week when there is none, or it is none of those offered. */
export function discardAge(remembered: string | undefined): number {
  return AGE_CHOICES.find((days) => String(days) === remembered) ?? USUAL_DAYS;
}
