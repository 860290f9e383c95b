import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'

import { sendWrite } from '../../api/send-write.ts'
import type { ServiceWrite, WriteResult } from '../../api/service-write.ts'
import { useApi } from '../../api/use-api.ts'

interface WriteHandlers {
  onSend?: (() => void) | undefined
  onDone: (result: WriteResult) => void
}

/** Sends a change once, however often the user clicks, and keeps the error. */
export const useWrite = ({ onSend, onDone }: WriteHandlers) => {
  const { isPending: busy, error, mutate, reset } = useMutation(sendWrite(useApi()))
  // Two clicks may come before the page renders the first.
  const sending = useRef(false)
  const send = (request: ServiceWrite) => {
    if (sending.current) return
    sending.current = true
    onSend?.()
    mutate(request, {
      onSuccess: onDone,
      onSettled: () => {
        sending.current = false
      },
    })
  }
  return { busy, error, send, forget: reset }
}
