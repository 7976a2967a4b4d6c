/** Keys that are about to end and could not be renewed. */
export const accessEnd = {
  ends: (time: string) => `Your access ends at ${time}: the keys could not be renewed.`,
  renew: 'Renew now',
  renewed: 'Your access was renewed',
};
