import { useEffect, useState } from 'react'

import { announce } from './announcer.tsx'
import { Button } from './button.tsx'
import { copyText } from '../lib/clipboard.ts'
import { useLifetime } from './use-lifetime.ts'

const COPIED_MS = 2000

interface CopyButtonProps {
  /** What is copied, for the accessible name, if the visible text doesn't say it: "Copy host". */
  what: string
  /** The text, or a function that fetches it. */
  text: string | (() => Promise<string | undefined>)
  /** Called if the browser refuses the clipboard: the caller shows the text for manual copying. */
  onRefused: (text: string) => void
  /** Called when the text is on the clipboard. */
  onCopied?: () => void
  /** The visible word. */
  label?: string
}

/** Copies a text, and confirms it for two seconds. */
export const CopyButton = ({ what, text, onRefused, onCopied, label = 'Copy' }: CopyButtonProps) => {
  const [copied, setCopied] = useState(false)
  const lifetime = useLifetime()
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => {
      setCopied(false)
    }, COPIED_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [copied])

  const copy = async () => {
    const signal = lifetime()
    const load = async () => {
      const value = typeof text === 'string' ? text : await text()
      return signal.aborted ? undefined : value
    }
    const outcome = await copyText(load())
    if (!outcome) return
    if (!outcome.copied) {
      onRefused(outcome.text)
      return
    }
    setCopied(true)
    onCopied?.()
    announce(`Copied ${what}`)
  }

  return (
    <Button
      variant="quiet"
      icon={copied ? 'check' : 'copy'}
      reserve={label.length > 'Copied'.length ? label : 'Copied'}
      aria-label={`${copied ? 'Copied' : 'Copy'} ${what}`}
      onClick={() => void copy()}
    >
      {copied ? 'Copied' : label}
    </Button>
  )
}
