/** How to run clients of each kind on this machine: as a library of a language, or as a program. */
import { homedir } from 'node:os'
import { join } from 'node:path'

import { KIT, PINNED, pinnedJar, pinnedPython } from './kit.ts'
import type { Endpoint } from './endpoints.ts'
import { KAFKA_LIBRARIES } from './servers/real-kafka.ts'
import type { Equipment } from './workplace.ts'

export interface Client extends Equipment {
  /** The program or library that is proven, as the page names it. */
  readonly name: string
  /** A line of the shell that prints the version; the client isn't here when `pattern` isn't in its output. */
  readonly version: string
  readonly pattern: RegExp
  /** The version that `kit.json` pins, as the line of the shell prints it; undefined for clients that aren't of the kit. */
  readonly pinned?: string | undefined
  /** Uses a port of a fixed number, or all of the machine: its runs take turns. */
  readonly alone?: boolean
  /** Takes many seconds to compile or to start: not of CI's fixed set. */
  readonly slow?: boolean
  /** A sentence that says why it can't log in at this kind of endpoint, so that it isn't run there. */
  readonly unable?: (endpoint: Endpoint) => string | undefined
  /** Output that proves success, for a client that runs until it is stopped. */
  readonly shows?: string
  /** How to set the system's trusted CAs for it; without this, endpoints with a public CA aren't run. */
  readonly systemTrust?: readonly SystemTrust[]
}

/** Variables that add the run's CA to the system's trusted CAs, or replace them. */
export type SystemTrust = 'openssl' | 'node' | 'java' | 'certifi'

export const nodeLibrary = (name: string): Client => ({
  name,
  version: `node -p 'JSON.parse(fs.readFileSync("node_modules/${name}/package.json")).version'`,
  pattern: /^(\d\S+)/,
  pinned: PINNED.npm[name],
  libraries: { node_modules: join(KIT, 'npm/node_modules') },
  systemTrust: ['node'],
})

/** @param distribution its name at PyPI, which is the client's unless told otherwise */
export const pythonLibrary = (distribution: string, more: Partial<Client> = {}): Client => ({
  name: distribution,
  version: `python3 -c 'from importlib.metadata import version; print(version("${distribution}"))'`,
  pattern: /^(\d\S+)/,
  pinned: pinnedPython(distribution),
  path: [join(KIT, 'python/venv/bin')],
  ...more,
})

export const OPENSSL = { systemTrust: ['openssl'] } as const

/** @param set of `kit.json`, in its group; @param jar of the artifact, without version */
export const javaLibrary = (name: string, set: string, jar: string, group: 'maven' | 'workers' = 'maven'): Client => ({
  name,
  version: `ls lib | grep '^${jar}-[0-9]' && java --version`,
  pattern: new RegExp(`^${jar}-(\\d\\S*)\\.jar[^]*openjdk`),
  pinned: pinnedJar(set, jar, group),
  libraries: { lib: join(KIT, group, set, 'lib') },
  systemTrust: ['java'],
})

export const goLibrary = (module: string): Client => ({
  name: module.replace(/^github.com\/|\/v\d+$/g, ''),
  version: `go list -m ${module}`,
  pattern: / v(\d\S+)/,
  pinned: PINNED.go[module]?.replace(/^v/, ''),
  libraries: { 'go.mod': join(KIT, 'go/project/go.mod'), 'go.sum': join(KIT, 'go/project/go.sum') },
  path: ['/usr/local/go/bin'],
  env: {
    GOMODCACHE: join(KIT, 'go/modules'),
    GOCACHE: join(KIT, 'go/cache'),
    GOPROXY: 'off',
    GOFLAGS: '-mod=readonly',
    GOTOOLCHAIN: 'local',
  },
  systemTrust: ['openssl'],
})

/** One target folder for all, so that nothing is compiled twice. */
export const rustCrate = (crate: string): Client => ({
  name: crate,
  version: `cargo --version && sed -n '/^name = "${crate}"$/{n;p}' Cargo.lock`,
  pattern: /version = "(\d[^"]+)"/,
  pinned: PINNED.cargo[crate]?.version,
  libraries: { 'Cargo.toml': join(KIT, 'cargo/Cargo.toml'), 'Cargo.lock': join(KIT, 'cargo/Cargo.lock') },
  path: [join(homedir(), '.cargo/bin')],
  env: {
    CARGO_TARGET_DIR: join(KIT, 'cargo/target'),
    CARGO_HOME: join(homedir(), '.cargo'),
    RUSTUP_HOME: join(homedir(), '.rustup'),
    CARGO_NET_OFFLINE: 'true',
  },
  slow: true,
  // The program has the same name in every folder.
  alone: true,
  systemTrust: ['openssl'],
})

