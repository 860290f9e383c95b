/** Spring Data Redis, which Spring Boot sets up from an address and its own settings. */
import type { ParsedDocument } from '../../documents/document.ts'
import { BY_STORE } from './java-clients.ts'
import { runClient, type Client, type Judged } from '../verdict.ts'

const SPRING = runClient('Spring Data Redis (Java)', 'Spring Boot 4.0.7')

const OWN_ADDRESS = /spring[._](?:data[._])?redis[._]url$/i
const OWN_TLS = /redis[._]ssl[._](?:enabled|bundle)$/i

/**
 * Spring Boot takes host and login from an address, and no parameters: TLS is on if its own setting or the scheme says so.
 * @param name of the setting that holds the address
 * @returns undefined for other settings, and where nothing turns TLS on
 */
export const springUrl = (
  name: string,
  isTls: boolean,
  { groups }: ParsedDocument,
): readonly [Client, Judged] | undefined =>
  OWN_ADDRESS.test(name) && (isTls || groups.some(({ settings }) => settings.some((one) => OWN_TLS.test(one.name))))
    ? [
        SPRING,
        [
          'depends',
          `Its settings under ssl count too: with a bundle of the project CA it verifies CA and host name. ${BY_STORE}.`,
        ],
      ]
    : undefined
