/** Prints the groups of `kit.json` that CI needs: `install.sh --fixed` asks. */
import { currentDigests, readDigests } from './digests.ts'
import { readClaims } from './records.ts'
import { groupsFor, touchedKeys } from './selection.ts'

console.log([...groupsFor(touchedKeys(await currentDigests(), readDigests(), readClaims()))].join(' '))
