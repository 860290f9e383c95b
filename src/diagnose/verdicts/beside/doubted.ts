/** Changes a verdict where a switch beside the settings turns verification off. */
import type { Finding, StringPlace } from '../finding.ts'
import { truth, type DriverVerdict } from '../verdict.ts'

/** The verdict of the switch that verifies nothing, among what was found. */
export const offIn = (thrown: readonly Finding[]) =>
  thrown.flatMap(({ drivers }) => drivers).find(({ verifies }) => verifies === 'none')

/** The variable that turns verification off for whatever Node.js runs, and for nothing else. */
export const isNodeSwitch = (off: DriverVerdict | undefined): boolean => off?.because.startsWith('NODE_') === true
const parentOf = (name: string) => name.slice(0, Math.max(name.lastIndexOf('.'), 0))

/** Whether the variables of the same container or file, beside a string, hold that one: what reads them runs on Node.js. */
export const isNodeOffBeside = ({
  document,
  group,
  literal,
}: Pick<StringPlace, 'document' | 'group' | 'literal'>): boolean => {
  const own = group?.settings.find((setting) => setting.literal.range.start === literal.range.start)
  return (
    own !== undefined &&
    document.container !== 'code' &&
    group?.settings.some(
      ({ name, literal: { value } }) =>
        /(?:^|\.)NODE_TLS_REJECT_UNAUTHORIZED$/.test(name) &&
        parentOf(name) === parentOf(own.name) &&
        truth(value) === false,
    ) === true
  )
}

/** Clients that hand an address to Node.js without a word of their own about verification. */
const BY_PROCESS = /^(?:node-postgres|ioredis|node-redis)\b/

/** Whether a finding says already what a switch does. */
export const tells = ({ drivers }: Finding, off: DriverVerdict | undefined): boolean =>
  off !== undefined &&
  (drivers.some(({ because }) => because.endsWith(off.because)) ||
    (drivers.length > 0 && drivers.every((driver) => isOfNode(driver) && driver.verifies === 'plain')))

/** Whether a client runs on Node.js. */
export const isOfNode = ({ driver }: DriverVerdict): boolean => /node|kafkajs|postgres\.js/i.test(driver)

/**
 * Where a switch beside the settings turns the check off, in words that their client isn't known to read.
 *
 * @param isOfAddress whether an address among variables is all that its client is told
 */
export const doubted = (finding: Finding, thrown: readonly Finding[], isOfAddress = false): Finding => {
  const off = offIn(thrown)
  if (!off || (!isNodeSwitch(off) && finding.drivers.some(({ verifies }) => verifies === 'none'))) return finding
  if (isNodeSwitch(off) && !finding.drivers.some(isOfNode)) return finding
  const because = `A setting beside these turns verification off, if this client reads it. ${off.because}`
  return {
    ...finding,
    drivers: finding.drivers.map((driver) =>
      isOfAddress && isNodeSwitch(off) && BY_PROCESS.test(driver.driver) && /full|public|depends/.test(driver.verifies)
        ? { ...off, driver: driver.driver }
        : /full|chain|public/.test(driver.verifies) && (!isNodeSwitch(off) || isOfNode(driver))
          ? { ...driver, verifies: 'depends' as const, because, seen: undefined }
          : driver,
    ),
    edits: undefined,
  }
}
