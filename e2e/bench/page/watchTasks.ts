/** Tasks above 50 ms are reported by the browser; without one the longest is below that. */
export function watchTasks(): { readonly stop: () => Promise<number> } {
  let longest = 0;
  const take = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ entryTypes: ['longtask'] });
  return {
    stop: async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      take(observer.takeRecords());
      observer.disconnect();
      return longest;
    },
  };
}
