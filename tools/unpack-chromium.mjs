/** Unpacks the browser from npm into the folder that TMPDIR names. A process of its own, because of that variable. */
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
