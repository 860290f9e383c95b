import { strToU8, zipSync, type Zippable } from 'fflate'

type Files = Readonly<Record<string, string | Uint8Array>>

/** Unix as the system that wrote the archive, so that unpacking honours the modes. */
const UNIX = 3
const MODES = { files: 0o644, secrets: 0o600 } as const

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
 */
export const makeZip = (files: Files, secrets: Files): Uint8Array =>
  zipSync({ ...entries(files, MODES.files), ...entries(secrets, MODES.secrets) })
