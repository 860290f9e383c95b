/** Clients of services that speak HTTPS, in the order in which they are offered: one row per client. */
import { isComponent, speaks } from '../applies.ts'
import type { Guide } from '../guide.ts'

export const HTTPS: readonly Guide[] = [
  {
    id: 'curl',
    name: 'curl',
    language: 'sh',
    applies: speaks('https'),
    load: async () => (await import('../guides/curl.ts')).curl,
  },
  {
    id: 'requests',
    name: 'Python, requests',
    language: 'python',
    applies: speaks('https'),
    load: async () => (await import('../guides/https-others.ts')).requests,
  },
  {
    id: 'httpx',
    name: 'Python, HTTPX',
    language: 'python',
    applies: speaks('https'),
    load: async () => (await import('../guides/https-others.ts')).httpx,
  },
  {
    id: 'node-https',
    name: 'Node.js, https',
    language: 'javascript',
    applies: speaks('https'),
    load: async () => (await import('../guides/https-others.ts')).nodeHttps,
  },
  {
    id: 'opensearch-py',
    name: 'Python, opensearch-py',
    language: 'python',
    applies: isComponent('opensearch'),
    load: async () => (await import('../guides/https-others.ts')).opensearchPy,
  },
  {
    id: 'opensearch-js',
    name: 'Node.js, opensearch-js',
    language: 'javascript',
    applies: isComponent('opensearch'),
    load: async () => (await import('../guides/https-others.ts')).opensearchJs,
  },
  {
    id: 'opensearch-go',
    name: 'Go, opensearch-go',
    language: 'go',
    applies: isComponent('opensearch'),
    load: async () => (await import('../guides/https-others.ts')).opensearchGo,
  },
  {
    id: 'opensearch-java',
    name: 'Java, opensearch-java',
    language: 'java',
    applies: isComponent('opensearch'),
    load: async () => (await import('../guides/https-others.ts')).opensearchJava,
  },
  {
    id: 'schema-registry-py',
    name: 'Python, confluent-kafka Schema Registry',
    language: 'python',
    applies: isComponent('schema_registry'),
    load: async () => (await import('../guides/https-others.ts')).schemaRegistryPy,
  },
]
