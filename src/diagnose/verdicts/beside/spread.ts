/** Leaves a verdict open where a call spreads settings from elsewhere into its own. */
import type { Literal, ParsedDocument } from '../../documents/document.ts'
import type { Finding } from '../finding.ts'

/** `...options`, `**options`. */
const SPREAD = /^(?:\.{3}|\*\*)/

/** `{ ssl }` of JavaScript. */
const SHORTHAND = /^(?:ssl|tls)$/

/** How Java's pools hand settings to the driver beside its URL, a call each; those of pgJDBC are read. */
const HANDED_ON =
  /\b(?:(?:add(?!DataSourceProperty\(\s*"(?:ssl(?:mode|rootcert|cert|key|factory)?|(?!\w*(?:[sS]sl|SSL|[cC]ert|[tT]rust|[sS]ocket))\w+)")|set)(?:DataSource|Connection)Propert(?:y|ies)|set(?:Ssl|SSL)\w*)\b/

/** Why nothing is certain of settings that are put together elsewhere. */
export const UNSEEN = 'Some of these settings come from elsewhere: the text doesn’t show what they are.'

/** A finding of which no more is certain than a check that is switched off; of a silent address, not even that. */
export const leftOpen = (finding: Finding, isSilent: boolean, because: string): Finding => ({
  ...finding,
  drivers: finding.drivers.map((driver) =>
    /full|chain|public|plain/.test(driver.verifies) || (isSilent && driver.verifies === 'none')
      ? { ...driver, verifies: 'depends', because, seen: undefined }
      : driver,
  ),
  edits: undefined,
})

/**
 * Of settings into which others are spread, only a check that they switch off is certain; of an address that says nothing
 * of TLS, not even that.
 */
export const withSpread =
  (text: string, { container, groups, language }: ParsedDocument): ((finding: Finding) => Finding) =>
  (finding) => {
    // In quotes it's a text.
    const isElsewhere = ({ value, range }: Literal) =>
      SPREAD.test(value) ||
      (language === 'javascript' && SHORTHAND.test(value) && text.slice(range.start, range.end) === value)
    const { start, end } = finding.range
    const isSilent = !/ssl|tls/i.test(text.slice(start, end))
    const isHandedOn = finding.what.endsWith('(JDBC)') && HANDED_ON.test(text)
    const isSpread =
      container === 'code' &&
      groups.some(
        (group) =>
          group.positional.some((one) => isElsewhere(one)) &&
          ((group.range.start === start && group.range.end === end) ||
            group.settings.some(({ entry, literal }) => entry.start === start || literal.range.start === start) ||
            group.positional.some(({ range }) => range.start === start)),
      )
    if (!isSpread && !isHandedOn) return finding
    return leftOpen(
      finding,
      isSilent,
      isSpread ? UNSEEN : 'Other settings are passed to the driver besides its address: they count too.',
    )
  }
