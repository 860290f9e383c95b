/** Megabytes as Aiven counts them (1,024 of them are a GiB), in the unit that fits. */
export const formatMegabytes = (megabytes: number): string => {
  if (megabytes < 1024) return `${String(megabytes)} MiB`
  const gib = megabytes / 1024
  return gib < 1024 ? `${String(Math.round(gib * 10) / 10)} GiB` : `${String(Math.round((gib / 1024) * 100) / 100)} TiB`
}
