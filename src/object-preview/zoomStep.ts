/** Of the picture's own pixels. */
const STEPS = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8] as const;

/** The next step up or down from any scale; the scale itself at either end. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const tolerance = 0.001;
  const next =
    direction === 1
      ? STEPS.find((step) => step > scale + tolerance)
      : STEPS.findLast((step) => step < scale - tolerance);
  return next ?? scale;
}
