import { useRef, useState } from 'react'

import { MAX_BYTES, MAX_END } from '../../diagnose/material/limits.ts'
import { createPause } from '../../lib/pause.ts'
import { readMaterial } from '../../diagnose/material/read-material.ts'
import type { Material, Reading } from '../../diagnose/material/reading.ts'
import { useLifetime } from '../../ui/use-lifetime.ts'

/** Limit of files at a time: a folder dropped by mistake should not fill the page. */
export const MAX_FILES = 50

/** One file or paste, and what has been read of it so far. */
export interface Entry {
  readonly id: number
  readonly material: Material
  /** undefined while it is being read. */
  readonly reading: Reading | undefined
}

const fromFile = async (file: File): Promise<Material> => ({
  name: file.name,
  bytes: new Uint8Array(await file.slice(0, MAX_BYTES).arrayBuffer()),
  size: file.size,
  ...(file.size > MAX_BYTES && { end: new Uint8Array(await file.slice(-MAX_END).arrayBuffer()) }),
})

const fromText = (text: string, name: string): Material => {
  // Truncate the text first: a huge paste must not be copied whole.
  const bytes = new TextEncoder().encode(text.slice(0, MAX_BYTES)).subarray(0, MAX_BYTES)
  const end = text.length > bytes.length ? new TextEncoder().encode(text.slice(-MAX_END)) : undefined
  return { name, bytes, size: Math.max(text.length, bytes.length), end }
}

/** No input should cause this; if one does, the page says so and continues. */
const failed = (name: string): Reading => ({
  name,
  form: 'Unknown',
  certificates: [],
  keys: [],
  answers: [{ tone: 'bad', words: ['This page failed to read it. That’s a fault in the console.'] }],
})

/** What the user gave the page to check. Kept only in this component's memory. */
export const useMaterials = () => {
  const [entries, setEntries] = useState<readonly Entry[]>([])
  /** Number of files left out of the last drop. */
  const [leftOut, setLeftOut] = useState(0)
  const nextId = useRef(1)
  const pastes = useRef(0)
  const lifetime = useLifetime()

  const read = async (id: number, material: Material, password?: string) => {
    const signal = lifetime()
    const reading = await readMaterial(material, password, createPause(signal)).catch(() => failed(material.name))
    // The page is closed: the result isn't needed.
    if (signal.aborted) return
    setEntries((current) => current.map((entry) => (entry.id === id ? { ...entry, reading } : entry)))
  }

  const add = (material: Material) => {
    const id = nextId.current++
    setEntries((current) => [{ id, material, reading: undefined }, ...current])
    return read(id, material)
  }

  return {
    entries,
    leftOut,
    addFiles: async (files: readonly File[]) => {
      setLeftOut(Math.max(0, files.length - MAX_FILES))
      const materials = await Promise.all(files.slice(0, MAX_FILES).map((file) => fromFile(file)))
      await Promise.all(materials.toReversed().map((material) => add(material)))
    },
    addText: (text: string) => {
      pastes.current++
      return add(fromText(text, pastes.current === 1 ? 'Pasted text' : `Pasted text ${String(pastes.current)}`))
    },
    unlock: (id: number, password: string) => {
      const entry = entries.find((candidate) => candidate.id === id)
      return entry ? read(id, entry.material, password) : undefined
    },
    remove: (id: number) => {
      setEntries((current) => current.filter((entry) => entry.id !== id))
    },
    clear: () => {
      setEntries([])
      setLeftOut(0)
    },
  }
}
