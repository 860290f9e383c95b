import { useUrlParams } from '../routing/use-url-params.ts'

/** The user whose credentials are being reset. It is in the URL, so that a link can open the dialog. */
const PARAM = 'reset'

/** Opens the dialog that resets a user's credentials, on pages that include it. */
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
