import type { Service } from '../../api/service.ts'

/** Short names of cloud providers: the full names need two lines. */
const shorten = (provider: string): string =>
  provider.replace(/^Amazon Web Services\b/, 'AWS').replace(/^Google Cloud\b/, 'Google')

interface ShortCloud {
  /** "Ireland"; the whole description if it has another format. */
  readonly place: string | undefined
  /** "AWS". */
  readonly provider: string | undefined
}

/** The two names in "Europe, Ireland - Amazon Web Services: Ireland"; the service's settings show all of it. */
export const shortCloud = ({ cloud_description, cloud_name }: Service): ShortCloud => {
  const [, provider, place] = /^.+? - (.+?): (.+)$/.exec(cloud_description ?? '') ?? []
  return { place: place ?? cloud_description ?? cloud_name, provider: provider && shorten(provider) }
}
