/** Clients of services that speak HTTPS, in the order in which they are offered: one line per client. */
import type { Guide } from '../guide.ts'
import { curl } from '../guides/curl.ts'
import {
  httpx,
  nodeHttps,
  opensearchGo,
  opensearchJava,
  opensearchJs,
  opensearchPy,
  requests,
  schemaRegistryPy,
} from '../guides/https-others.ts'

export const HTTPS: readonly Guide[] = [
  curl,
  requests,
  httpx,
  nodeHttps,
  opensearchPy,
  opensearchJs,
  opensearchGo,
  opensearchJava,
  schemaRegistryPy,
]
