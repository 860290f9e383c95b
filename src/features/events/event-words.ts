/** An event's type in words: "service_plan_change" becomes "Service plan change". New types need no entry. */
export const eventWords = (type: string): string => {
  const words = type
    .replaceAll('_', ' ')
    .replaceAll(/\bpower(on|off)\b/g, 'power $1')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
