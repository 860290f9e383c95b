/** `npm run faults`: plays every action with every fault, and writes the results into the document. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { writeFormatted } from '../write-formatted.ts'
import { DOCUMENT, renderDocument, type Row } from './document.ts'

const folder = mkdtempSync(join(tmpdir(), 'faults-'))
const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', 'faults.e2e.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FAULTS_RECORD: folder },
})
const rows = readdirSync(folder)
  .toSorted()
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Row[])
rmSync(folder, { recursive: true })
if (status === 0) {
  await writeFormatted(DOCUMENT, renderDocument(rows))
  console.log(`${String(rows.length)} cases are in ${DOCUMENT}`)
} else {
  console.error(`Something is wrong, so ${DOCUMENT} stays as it is.`)
  process.exitCode = 1
}
