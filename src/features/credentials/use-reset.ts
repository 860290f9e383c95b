import { useUrlParams } from '../routing/use-url-params.ts'

/** Whose credentials are being reset: the URL says it, so that a link can lead there. */
const PARAM = 'reset'

/** Opens the dialog that resets a user's credentials, on the pages that have it. */
export const useReset = () => {
  const { params, write } = useUrlParams()
  return {
    username: params.get(PARAM),
    open: (username: string) => {
      write((next) => {
        next.set(PARAM, username)
      })
    },
    close: () => {
      write((next) => {
        next.delete(PARAM)
      })
    },
  }
}
