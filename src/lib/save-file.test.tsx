import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'

import { prepareFile, saveFile } from './save-file.ts'

const TYPE = 'application/x-pem-file'

/** The links that are clicked, instead of saving their files. */
const catchSaved = () => {
  const saved: { name: string; url: string }[] = []
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, url: this.href })
  })
  onTestFinished(() => {
    click.mockRestore()
  })
  return saved
}

/** How many files the browser has been given. */
const countGiven = () => {
  const give = vi.spyOn(URL, 'createObjectURL')
  onTestFinished(() => {
    give.mockRestore()
  })
  return () => give.mock.calls.length
}

const textOf = async (url: string | undefined) => (await fetch(url ?? '')).text()

describe('a prepared file', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is saved without giving it to the browser again, byte for byte', async () => {
    const saved = catchSaved()
    const given = countGiven()
    const letGo = prepareFile('one\r\n\u2028é', TYPE)
    saveFile('ca.pem', 'one\r\n\u2028é', TYPE)
    expect(given()).toBe(1)
    expect(saved.map(({ name }) => name)).toEqual(['ca.pem'])
    expect(await textOf(saved[0]?.url)).toBe('one\r\n\u2028é')
    letGo()
  })

  it('is not saved in place of another: the bytes asked for are', async () => {
    const saved = catchSaved()
    const letGo = prepareFile('old', TYPE)
    saveFile('ca.pem', 'new', TYPE)
    saveFile('ca.txt', 'old', 'text/plain')
    expect(await Promise.all(saved.map(({ url }) => textOf(url)))).toEqual(['new', 'old'])
    expect((await (await fetch(saved[1]?.url ?? '')).blob()).type).toBe('text/plain')
    letGo()
  })

  it('is used no more once let go of, and revoked when a save of it is certainly over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const saved = catchSaved()
    const given = countGiven()
    const letGo = prepareFile('kept', TYPE)
    saveFile('a.pem', 'kept', TYPE)
    letGo()
    expect(await textOf(saved[0]?.url)).toBe('kept')
    saveFile('b.pem', 'kept', TYPE)
    expect(given()).toBe(2)
    vi.runAllTimers()
    for (const { url } of saved) await expect(fetch(url)).rejects.toThrow()
  })

  it('that the browser refuses is tried again by the click', () => {
    const saved = catchSaved()
    const refuse = vi.spyOn(URL, 'createObjectURL').mockImplementationOnce(() => {
      throw new Error('full')
    })
    const letGo = prepareFile('again', TYPE)
    saveFile('ca.pem', 'again', TYPE)
    expect(saved).toHaveLength(1)
    expect(refuse).toHaveBeenCalledTimes(2)
    refuse.mockRestore()
    letGo()
  })
})
