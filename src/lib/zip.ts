import { strToU8, zipSync, type Zippable } from 'fflate'

type Files = Readonly<Record<string, string | Uint8Array>>

/** Marks the archive as made on Unix, so that unpacking sets the file modes. */
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
 * A ZIP archive of texts and bytes, uncompressed.
 * @param secrets files that only their owner may read after unpacking (mode 0600; others 0644)
 * @param programs executable files (mode 0755)
 */
export const makeZip = (files: Files, secrets: Files, programs: Files = {}): Uint8Array =>
  zipSync({ ...entries(files, MODES.files), ...entries(secrets, MODES.secrets), ...entries(programs, MODES.programs) })
