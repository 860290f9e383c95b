/** Code that talks to a server: the switches that turn the check off, in the languages that people paste. */
import { NOT_RUN, type ConnectionCheck, type DriverVerdict, type Verifies } from './connection.ts'

interface Switch {
  readonly pattern: RegExp
  readonly driver: string
  readonly verifies: Verifies
  readonly because: string
}

const SWITCHES: readonly Switch[] = [
  {
    pattern: /rejectUnauthorized["']?\s*:\s*false/,
    driver: 'Node.js',
    verifies: 'none',
    because: 'rejectUnauthorized: false takes any server. Pass ca with the contents of ca.pem instead.',
  },
  {
    pattern: /NODE_TLS_REJECT_UNAUTHORIZED["']?\]?\s*[=:]\s*["']?0/,
    driver: 'Node.js',
    verifies: 'none',
    because:
      'NODE_TLS_REJECT_UNAUTHORIZED=0 switches the check off for the whole process. NODE_EXTRA_CA_CERTS=ca.pem adds the CA instead.',
  },
  {
    pattern: /checkServerIdentity["']?\s*:\s*(\(\)|function|\w+)\s*(=>|\()/,
    driver: 'Node.js',
    verifies: 'chain',
    because: 'A checkServerIdentity of its own replaces the check of the name.',
  },
  {
    pattern: /\bssl["']?\s*:\s*true\b/,
    driver: 'Node.js (kafkajs, pg)',
    verifies: 'public',
    because:
      "ssl: true verifies against Node's public CAs only: a server of the project CA is refused. Pass ssl: { ca } instead.",
  },
  {
    pattern: /InsecureSkipVerify\s*[:=]\s*true/,
    driver: 'Go',
    verifies: 'none',
    because: 'InsecureSkipVerify: true takes any server. Put ca.pem into RootCAs instead.',
  },
  {
    pattern: /\bCERT_NONE\b|ssl_cert_reqs\s*=\s*["']?(none|None)\b|\bverify\s*=\s*False/,
    driver: 'Python',
    verifies: 'none',
    because:
      'The check is switched off. Use ssl.create_default_context(cafile="ca.pem"), or the client\'s option for a CA file.',
  },
  {
    pattern: /(ssl_)?check_hostname\s*=\s*False/,
    driver: 'Python (kafka-python, ssl)',
    verifies: 'chain',
    because: 'check_hostname=False: any server of the same CA will do.',
  },
  {
    pattern: /trustServerCertificate\s*=\s*true/i,
    driver: 'JDBC',
    verifies: 'none',
    because: 'trustServerCertificate=true takes any server.',
  },
  {
    pattern: /\bcurl\b[^\n]{0,1000}\s(-k|--insecure)\b/,
    driver: 'curl',
    verifies: 'none',
    because: '--insecure takes any server. Use --cacert ca.pem where the project CA signs.',
  },
  {
    pattern: /\bredis-cli\b[^\n]{0,1000}\s--insecure\b/,
    driver: 'redis-cli',
    verifies: 'none',
    because: '--insecure takes any server.',
  },
]

const kafkaPython = (text: string): DriverVerdict[] => {
  if (!/\bKafka(Producer|Consumer|AdminClient)\s*\(/.test(text)) return []
  const known = 'kafka-python 2.0.2, run and read'
  const driver = 'kafka-python'
  if (!/security_protocol\s*=\s*["'](SASL_)?SSL["']/.test(text)) {
    return [
      {
        driver,
        known,
        verifies: 'plain',
        because: 'Without security_protocol="SSL" or "SASL_SSL" nothing is encrypted.',
      },
    ]
  }
  if (/ssl_check_hostname\s*=\s*False|CERT_NONE/.test(text)) return []
  return /ssl_cafile|ssl_context/.test(text)
    ? [
        {
          driver,
          known,
          verifies: 'full',
          because: 'It verifies the CA and the name.',
          seen: `kafka-python/${/SASL_SSL/.test(text) ? 'sasl' : 'certificate'}-project-ca`,
        },
      ]
    : [{ driver, known, verifies: 'public', because: "Without ssl_cafile it trusts the system's public CAs only." }]
}

const kafkaJs = (text: string): DriverVerdict[] => {
  if (!/\bnew Kafka\s*\(\s*\{/.test(text) || /rejectUnauthorized["']?\s*:\s*false|ssl["']?\s*:\s*true/.test(text))
    return []
  const driver = 'kafkajs'
  const known = 'kafkajs 2.2.4, run and read'
  if (!/\bssl["']?\s*:/.test(text)) {
    return [{ driver, known, verifies: 'plain', because: 'Without ssl nothing is encrypted.' }]
  }
  return /\bca["']?\s*:/.test(text)
    ? [
        {
          driver,
          known,
          verifies: 'full',
          because: 'It verifies the CA and the name.',
          seen: `kafkajs/${/\bsasl["']?\s*:/.test(text) ? 'sasl' : 'certificate'}-project-ca`,
        },
      ]
    : [{ driver, known, verifies: 'public', because: "Without ca it verifies against Node's public CAs only." }]
}

export const checkCode = (text: string): ConnectionCheck | undefined => {
  const switches = SWITCHES.filter(({ pattern }) => pattern.test(text)).map(({ driver, verifies, because }) => ({
    driver,
    verifies,
    because,
    known: NOT_RUN,
  }))
  const drivers = [...switches, ...kafkaPython(text), ...kafkaJs(text)]
  return drivers.length === 0 ? undefined : { what: 'Code', text, drivers, corrected: undefined, notes: [] }
}
