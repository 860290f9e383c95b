/** Turns an endpoint and a guide into a ZIP. Loaded only when someone asks for a bundle. */
import type { Backend } from '../../api/use-api.ts'

import { bundleFiles, type BundleFile } from '../../snippets/bundle/bundle.ts'
import type { ConnectionFacts, Guide, System } from '../../snippets/guide.ts'
import { generatePassword } from '../../crypto/key-stores/password.ts'
import { loadMaterial, type ClientLogin, type ClientMaterial } from '../credentials/client-material.ts'
import { makeZip } from '../../lib/zip.ts'

/**
 * The project CA if it signs the endpoint, with the user's certificate and key if clients log in with them.
 * @returns undefined for endpoints of a public CA: their clients need no file
 * @throws {ApiError | UnusableFileError}
 */
export const loadBundleMaterial = async (
  backend: Backend,
  { project, trust, authentication }: ConnectionFacts,
  login: ClientLogin,
  fresh: boolean,
): Promise<ClientMaterial | undefined> =>
  trust === 'project-ca'
    ? loadMaterial(backend, project, authentication === 'certificate' ? login : undefined, fresh)
    : undefined

interface MakeBundleOptions {
  readonly facts: ConnectionFacts
  readonly guide: Guide
  readonly system: System
  readonly material: ClientMaterial | undefined
  readonly now: Date
}

/**
 * The files of one client's folder.
 * @throws {UnwritableError | UnusableFileError}
 */
export const makeBundle = ({ material, ...options }: MakeBundleOptions): Promise<readonly BundleFile[]> => {
  const { ca, client } = material ?? {}
  return bundleFiles({
    ...options,
    storePassword: generatePassword(),
    material: {
      caPem: ca?.text ?? '',
      authorities: ca?.certificates ?? [],
      client: client && { ...client, sha256: client.certificates[0]?.sha256 },
    },
  })
}

/** A ZIP with a folder for each bundle, and files beside them. */
export const zipBundles = (
  bundles: ReadonlyMap<string, readonly BundleFile[]>,
  beside: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const ofKind = (kind: BundleFile['kind']) =>
    Object.fromEntries(
      [...bundles].flatMap(([folder, files]) =>
        files.filter((file) => file.kind === kind).map(({ name, content }) => [`${folder}/${name}`, content] as const),
      ),
    )
  return makeZip({ ...ofKind('file'), ...beside }, ofKind('secret'), ofKind('program'))
}
