/** Python's clients of ClickHouse, Cassandra and Kafka. */
import { CASSANDRA, CLICKHOUSE, HTTPS, KAFKA_SASL } from '../endpoints.ts'
import { address } from '../traps/programs.ts'
import { clientOf } from '../clients.ts'
import { further, PYTHON } from './mysql-python-and-java.ts'
import type { MatrixClient } from './settings.ts'

export const PYTHON_SERVICES: readonly MatrixClient[] = [
  {
    ...PYTHON,
    id: 'clickhouse-connect',
    client: clientOf('clickhouse-connect'),
    endpoint: { ...HTTPS, component: 'clickhouse_https' } as const,
    settings: [
      '',
      'secure=True',
      'secure=False',
      'interface="https"',
      'secure=True, verify=True',
      'secure=True, verify=False',
      'secure=True, ca_cert="ca.pem"',
      'secure=True, ca_cert="ca.pem", verify=True',
      'secure=True, ca_cert="ca.pem", verify=False',
      'secure=True, ca_cert="certifi"',
      'interface="https", ca_cert="ca.pem"',
      'secure=True, verify="proxy"',
      'secure=True, ca_cert="ca.pem", server_host_name="other.example.com"',
    ],
    text: (setting, { host, port }) => `import clickhouse_connect
clickhouse_connect.get_client(host="${host}", port=${String(port)}, username="avnadmin", password="secret"${further(setting)})
`,
  },
  {
    ...PYTHON,
    id: 'clickhouse-driver',
    client: clientOf('clickhouse-driver'),
    endpoint: CLICKHOUSE,
    settings: [
      '',
      'secure=False',
      'secure=True',
      'secure=True, verify=True',
      'secure=True, verify=False',
      'secure=True, ca_certs="ca.pem"',
      'secure=True, ca_certs="ca.pem", verify=True',
      'secure=True, ca_certs="ca.pem", verify=False',
      'secure=True, ca_certs="ca.pem", check_hostname=True',
      'secure=True, ca_certs="ca.pem", check_hostname=False',
      'secure=True, check_hostname=False',
      'ca_certs="ca.pem"',
      'secure=True, ca_certs="ca.pem", server_hostname="other.example.com"',
    ],
    text: (setting, { host, port }) => `from clickhouse_driver import Client
Client("${host}", port=${String(port)}, user="avnadmin", password="secret"${further(setting)}).execute("SELECT 1")
`,
  },
  {
    ...PYTHON,
    id: 'cassandra-driver',
    client: clientOf('cassandra-driver'),
    endpoint: CASSANDRA,
    settings: [
      '',
      'ssl_context=None',
      'ssl_context=ssl.create_default_context()',
      'ssl_context=ssl.create_default_context(cafile="ca.pem")',
      'ssl_context=ssl._create_unverified_context()',
      'ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)',
      'ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS)',
      'ssl_options={}',
      'ssl_options={"ca_certs": "ca.pem"}',
      'ssl_options={"ca_certs": "ca.pem", "cert_reqs": ssl.CERT_REQUIRED}',
      'ssl_options={"ca_certs": "ca.pem", "cert_reqs": ssl.CERT_NONE}',
      'ssl_options={"ca_certs": "ca.pem", "check_hostname": True}',
      'ssl_options={"ca_certs": "ca.pem", "check_hostname": True, "server_hostname": "HOST"}',
      'ssl_context=ssl.create_default_context(cafile="ca.pem"), ssl_options={}',
      'ssl_context=ssl.create_default_context(cafile="ca.pem"), ssl_options={"server_hostname": "HOST"}',
    ],
    text: (setting, { host, port }) => `import ssl
from cassandra.auth import PlainTextAuthProvider
from cassandra.cluster import Cluster
Cluster(["${host}"], port=${String(port)}, auth_provider=PlainTextAuthProvider("avnadmin", "secret")${further(setting).replace('HOST', host)}).connect()
`,
  },
  {
    ...PYTHON,
    id: 'aiokafka',
    client: clientOf('aiokafka'),
    endpoint: KAFKA_SASL,
    settings: [
      'security_protocol="SASL_PLAINTEXT"',
      'security_protocol="SASL_SSL"',
      'security_protocol="SASL_SSL", ssl_context=None',
      'security_protocol="SASL_SSL", ssl_context=ssl.create_default_context()',
      'security_protocol="SASL_SSL", ssl_context=ssl.create_default_context(cafile="ca.pem")',
      'security_protocol="SASL_SSL", ssl_context=ssl._create_unverified_context()',
      'security_protocol="SASL_SSL", ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)',
      'security_protocol="SASL_SSL", ssl_context=ssl.SSLContext()',
      'security_protocol="SASL_SSL", ssl_context=create_ssl_context()',
      'security_protocol="SASL_SSL", ssl_context=create_ssl_context(cafile="ca.pem")',
      'security_protocol="SASL_PLAINTEXT", ssl_context=ssl.create_default_context(cafile="ca.pem")',
      'ssl_context=ssl.create_default_context(cafile="ca.pem")',
    ],
    text: (setting, target) => `import asyncio
import ssl
from aiokafka import AIOKafkaConsumer
from aiokafka.helpers import create_ssl_context
async def main():
    await AIOKafkaConsumer(bootstrap_servers="${address(target)}", sasl_mechanism="PLAIN", sasl_plain_username="avnadmin", sasl_plain_password="secret", ${setting}).start()
asyncio.run(main())
`,
  },
  {
    ...PYTHON,
    id: 'confluent-kafka',
    client: clientOf('confluent-kafka'),
    endpoint: KAFKA_SASL,
    settings: [
      '"security.protocol": "SASL_PLAINTEXT"',
      '"security.protocol": "SASL_SSL"',
      '"security.protocol": "SASL_SSL", "ssl.ca.location": "ca.pem"',
      '"security.protocol": "SASL_SSL", "ssl.ca.location": "ca.pem", "enable.ssl.certificate.verification": False',
      '"security.protocol": "SASL_SSL", "ssl.ca.location": "ca.pem", "enable.ssl.certificate.verification": True',
      '"security.protocol": "SASL_SSL", "ssl.ca.location": "ca.pem", "ssl.endpoint.identification.algorithm": "none"',
      '"security.protocol": "SASL_SSL", "ssl.ca.location": "ca.pem", "ssl.endpoint.identification.algorithm": "https"',
      '"security.protocol": "SASL_SSL", "enable.ssl.certificate.verification": False',
      '"security.protocol": "SASL_SSL", "enable.ssl.certificate.verification": "false"',
      '"security.protocol": "SASL_SSL", "ssl.endpoint.identification.algorithm": "none"',
      '"security.protocol": "SASL_SSL", "ssl.ca.pem": open("ca.pem").read()',
      '"ssl.ca.location": "ca.pem"',
    ],
    text: (setting, target) => `from confluent_kafka.admin import AdminClient
AdminClient({"bootstrap.servers": "${address(target)}", "sasl.mechanism": "PLAIN", "sasl.username": "avnadmin", "sasl.password": "secret", ${setting}}).list_topics(timeout=4)
`,
  },
]
