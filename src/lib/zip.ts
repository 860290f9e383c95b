import { strToU8, zipSync, type Zippable } from 'fflate'

type Files = Readonly<Record<string, string | Uint8Array>>

/** Unix as the system that wrote the archive, so that unpacking honours the modes. */
const UNIX = 3
const MODES = { files: 0o644, secrets: 0o600, programs: 0o755 } as const

const entries = (files: Files, mode: number): Zippable =>
  Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      [typeof content === 'string' ? strToU8(content) : content, { level: 0, os: UNIX, attrs: mode << 16 }],
    ]),
  )

/**
 * A ZIP archive of texts and bytes, stored as they are.
 * @param secrets files that only their owner may read once unpacked (mode 0600; the rest 0644)
 * @param programs files that can be run (mode 0755)
 */
export const makeZip = (files: Files, secrets: Files, programs: Files = {}): Uint8Array =>
  zipSync({ ...entries(files, MODES.files), ...entries(secrets, MODES.secrets), ...entries(programs, MODES.programs) })
