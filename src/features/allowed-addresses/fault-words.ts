import type { TypedAddress } from '../../domain/allowed-addresses.ts'

/** What is wrong with an address that can't be added, after the address itself. */
export const FAULT_WORDS: Readonly<Record<NonNullable<TypedAddress['fault']>, string>> = {
  'no-network': 'isn’t an address or a network in CIDR notation.',
  'host-bits': 'has host bits set: it names an address and a network at once.',
  duplicate: 'is in the list already.',
  'too-long': 'has a description of more than 1,024 characters.',
}
