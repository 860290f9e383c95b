/**
 * Every message that is known. Each is tested against what real clients printed (`samples.json`, collected by
 * `tools/error-samples.ts`), or names the source that it was read in.
 */
import { ALERTS } from './alerts.ts'
import { CERTIFICATES } from './certificates.ts'
import { FILES } from './files.ts'
import { LOGIN } from './login.ts'
import type { Message } from './message.ts'
import { PROTOCOL } from './protocol.ts'
import { REACH } from './reach.ts'
import { SETTINGS } from './settings.ts'

export const CATALOGUE: readonly Message[] = [
  ...CERTIFICATES,
  ...ALERTS,
  ...FILES,
  ...LOGIN,
  ...REACH,
  ...PROTOCOL,
  ...SETTINGS,
]
