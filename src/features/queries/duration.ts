/** How long something took or takes, to three digits at most: "0.12 ms", "1.8 ms", "45 s", "2 min 5 s", "3 h 4 min". */
export const formatDuration = (milliseconds: number): string => {
  const seconds = milliseconds / 1000
  if (seconds < 1) return `${String(Number(milliseconds.toPrecision(3)))} ms`
  if (seconds < 60) return `${String(Number(seconds.toPrecision(3)))} s`
  const whole = Math.round(seconds)
  const [minutes, hours, days] = [Math.floor(whole / 60), Math.floor(whole / 3600), Math.floor(whole / 86_400)]
  if (minutes < 60) return `${String(minutes)} min ${String(whole % 60)} s`
  if (hours < 48) return `${String(hours)} h ${String(minutes % 60)} min`
  return `${String(days)} d ${String(hours % 24)} h`
}
