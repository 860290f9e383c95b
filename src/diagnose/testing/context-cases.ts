/** SSLContexts of Python: which of them verify, as far as the text shows what is done with them. */
const MADE = 'ctx = ssl.create_default_context(cafile="ca.pem")\n'
const CONNECT = 'conn = await asyncpg.connect(dsn, ssl=ctx)\n'
const HERE = 'ssl.create_default_context(cafile="ca.pem")'

export const CONTEXTS = [
  [`conn = await asyncpg.connect(dsn, ssl=${HERE})`, { asyncpg: 'full' }],
  [MADE + CONNECT, { asyncpg: 'full' }],
  [`${MADE}ctx.load_cert_chain("service.cert", "service.key")\n${CONNECT}`, { asyncpg: 'full' }],
  ['conn = await asyncpg.connect(dsn, ssl=ssl.create_default_context())', { asyncpg: 'public' }],
  ['conn = await asyncpg.connect(dsn, ssl=ssl.create_default_context(cafile=certifi.where()))', { asyncpg: 'public' }],
  [`pool = await asyncpg.create_pool(dsn="postgres://u:p@h:1/d", ssl=${HERE})`, { asyncpg: 'full' }],
  // Whatever may change it leaves it open.
  [`${MADE}harden(ctx)\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}harden(context=ctx)\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}ctx.verify_mode = mode\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}if debug:\n    ctx = ssl.create_default_context()\n${CONNECT}`, { asyncpg: 'depends' }],
  [`ctx = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile="ca.pem")\n${CONNECT}`, { asyncpg: 'depends' }],
  [`ctx = ssl.create_default_context(cafile=os.environ.get("CA"))\n${CONNECT}`, { asyncpg: 'depends' }],
  [`ctx = ssl.create_default_context(cafile=path if secure else None)\n${CONNECT}`, { asyncpg: 'depends' }],
  [`ctx = ssl.create_default_context(**options)\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}ctx.verify_mode = ssl.CERT_NONE if debug else ssl.CERT_REQUIRED\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}if debug:\n    ctx.check_hostname = False\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}ctx.check_hostname = False\n${CONNECT}`, { asyncpg: 'chain' }],
  ['conn = await asyncpg.connect(dsn, ssl=make())', { asyncpg: 'depends' }],
  [`${MADE}conn = await asyncpg.connect(host="/var/run/postgresql", ssl=ctx)`, {}],
  [
    'p = AIOKafkaProducer(bootstrap_servers="h:1", security_protocol="SSL", ssl_context=create_ssl_context(cafile="ca.pem"))',
    { aiokafka: 'full' },
  ],
  [
    `p = KafkaProducer(bootstrap_servers="h:1", security_protocol="SASL_SSL", ssl_context=${HERE})`,
    { 'kafka-python': 'full' },
  ],
  [`p = KafkaProducer(bootstrap_servers="h:1", ssl_context=${HERE})`, { 'kafka-python': 'plain' }],
  [`conn = pymysql.connect(host="h", user="u", ssl=${HERE})`, { PyMySQL: 'full' }],
] as const
