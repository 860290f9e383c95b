/** Switches beside settings that turn the check off: what they leave of a verdict. */
import type { Finding } from '../finding.ts'
import type { DriverVerdict } from '../verdict.ts'

/** The verdict of the switch that verifies nothing, among what was found. */
export const offIn = (thrown: readonly Finding[]) =>
  thrown.flatMap(({ drivers }) => drivers).find(({ verifies }) => verifies === 'none')

/** The variable that turns verification off for whatever Node.js runs, and for nothing else. */
export const isNodeSwitch = (off: DriverVerdict | undefined): boolean => off?.because.startsWith('NODE_') === true
/** Whether a client runs on Node.js. */
export const isOfNode = ({ driver }: DriverVerdict): boolean => /node|kafkajs|postgres\.js/i.test(driver)

/** Where a switch beside the settings turns the check off, in words that their client isn't known to read. */
export const doubted = (finding: Finding, thrown: readonly Finding[]): Finding => {
  const off = offIn(thrown)
  if (!off || (!isNodeSwitch(off) && finding.drivers.some(({ verifies }) => verifies === 'none'))) return finding
  if (isNodeSwitch(off) && !finding.drivers.some(isOfNode)) return finding
  const because = `A setting beside these turns verification off, if this client reads it. ${off.because}`
  return {
    ...finding,
    drivers: finding.drivers.map((driver) =>
      /full|chain|public/.test(driver.verifies) && (!isNodeSwitch(off) || isOfNode(driver))
        ? { ...driver, verifies: 'depends' as const, because, seen: undefined }
        : driver,
    ),
    edits: undefined,
  }
}
