import type { BlockList } from 'node:net'
import { isIP } from 'node:net'

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * The caller's address: the socket's, or, as far as trusted proxies vouch for it, the nearest untrusted hop of
 * X-Forwarded-For. Whatever a stranger writes into that header counts for nothing.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, trusted: BlockList) {
  let address = socketAddress.replace(/^::ffff:/, '')
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim().replace(/^::ffff:/, ''))
  while (isIP(address) && trusted.check(address, family(address))) {
    const hop = hops.pop()
    if (!hop || !isIP(hop)) break
    address = hop
  }
  return address
}

/** What limits count by: an IPv6 customer has a /64 of addresses, not one. */
export function networkOf(address: string) {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right].slice(0, 4).join(':')
}
