/** Clients of Valkey, Redis and Dragonfly, in the order in which they are offered: one line per client. */
import type { Guide } from '../guide.ts'
import { ioredis } from '../guides/ioredis.ts'
import { jedis, lettuce } from '../guides/java-redis.ts'
import { redisCli } from '../guides/redis-cli.ts'
import {
  goRedis,
  iovalkey,
  nodeRedis,
  phpRedis,
  redisPy,
  rustRedis,
  valkeyGo,
  valkeyPy,
} from '../guides/redis-others.ts'
import { springRedis } from '../guides/spring-boot-others.ts'

export const REDIS: readonly Guide[] = [
  redisCli,
  redisPy,
  valkeyPy,
  ioredis,
  iovalkey,
  nodeRedis,
  goRedis,
  valkeyGo,
  jedis,
  lettuce,
  springRedis,
  rustRedis,
  phpRedis,
]
