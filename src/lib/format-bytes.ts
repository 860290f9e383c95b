const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const

/** Bytes in the largest unit of which there is at least one: "1.5 GiB". */
export const formatBytes = (bytes: number): string => {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  return `${String(Number(value.toFixed(value < 10 && step > 0 ? 1 : 0)))} ${UNITS[step] ?? 'B'}`
}
