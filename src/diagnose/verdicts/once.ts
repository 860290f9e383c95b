/** A file may be one group with a thousand strings: what it holds is looked for once. */
export const once = <Key extends object, T>(find: (key: Key) => T): ((key: Key) => T) => {
  const found = new WeakMap<Key, { readonly value: T }>()
  return (key) => {
    const before = found.get(key) ?? { value: find(key) }
    found.set(key, before)
    return before.value
  }
}
