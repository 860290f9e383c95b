import { useEffect, useState } from 'react'

import { announce } from './announcer.tsx'
import { Button } from './button.tsx'
import { copyText } from '../lib/clipboard.ts'
import { useLifetime } from './use-lifetime.ts'

const COPIED_MS = 2000

interface CopyButtonProps {
  /** What is copied, for the accessible name where the visible word doesn't say it: "Copy host". */
  what: string
  /** The text, or how to get it when asked. */
  text: string | (() => Promise<string | undefined>)
  /** The clipboard was refused: the caller shows the text for copying by hand. */
  onRefused: (text: string) => void
  /** It is on the clipboard. */
  onCopied?: () => void
  /** The visible word. */
  label?: string
}

/** Copies a text, and says so for two seconds. */
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
