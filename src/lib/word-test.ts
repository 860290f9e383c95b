/** Tells of a text whether every word that was typed stands in it, wherever; nothing typed stands in every text. */
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
