/** Whole posts: what people write above, below and between what they paste changes nothing of what is said of it. */
import { describe, expect, it } from 'vitest'

import { findConnections } from './connections.ts'

const PASTED: Readonly<Record<string, string>> = {
  properties: `bootstrap.servers=k.example.com:1
security.protocol=SSL
ssl.truststore.location=/opt/client.truststore.jks

ssl.endpoint.identification.algorithm=`,
  yaml: `spring:
  kafka:
    bootstrap-servers: k.example.com:1
    properties:
      security.protocol: SSL

    ssl:
      trust-store-location: file:/opt/client.truststore.jks`,
  'part of a yaml': `  extraEnv:
    - name: PGSSLMODE
      value: verify-full
    - name: PGSSLROOTCERT
      value: /etc/ca/ca.pem`,
  variables: 'DATABASE_URL=postgres://app:S3cr3tS3cr3t@h.example.com:1/d?sslmode=require',
  javascript: `const { Pool } = require('pg')

const pool = new Pool({
  host: 'h.example.com',

  ssl: { rejectUnauthorized: false },
})`,
  python: `import ssl
import asyncpg

ctx = ssl.create_default_context()

ctx.check_hostname = False
ctx.verify_mode = ssl.CERT_NONE

conn = await asyncpg.connect(host="h.example.com", ssl=ctx)`,
  go: `rdb := redis.NewClient(&redis.Options{
	Addr: "r.example.com:1",

	TLSConfig: &tls.Config{InsecureSkipVerify: true},
})`,
  command: 'psql "postgres://app:S3cr3tS3cr3t@h.example.com:1/d?sslmode=require"',
  prisma: `datasource db {
  provider = "postgresql"
  url      = "postgresql://app:S3cr3tS3cr3t@h.example.com:1/d?sslmode=require"
}`,
  json: `{
  "type": "postgres",
  "host": "h.example.com",

  "ConnectionStrings": { "Default": "Host=h.example.com;Username=app;Password=S3cr3tS3cr3t;SSL Mode=Require;Trust Server Certificate=true" }
}`,
  section: `[client]
host=m.example.com
ssl-mode=REQUIRED`,
}

const TRACE = `Error: self-signed certificate in certificate chain
    at TLSSocket.onConnectSecure (node:_tls_wrap:1674:34)
    at TLSSocket.emit (node:events:518:28)`
const PYTHON = `Traceback (most recent call last):
  File "app.py", line 3, in <module>
ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:1000)`

const POSTS: Readonly<Record<string, (pasted: string) => string>> = {
  'a sentence before': (pasted) => `Hi all, my service doesn't connect, this is what I use:\n${pasted}`,
  'a sentence after': (pasted) => `${pasted}\nWhat am I doing wrong here?`,
  'sentences around': (pasted) =>
    `We have this in our repository:\n\n${pasted}\n\nIs that safe with a CA of our own?\n`,
  'a sentence that names a setting': (pasted) => `I already tried sslmode=disable and that works.\n${pasted}`,
  'another language': (pasted) => `Hallo, ich bekomme mit dieser Datei einen Fehler:\n${pasted}`,
  Chinese: (pasted) => `我用下面的配置连接数据库，但是报错：\n${pasted}\n请问怎么解决？`,
  'a message before': (pasted) => `${TRACE}\n\n${pasted}`,
  'a message after': (pasted) => `${pasted}\n${PYTHON}`,
  'sentences and a message': (pasted) => `I get the following error:\n${TRACE}\n\nwith this file:\n${pasted}`,
  'a fence beside': (pasted) => `The log says:\n\`\`\`\n${TRACE}\n\`\`\`\nand I have\n${pasted}\n`,
  'a fence around': (pasted) => `My file:\n\`\`\`\n${pasted}\n\`\`\`\nand the log says:\n\`\`\`\n${TRACE}\n\`\`\`\n`,
}

const said = async (text: string) =>
  (await findConnections(text)).map(({ what, drivers }) => [
    what,
    drivers.map(({ driver, verifies }) => [driver, verifies]),
  ])

describe.each(Object.entries(PASTED))('%s', (_, pasted) => {
  it('says something alone', async () => {
    expect(await said(pasted)).not.toHaveLength(0)
  })

  it.each(Object.entries(POSTS))('says the same with %s', async (__, post) => {
    expect(await said(post(pasted))).toEqual(await said(pasted))
  })
})
