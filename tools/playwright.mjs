/**
 * `node tools/playwright.mjs test ...`: runs Playwright with a private folder for compiled code. By default it would run
 * compiled code from the system's temporary folder, whoever put it there.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { privateFolder } from '../server/private-folder.mjs'

const [node = '', , ...args] = process.argv
const env = { ...process.env, PWTEST_CACHE_DIR: join(privateFolder(), 'playwright') }
const { status } = spawnSync(node, ['node_modules/@playwright/test/cli.js', ...args], { env, stdio: 'inherit' })
process.exitCode = status ?? 1
