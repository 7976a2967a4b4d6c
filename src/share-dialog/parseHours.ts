const LEAST_HOURS = 0.1;
const MOST_HOURS = 168;

/** Hours as people type them (`1.5`, `1,5`) in seconds; undefined when it is no number between 0.1 and 168. */
export function parseHours(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const hours = Number(text);
  return hours >= LEAST_HOURS && hours <= MOST_HOURS ? Math.round(hours * 3600) : undefined;
}
