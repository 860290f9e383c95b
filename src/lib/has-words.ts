/** Whether every word that was typed begins a word, or stands within one. */
export const hasWords = (text: string, query: string): boolean => {
  const within = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/[\s,]+/)
    .every((word) => within.includes(word))
}
