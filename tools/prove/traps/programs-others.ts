/** Programs of the clients of Valkey and Kafka. */
import { KAFKA_SASL, REDIS } from '../endpoints.ts'
import { address, go, java, node, php, python, shell } from './programs.ts'

export const REDIS_PROGRAMS = {
  cli: shell(
    REDIS,
    (setting, { host, port }) => `redis-cli -h ${host} -p ${String(port)} --user avnadmin -a secret ${setting} PING`,
  ),
  pythonUrl: python(
    REDIS,
    (setting, target) => `import redis
redis.from_url("${setting.replace('rediss://', () => `rediss://${target.login}@${address(target)}`).replace('redis://', () => `redis://${target.login}@${address(target)}`)}").ping()
`,
  ),
  valkeyPython: python(
    REDIS,
    (setting, { host, port }) => `import valkey
valkey.Valkey(host="${host}", port=${String(port)}, username="avnadmin", password="secret", ${setting}).ping()
`,
  ),
  nodeRedis: node(
    REDIS,
    (setting, { host, port }) => `import { createClient } from 'redis'
const client = createClient({ username: 'avnadmin', password: 'secret', socket: { host: '${host}', port: ${String(port)}, reconnectStrategy: false, ${setting} } })
client.on('error', () => process.exit(1))
await client.connect()
`,
  ),
  jedis: java(
    REDIS,
    ['redis.clients.jedis.*'],
    (setting, { host, port }) =>
      `RedisClient.builder().hostAndPort(new HostAndPort("${host}", ${String(port)})).clientConfig(DefaultJedisClientConfig.builder().user("avnadmin").password("secret")${setting}.build()).build().ping();`,
  ),
  lettuce: java(
    REDIS,
    ['io.lettuce.core.*'],
    (setting, { host, port }) =>
      `RedisClient.create(RedisURI.builder().withHost("${host}").withPort(${String(port)}).withAuthentication("avnadmin", "secret".toCharArray())${setting}.build()).connect();`,
  ),
  goRedis: go(
    REDIS,
    ['context', 'crypto/tls', 'github.com/redis/go-redis/v9', 'log'],
    (setting, target) =>
      `\terr := redis.NewClient(&redis.Options{Addr: "${address(target)}", Username: "avnadmin", Password: "secret", ${setting}}).Ping(context.Background()).Err()\n`,
  ),
  phpredis: php(
    REDIS,
    (setting, { host, port }) =>
      `<?php $redis = new Redis(); $redis->connect('tls://${host}', ${String(port)}, 5, null, 0, 0, ['stream' => [${setting}]]); $redis->auth(['avnadmin', 'secret']);\n`,
  ),
}

export const KAFKA_PROGRAMS = {
  kcat: shell(
    KAFKA_SASL,
    (setting, target) =>
      `kcat -L -m 3 -b ${address(target)} -X security.protocol=SASL_SSL -X sasl.mechanism=PLAIN -X sasl.username=avnadmin -X sasl.password=secret ${setting}`,
  ),
  confluent: python(
    KAFKA_SASL,
    (setting, target) => `from confluent_kafka.admin import AdminClient
login = {"bootstrap.servers": "${address(target)}", "security.protocol": "SASL_SSL", "sasl.mechanism": "PLAIN", "sasl.username": "avnadmin", "sasl.password": "secret"}
AdminClient({**login, ${setting}}).list_topics(timeout=5)
`,
  ),
  aiokafka: python(
    KAFKA_SASL,
    (setting, target) => `import asyncio
import ssl
from aiokafka import AIOKafkaConsumer
async def main():
    await AIOKafkaConsumer(bootstrap_servers="${address(target)}", sasl_mechanism="PLAIN", sasl_plain_username="avnadmin", sasl_plain_password="secret", ${setting}).start()
asyncio.run(main())
`,
  ),
  sarama: go(
    KAFKA_SASL,
    ['crypto/tls', 'github.com/IBM/sarama', 'log'],
    (setting, target) => `\tconfig := sarama.NewConfig()
	config.Net.SASL.Enable = true
	config.Net.SASL.User = "avnadmin"
	config.Net.SASL.Password = "secret"
	config.Net.TLS.Enable = true
	config.Net.TLS.Config = ${setting}
	_, err := sarama.NewClient([]string{"${address(target)}"}, config)
`,
  ),
  franzGo: go(
    KAFKA_SASL,
    ['context', 'crypto/tls', 'github.com/twmb/franz-go/pkg/kgo', 'log', 'time'],
    (setting, target) => `\tctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	client, err := kgo.NewClient(kgo.SeedBrokers("${address(target)}"), kgo.DialTLSConfig(${setting}))
	if err == nil {
		err = client.Ping(ctx)
	}
`,
  ),
}
