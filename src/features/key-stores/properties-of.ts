import { STORE_NAMES, type StoreKind } from '../../crypto/key-stores/make-stores.ts'
import { renderGuide, type CodeFile, type ConnectionFacts } from '../../snippets/guide.ts'
import { javaKeystore } from '../../snippets/guides/java-kafka.ts'

/**
 * `client.properties` for stores of these kinds.
 * @param password of the stores; if undefined, a placeholder is written
 * @returns the file, and the stores that it names but that aren't among `kinds`
 */
export const propertiesOf = (
  facts: ConnectionFacts,
  kinds: readonly StoreKind[],
  password: string | undefined,
): { file: CodeFile | undefined; absent: readonly string[] } => {
  const { files, needs } = renderGuide(
    javaKeystore,
    {
      ...facts,
      trustStore: kinds.includes('trustStore') ? 'p12' : 'jks',
      keyStore: kinds.includes('keyStore') ? 'p12' : 'jks',
      storePassword: password,
    },
    'linux',
  )
  const made = new Set<string>(kinds.map((kind) => STORE_NAMES[kind]))
  return { file: files[0], absent: needs.map(({ name }) => name).filter((name) => !made.has(name)) }
}
