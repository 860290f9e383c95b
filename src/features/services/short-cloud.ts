import type { Service } from '../../api/service.ts'

/** As everyone calls them: their whole names take two lines. */
const shorten = (provider: string): string =>
  provider.replace(/^Amazon Web Services\b/, 'AWS').replace(/^Google Cloud\b/, 'Google')

interface ShortCloud {
  /** "Ireland"; of a description that is written otherwise, all of it. */
  readonly place: string | undefined
  /** "AWS". */
  readonly provider: string | undefined
}

/** The two names in "Europe, Ireland - Amazon Web Services: Ireland"; the service's settings show all of it. */
export const shortCloud = ({ cloud_description, cloud_name }: Service): ShortCloud => {
  const [, provider, place] = /^.+? - (.+?): (.+)$/.exec(cloud_description ?? '') ?? []
  return { place: place ?? cloud_description ?? cloud_name, provider: provider && shorten(provider) }
}
