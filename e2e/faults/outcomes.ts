/** Everything the API client may return to an action, each caused on a real connection. */
import { FAULTS, type Fault } from '../../tools/faults/faults.ts'

export type Outcome =
  /** The request goes wrong; `all`: and every other one with it. */
  | { readonly name: string; readonly act: Fault['act']; readonly all: boolean }
  /** The request waits: until it is answered, until the user gives up, or until the network goes. */
  | { readonly name: string; readonly waits: 'answered' | 'cancelled' | 'offline' }

/** Name of each outcome here, and of its fault in the client's list. */
const BROKEN = {
  refused: 'reset before an answer',
  'cut off': 'reset in the middle of the body',
  400: '400',
  401: '401',
  403: '403',
  404: '404',
  409: '409',
  429: '429 with Retry-After: 1',
  500: '500',
  '502 (page)': '502 as a web page',
  503: '503',
  empty: 'empty body',
  'half JSON': 'half of the JSON',
  'web page': 'a web page',
  'no fields': 'no fields',
  'wrong types': 'texts that are numbers',
} as const

const faultCalled = (wanted: string): Fault => {
  const fault = FAULTS.find(({ name }) => name === wanted)
  if (!fault) throw new Error(`No fault is called "${wanted}".`)
  return fault
}

export const OUTCOMES: readonly Outcome[] = [
  // An invalid token fails every request.
  ...Object.entries(BROKEN).map(([name, fault]) => ({ name, act: faultCalled(fault).act, all: name === '401' })),
  { name: 'slow', waits: 'answered' },
  { name: 'cancelled', waits: 'cancelled' },
  { name: 'offline', waits: 'offline' },
]
