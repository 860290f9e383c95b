/** Returns a test whether a text contains every word of the query, in any order. An empty query matches every text. */
export const wordTest = (query: string): ((text: string) => boolean) => {
  const words = query
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return (text) => {
    const within = text.toLowerCase()
    return words.every((word) => within.includes(word))
  }
}
