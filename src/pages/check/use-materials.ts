import { useRef, useState } from 'react'

import { loadReaders } from '../../diagnose/check-reading.ts'
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

const fromFile = async (file: File): Promise<Material> => {
  const { name, size } = file
  const [bytes, end] = await Promise.all([
    file.slice(0, MAX_BYTES).arrayBuffer(),
    size > MAX_BYTES ? file.slice(-MAX_END).arrayBuffer() : undefined,
  ])
  return { name, bytes: new Uint8Array(bytes), size, end: end && new Uint8Array(end) }
}

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
  /** Stops the reading of what is no longer there, by the entry's id. */
  const stops = useRef(new Map<number, AbortController>())

  const stop = (id: number) => {
    stops.current.get(id)?.abort()
    stops.current.delete(id)
  }

  const read = async (id: number, material: Material, password?: string) => {
    stop(id)
    const stopping = new AbortController()
    stops.current.set(id, stopping)
    const signal = AbortSignal.any([lifetime(), stopping.signal])
    const reading = await readMaterial(material, password, createPause(signal)).catch(() => failed(material.name))
    // Removed, or the page is closed: the result isn't needed.
    if (signal.aborted) return
    stops.current.delete(id)
    setEntries((current) => current.map((entry) => (entry.id === id ? { ...entry, reading } : entry)))
  }

  const add = (material: Material) => {
    loadReaders()
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
      stop(id)
      setEntries((current) => current.filter((entry) => entry.id !== id))
    },
    clear: () => {
      for (const id of stops.current.keys()) stop(id)
      setEntries([])
      setLeftOut(0)
    },
  }
}
