/** A text from elsewhere with a full stop, added if it has no end mark. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
