/** How much is chosen, as it is said aloud: unlike the strip it begins with what happened. */
export const selection = {
  selected: (selected: string, total: string) => `Selected ${selected} of ${total}`,
};
