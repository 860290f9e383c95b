/** What is spread into the settings of a call: it stands elsewhere, and counts as well. */
import type { ParsedDocument } from '../documents/document.ts'
import type { Finding } from './finding.ts'

/** `...options`, `**options`. */
const SPREAD = /^(?:\.{3}|\*\*)/

/** Of settings into which others are spread, only a check that they switch off is certain. */
export const withSpread =
  ({ container, groups }: ParsedDocument): ((finding: Finding) => Finding) =>
  (finding) => {
    const { start, end } = finding.range
    const isOpen =
      container === 'code' &&
      groups.some(
        ({ range, settings, positional }) =>
          positional.some(({ value }) => SPREAD.test(value)) &&
          ((range.start === start && range.end === end) ||
            [...settings.map(({ literal }) => literal), ...positional].some((one) => one.range.start === start)),
      )
    return isOpen
      ? {
          ...finding,
          drivers: finding.drivers.map((driver) =>
            /full|chain|public|plain/.test(driver.verifies)
              ? {
                  ...driver,
                  verifies: 'depends',
                  because: 'Other settings are spread into these: the text doesn’t show what they are.',
                  seen: undefined,
                }
              : driver,
          ),
          edits: undefined,
        }
      : finding
  }
