/** The certificates that `tools/make-certificate-corpus.sh` made, for tests in Node. */
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('.', import.meta.url)

export const corpusNames = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.pem'))
  .map((name) => name.replace(/\.pem$/, ''))

export const corpusPem = (name: string): string => readFileSync(new URL(`${name}.pem`, FOLDER), 'utf8')
