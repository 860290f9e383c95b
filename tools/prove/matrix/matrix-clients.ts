/** All clients of the matrix, and the example that stands in the record for a run's own address and login. */
import { GO_CLIENTS } from './go.ts'
import { JAVA_REDIS } from './java-redis.ts'
import { KAFKA_CLIENTS } from './kafka.ts'
import { MYSQL_AND_REDIS } from './mysql-and-redis.ts'
import { MYSQL_PYTHON_AND_JAVA } from './mysql-python-and-java.ts'
import { NODE_CLIENTS } from './node.ts'
import { PHP_CLIENTS } from './php.ts'
import { POSTGRESQL } from './postgresql.ts'
import { PYTHON_HTTP } from './python-http.ts'
import { PYTHON_SERVICES } from './python-services.ts'
import { RUBY_CLIENTS } from './ruby.ts'
import { RUST_CLIENTS } from './rust.ts'
import { SPRING_CLIENTS } from './spring.ts'
import type { MatrixClient, Target } from './settings.ts'

export const MATRIX_CLIENTS: readonly MatrixClient[] = [
  ...POSTGRESQL,
  ...MYSQL_AND_REDIS,
  ...MYSQL_PYTHON_AND_JAVA,
  ...KAFKA_CLIENTS,
  ...GO_CLIENTS,
  ...JAVA_REDIS,
  ...PYTHON_HTTP,
  ...PYTHON_SERVICES,
  ...PHP_CLIENTS,
  ...NODE_CLIENTS,
  ...RUBY_CLIENTS,
  ...RUST_CLIENTS,
  ...SPRING_CLIENTS,
]

/** Cleaned for storage: no data of a run. */
export const EXAMPLE_TARGET: Target = {
  host: 'db.a.example.com',
  port: 20_984,
  login: 'avnadmin:secret',
  user: 'avnadmin',
  password: 'secret',
  storePassword: 'secret',
}
