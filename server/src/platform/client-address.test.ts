import { BlockList } from 'node:net'
import { describe, expect, test } from 'vitest'
import { clientAddress, networkOf } from './client-address.ts'

const proxies = new BlockList()
proxies.addAddress('127.0.0.1')
proxies.addSubnet('10.0.0.0', 8)
proxies.addSubnet('fd00::', 8, 'ipv6')
const nobody = new BlockList()
const of = (socket: string, forwarded?: string, trusted = proxies) =>
  clientAddress(socket, forwarded, trusted)

describe('the caller’s address', () => {
  test.each([
    ['a stranger’s own, whatever it writes into the header', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['the socket’s without a header', '10.0.0.1', undefined, '10.0.0.1'],
    ['what the trusted proxy saw', '10.0.0.1', '203.0.113.7', '203.0.113.7'],
    [
      'not what stands before that: the caller may have made it up',
      '10.0.0.1',
      '1.1.1.1, 203.0.113.7',
      '203.0.113.7',
    ],
    ['past a second trusted proxy', '127.0.0.1', '203.0.113.7, 10.9.9.9', '203.0.113.7'],
    ['the last proxy’s when all are trusted', '127.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['the proxy’s when the header is no address', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['the proxy’s when the nearest hop is empty', '10.0.0.1', '203.0.113.7,', '10.0.0.1'],
    ['IPv4 behind an IPv6 socket', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['past a proxy that is written as IPv6', '::ffff:10.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
    ['IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['nothing when the socket is gone, and then no header counts', '', '127.0.0.1', ''],
  ])('is %s', (_name, socket, forwarded, expected) => {
    expect(of(socket, forwarded)).toBe(expected)
  })
  test('is the socket’s when nobody is trusted', () => {
    expect(of('127.0.0.1', '203.0.113.7', nobody)).toBe('127.0.0.1')
  })
})

test('limits count an IPv6 customer’s whole network as one', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(networkOf('2001:db8:1:2::9')).toBe('2001:db8:1:2')
  expect(networkOf('2001:db8::9')).toBe('2001:db8:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('')).toBe('')
})
