/** Unpacks the browser from npm into the folder in TMPDIR. A separate process, because it sets that variable. */
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
