const HOPELESS = new Set(['AccessWithdrawn', 'EndpointRefused', 'KeysTooShort', 'CorsBlocked']);

/** Every other object would meet the same failure, so going on is pointless. */
export function isHopeless(code: string): boolean {
  return HOPELESS.has(code);
}
