/** Prints the groups of `kit.json` that CI needs: `install.sh --fixed` asks. */
import { currentDigests, readDigests } from './digests.ts'
import { readMatrix } from './matrix/run-matrix.ts'
import { claimedVersions, readClaims } from './records.ts'
import { groupsFor, touchedKeys } from './selection.ts'

const versions = claimedVersions(readClaims(), readMatrix())
console.log([...groupsFor(touchedKeys(await currentDigests(), readDigests(), versions))].join(' '))
