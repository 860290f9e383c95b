/** A text with an end: what others wrote may have its full stop already, or not. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
