/** Valkey, Redis and Dragonfly: clients of Python, Node.js, Go, Rust and PHP. */
import { phpString, rustString, stringLiteral } from '../escape.ts'
import type { ConnectionFacts, System } from '../guide.ts'
import { goImports, goTls, goTlsImports } from './go-tls.ts'
import { nodeTls } from './node.ts'
import { PHPREDIS } from './installs.ts'
import { addressOf, block, CA, pathOf } from './parts.ts'
import { goGuide, goInstall, nodeGuide, npmInstall, phpGuide, pipInstall, pythonGuide, rustGuide } from './program.ts'

const PASSWORD = 'REDIS_PASSWORD'

const pythonArguments = (facts: ConnectionFacts, system: System): readonly string[] => [
  `host=${stringLiteral(facts.host)}`,
  `port=${String(facts.port)}`,
  `username=${stringLiteral(facts.user)}`,
  `password=os.environ["${PASSWORD}"]`,
  'ssl=True',
  ...(facts.trust === 'project-ca' ? [`ssl_ca_certs=${stringLiteral(pathOf(facts, system, CA))}`] : []),
  'ssl_cert_reqs="required"',
  'ssl_check_hostname=True',
]

const pythonRedis = (library: string, type: string) =>
  pythonGuide({
    install: pipInstall(library),
    password: PASSWORD,
    text: (facts, system) => `import os

import ${library}

# Older versions don't check the host name unless told to.
client = ${library}.${type}(
${block(4, pythonArguments(facts, system))}
)
print("connected", client.ping())
`,
  })

export const redisPy = pythonRedis('redis', 'Redis')
export const valkeyPy = pythonRedis('valkey', 'Valkey')

export const nodeRedis = nodeGuide({
  install: npmInstall('redis'),
  password: PASSWORD,
  text: (facts, system) => {
    const { imports, options } = nodeTls(facts, system)
    const socket = [
      `host: ${stringLiteral(facts.host)}`,
      `port: ${String(facts.port)}`,
      'tls: true',
      ...options,
      'reconnectStrategy: false',
    ]
    return `${imports}import { createClient } from "redis"

const client = createClient({
  username: ${stringLiteral(facts.user)},
  password: process.env.${PASSWORD},
  socket: {
${block(4, socket)}
  },
})
client.on("error", (error) => console.error(error.message))
await client.connect()
console.log("connected", await client.ping())
client.destroy()
`
  },
})

export const iovalkey = nodeGuide({
  install: npmInstall('iovalkey'),
  password: PASSWORD,
  text: (facts, system) => {
    const { imports, options } = nodeTls(facts, system)
    return `${imports}import Valkey from "iovalkey"

const client = new Valkey({
${block(2, [
  `host: ${stringLiteral(facts.host)}`,
  `port: ${String(facts.port)}`,
  `username: ${stringLiteral(facts.user)}`,
  `password: process.env.${PASSWORD}`,
  `tls: { ${options.join(', ')} }`,
  'maxRetriesPerRequest: 1',
])}
})
client.on("error", (error) => console.error(error.message))
console.log("connected", await client.ping())
client.disconnect()
`
  },
})

export const goRedis = goGuide({
  install: goInstall('github.com/redis/go-redis/v9'),
  password: PASSWORD,
  text: (facts, system) => `package main

${goImports(['context', 'fmt', ...goTlsImports(facts)], ['"github.com/redis/go-redis/v9"'])}
func main() {
${goTls(facts, system)}	client := redis.NewClient(&redis.Options{
		Addr:      ${stringLiteral(addressOf(facts))},
		Username:  ${stringLiteral(facts.user)},
		Password:  os.Getenv("${PASSWORD}"),
		TLSConfig: config,
	})
	defer client.Close()
	status, err := client.Ping(context.Background()).Result()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected", status)
}
`,
})

export const valkeyGo = goGuide({
  install: goInstall('github.com/valkey-io/valkey-go'),
  password: PASSWORD,
  text: (facts, system) => `package main

${goImports(['context', 'fmt', ...goTlsImports(facts)], ['"github.com/valkey-io/valkey-go"'])}
func main() {
${goTls(facts, system)}	client, err := valkey.NewClient(valkey.ClientOption{
		InitAddress:  []string{${stringLiteral(addressOf(facts))}},
		Username:     ${stringLiteral(facts.user)},
		Password:     os.Getenv("${PASSWORD}"),
		TLSConfig:    config,
		DisableCache: true,
	})
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	status, err := client.Do(context.Background(), client.B().Ping().Build()).ToString()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected", status)
}
`,
})

export const phpRedis = phpGuide({
  install: PHPREDIS,
  password: PASSWORD,
  text: (facts, system) => {
    const options = [
      ...(facts.trust === 'project-ca' ? [`'cafile' => ${phpString(pathOf(facts, system, CA))}`] : []),
      `'peer_name' => ${phpString(facts.host)}`,
      `'verify_peer' => true`,
      `'verify_peer_name' => true`,
    ]
    return `<?php

$redis = new Redis();
$redis->connect(${phpString(`tls://${facts.host}`)}, ${String(facts.port)}, 10, null, 0, 0, ['stream' => [
${block(4, options)}
]]);
$redis->auth([${phpString(facts.user)}, getenv('${PASSWORD}')]);
echo 'connected ', var_export($redis->ping(), true), "\\n";
`
  },
})

export const rustRedis = rustGuide({
  install: { what: 'Add redis with TLS to Cargo.toml.', command: 'cargo add redis --features tls-rustls' },
  password: PASSWORD,
  text: (facts, system) => `use redis::{Client, ConnectionAddr, IntoConnectionInfo, TlsCertificates};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = ConnectionAddr::TcpTls {
        host: ${rustString(facts.host)}.into(),
        port: ${String(facts.port)},
        insecure: false,
        tls_params: None,
    };
    let login = redis::RedisConnectionInfo::default()
        .set_username(${rustString(facts.user)})
        .set_password(std::env::var("${PASSWORD}")?);
    let info = address.into_connection_info()?.set_redis_settings(login);
    let ca = std::fs::read(${rustString(pathOf(facts, system, CA))})?;
    let certificates = TlsCertificates { client_tls: None, root_cert: Some(ca) };
    let mut connection = Client::build_with_tls(info, certificates)?.get_connection()?;
    let status: String = redis::cmd("PING").query(&mut connection)?;
    println!("connected {status}");
    Ok(())
}
`,
})
