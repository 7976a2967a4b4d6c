/** What `x-cos-traffic-limit` may be, in bits per second (COS documentation 40140): 100 KB/s to 100 MB/s. */
export const LEAST_TRAFFIC_LIMIT = 819_200;
export const MOST_TRAFFIC_LIMIT = 838_860_800;

/** The header that slows one request down; COS takes it on PUT Object and Upload Part, and as a field of POST Object. */
export function trafficHeaders(trafficLimit: number | undefined): Record<string, string> {
  return trafficLimit === undefined ? {} : { 'x-cos-traffic-limit': String(trafficLimit) };
}
