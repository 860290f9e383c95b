import { afterEach, describe, expect, it, vi } from 'vitest'

import { copyText } from './clipboard.ts'

/** Not all mocks are taken away: the test setup has spies of its own. */
const spies: { mockRestore: () => void }[] = []

const takenAway = <T extends { mockRestore: () => void }>(spy: T): T => {
  spies.push(spy)
  return spy
}

afterEach(() => {
  for (const spy of spies.splice(0)) spy.mockRestore()
  vi.unstubAllGlobals()
})

/** A clipboard that, like WebKit's, takes only what is begun within the click. */
const strictClipboard = () => {
  const copied: string[] = []
  let clicking = true
  queueMicrotask(() => (clicking = false))
  const refusal = new DOMException('refused', 'NotAllowedError')
  takenAway(vi.spyOn(navigator.clipboard, 'write')).mockImplementation(async (items) => {
    if (!clicking) throw refusal
    for (const item of items) copied.push(await (await item.getType('text/plain')).text())
  })
  takenAway(vi.spyOn(navigator.clipboard, 'writeText')).mockImplementation(async (text) => {
    if (!clicking) throw refusal
    copied.push(text)
  })
  return copied
}

const later = async <T,>(value: T): Promise<T> => {
  await new Promise((resolve) => setTimeout(resolve, 20))
  return value
}

describe('copying', () => {
  it.each([
    ['text', 'now'],
    ['the promise of text', later('later')],
  ])('begins within the click: %s', async (_, source) => {
    const copied = strictClipboard()
    const outcome = await copyText(source)
    expect(outcome).toEqual({ text: await source, copied: true })
    expect(copied).toEqual([await source])
  })

  it('copies nothing where there is none', async () => {
    const copied = strictClipboard()
    expect(await copyText(later(undefined))).toBeUndefined()
    expect(copied).toEqual([])
  })

  it('throws what the promise is rejected with, and copies nothing', async () => {
    const copied = strictClipboard()
    const failing = later('').then(() => {
      throw new Error('no such file')
    })
    await expect(copyText(failing)).rejects.toThrow('no such file')
    expect(copied).toEqual([])
  })

  it('gives the text back when it is refused', async () => {
    takenAway(vi.spyOn(navigator.clipboard, 'write')).mockRejectedValue(new Error('refused'))
    expect(await copyText(later('by hand'))).toEqual({ text: 'by hand', copied: false })
  })

  it.each(['with', 'without'])('tells of a missing clipboard, %s the text', async (how) => {
    takenAway(vi.spyOn(navigator, 'clipboard', 'get')).mockReturnValue(undefined as unknown as Clipboard)
    expect(await copyText(later(how === 'with' ? 'text' : undefined))).toEqual(
      how === 'with' ? { text: 'text', copied: false } : undefined,
    )
  })

  it('writes the text itself where the engine has no ClipboardItem', async () => {
    vi.stubGlobal('ClipboardItem', undefined)
    const write = takenAway(vi.spyOn(navigator.clipboard, 'writeText')).mockResolvedValue()
    expect(await copyText(later('text'))).toEqual({ text: 'text', copied: true })
    expect(write).toHaveBeenCalledWith('text')
  })
})