export const KAFKA_TOPICS: Client = {
  name: 'Apache Kafka’s Java client',
  version: `ls ${KAFKA_LIBRARIES} | grep '^kafka-clients-' && java --version`,
  pattern: /^kafka-clients-(\S+)\.jar[^]*openjdk/,
  pinned: pinnedJar('kafka', 'kafka-tools'),
  // What kafka-topics.sh of a distribution does: sets the class path, and starts the tool.
  programs: {
    'kafka-topics.sh': `exec java -Xmx128m -XX:TieredStopAtLevel=1 -cp '${KAFKA_LIBRARIES}/*' org.apache.kafka.tools.TopicCommand "$@"`,
  },
  systemTrust: ['java'],
}

const WORKER = join(KIT, 'workers/connect/lib')

/** Text that a source writes to a topic, and a sink reads from it and prints. */
const MESSAGE = 'written and read by connectors'

const connector = (kind: 'Source' | 'Sink', settings: Readonly<Record<string, string>>): string =>
  JSON.stringify({ 'connector.class': `org.apache.kafka.connect.file.FileStream${kind}Connector`, ...settings })

const SOURCE = connector('Source', {
  file: 'message',
  topic: 'proof-TOPIC',
  'topic.creation.default.partitions': '1',
  'topic.creation.default.replication.factor': '-1',
})
const SINK = connector('Sink', { topics: 'proof-TOPIC' })

/** A worker with connectors, which write and read with their own clients and settings. */
export const KAFKA_CONNECT: Client = {
  name: 'Kafka Connect',
  version: `ls '${WORKER}' | grep '^connect-runtime-' && java --version`,
  pattern: /^connect-runtime-(\d\S*)\.jar[^]*openjdk/,
  pinned: pinnedJar('connect', 'connect-runtime', 'workers'),
  programs: {
    'connect-distributed.sh': `echo '${MESSAGE}' >message
java -Xmx256m -XX:TieredStopAtLevel=1 -Dorg.apache.logging.log4j.level=INFO -cp '${WORKER}/*' org.apache.kafka.connect.cli.ConnectDistributed "$@" & worker=$!
make() {
  echo "$2" | sed "s/TOPIC/$$/" | curl -sf -X PUT -H 'content-type: application/json' -d @- "http://localhost:8083/connectors/$1-$$/config"
}
while kill -0 $worker 2>/dev/null; do
  sleep 1
  make source '${SOURCE}' && make sink '${SINK}' && break
done
wait $worker`,
  },
  shows: MESSAGE,
  // The port of its REST interface.
  alone: true,
  slow: true,
  systemTrust: ['java'],
}

/** Sends settings to a worker: the connector connects, and reports what is wrong with them. */
export const DEBEZIUM: Client = {
  ...javaLibrary('Debezium’s PostgreSQL connector', 'debezium', 'debezium-connector-postgres', 'workers'),
  programs: {
    curl: `cat >Worker.java <<'END'
public class Worker {
    public static void main(String[] args) throws Exception {
        var file = new java.io.File("debezium.json");
        var settings = new java.util.HashMap<String, String>();
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(file).fields()
            .forEachRemaining(field -> settings.put(field.getKey(), field.getValue().asText()));
        var problems = new io.debezium.connector.postgresql.PostgresConnector().validate(settings).configValues().stream()
            .flatMap(setting -> setting.errorMessages().stream()).toList();
        problems.forEach(System.out::println);
        System.exit(problems.size());
    }
}
END
exec java -XX:TieredStopAtLevel=1 -cp 'lib/*' Worker.java`,
  },
  slow: true,
}

/** SQLAlchemy and similar frameworks: named with their driver, which does TLS. The version is the framework's. */
export const pythonPair = (framework: string, driver: string, more: Partial<Client> = {}): Client => ({
  ...pythonLibrary(framework.toLowerCase(), more),
  name: `${driver} in ${framework}`,
})

export const phpExtension = (name: string, extension: string, more: Partial<Client> = {}): Client => ({
  name,
  version: `php -r 'extension_loaded("${extension}") && print(phpversion("${extension}"));'`,
  pattern: /^(\d\S+)/,
  ...more,
})

export const spring = (name: string, set = 'spring'): Client => ({
  ...javaLibrary(name, set, 'spring-boot'),
  pinned: pinnedJar(set, /^spring-boot-starter-/),
  slow: true,
})
