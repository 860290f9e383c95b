/** What is spread into the settings of a call: it stands elsewhere, and counts as well. */
import type { ParsedDocument } from '../documents/document.ts'
import type { Finding } from './finding.ts'

/** `...options`, `**options`. */
const SPREAD = /^(?:\.{3}|\*\*)/

/** How Java's pools hand settings to the driver beside its URL, a call each. */
const HANDED_ON = /\b(?:add|set)(?:DataSource|Connection)Propert(?:y|ies)\b/

/**
 * Of settings into which others are spread, only a check that they switch off is certain; of an address that says nothing
 * of TLS, not even that.
 */
export const withSpread =
  (text: string, { container, groups }: ParsedDocument): ((finding: Finding) => Finding) =>
  (finding) => {
    const { start, end } = finding.range
    const isSilent = !/ssl|tls/i.test(text.slice(start, end))
    const isHandedOn = finding.what.endsWith('(JDBC)') && HANDED_ON.test(text)
    const isSpread =
      container === 'code' &&
      groups.some(
        ({ range, settings, positional }) =>
          positional.some(({ value }) => SPREAD.test(value)) &&
          ((range.start === start && range.end === end) ||
            [...settings.map(({ literal }) => literal), ...positional].some((one) => one.range.start === start)),
      )
    return isSpread || isHandedOn
      ? {
          ...finding,
          drivers: finding.drivers.map((driver) =>
            /full|chain|public|plain/.test(driver.verifies) || (isSilent && driver.verifies === 'none')
              ? {
                  ...driver,
                  verifies: 'depends',
                  because: isSpread
                    ? 'Other settings are merged into these: the text doesn’t show what they are.'
                    : 'Other settings are passed to the driver besides its address: they count too.',
                  seen: undefined,
                }
              : driver,
          ),
          edits: undefined,
        }
      : finding
  }
