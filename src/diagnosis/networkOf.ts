import { isLoopback } from '#config/trustedUrls.ts';
import type { NetworkKind } from '#lib/Finding.ts';

/**
 * Where a host is, as its name or address tells: Tencent's internal domains (COS documentation 6224) answer only inside
 * Tencent Cloud, and the private ranges (RFC 1918, RFC 6598, RFC 4193, link-local) only inside somebody's network.
 *
 * @param host name, IPv4 or IPv6 address (with or without brackets), without port
 * @returns undefined for a name that does not tell
 */
export function networkOf(host: string): NetworkKind | undefined {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (isLoopback(host) || bare === '::1') return 'loopback';
  if (/\.cos-internal\.|\.internal\.tencentcos\.cn$/.test(bare)) return 'internal';
  const ipv4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(bare);
  if (ipv4) return isPrivateIpv4(Number(ipv4[1]), Number(ipv4[2])) ? 'private' : 'public';
  if (!bare.includes(':')) return undefined;
  return /^(?:f[cd]|fe[89ab])/.test(bare) ? 'private' : 'public';
}

function isPrivateIpv4(first: number, second: number): boolean {
  return (
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    // Carrier-grade NAT, which Tencent Cloud uses inside as well.
    (first === 100 && second >= 64 && second < 128)
  );
}
