import { useEffect, type RefObject } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'

import { useUrlParams } from '../../features/routing/use-url-params.ts'
import { LINES_IN_URL, putInUrl, type Fields } from './fields.ts'

/** Browsers limit how often a page may change its URL; nobody shares a half-typed name. */
const TYPING_MS = 200

const TYPED = ['name', ...Object.values(LINES_IN_URL)]

/**
 * Keeps the form's values in the URL, so that it can be shared and reloaded.
 * @param leaving a navigation is in progress: writing the URL then would cancel it
 */
export const KeepInUrl = ({ leaving }: { leaving: RefObject<boolean> }) => {
  const { control } = useFormContext<Fields>()
  const fields = useWatch({ control }) as Fields
  const { params, write } = useUrlParams()
  const wanted = new URLSearchParams(params)
  putInUrl(fields, wanted)
  const search = wanted.toString()
  const isTyping = TYPED.some((name) => String(wanted.getAll(name)) !== String(params.getAll(name)))
  useEffect(() => {
    if (search === params.toString()) return
    const timer = setTimeout(
      () => {
        if (leaving.current) return
        write((url) => {
          putInUrl(fields, url)
        })
      },
      isTyping ? TYPING_MS : 0,
    )
    return () => {
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `search` holds all of what the fields and the URL say; `write` is new each time
  }, [search])
  return null
}
