import { useUrlParams } from '../../../features/routing/use-url-params.ts'

/** Whether a part of the page is open: in the URL as `?open=plans`, once for each. */
export const useOpenInUrl = (part: string) => {
  const { params, write } = useUrlParams()
  const setOpen = (isOpen: boolean) => {
    write((url) => {
      const others = url.getAll('open').filter((one) => one !== part)
      url.delete('open')
      for (const one of isOpen ? [...others, part] : others) url.append('open', one)
    })
  }
  return [params.getAll('open').includes(part), setOpen] as const
}
