/** Clients of Valkey, Redis and Dragonfly, in the order in which they are offered: one row per client. */
import { onProjectCa, speaks } from '../applies.ts'
import type { Guide } from '../guide.ts'

export const REDIS: readonly Guide[] = [
  {
    id: 'redis-cli',
    name: 'redis-cli, valkey-cli',
    language: 'sh',
    applies: speaks('redis'),
    load: async () => (await import('../guides/redis-cli.ts')).redisCli,
  },
  {
    id: 'redis-py',
    name: 'Python, redis-py',
    language: 'python',
    applies: speaks('redis'),
    load: async () => (await import('../guides/redis-others.ts')).redisPy,
  },
  {
    id: 'valkey-py',
    name: 'Python, valkey-py',
    language: 'python',
    applies: speaks('redis'),
    load: async () => (await import('../guides/redis-others.ts')).valkeyPy,
  },
  {
    id: 'ioredis',
    name: 'Node.js, ioredis',
    language: 'javascript',
    applies: speaks('redis'),
    load: async () => (await import('../guides/ioredis.ts')).ioredis,
  },
  {
    id: 'iovalkey',
    name: 'Node.js, iovalkey',
    language: 'javascript',
    applies: speaks('redis'),
    load: async () => (await import('../guides/redis-others.ts')).iovalkey,
  },
  {
    id: 'node-redis',
    name: 'Node.js, node-redis',
    language: 'javascript',
    applies: speaks('redis'),
    load: async () => (await import('../guides/redis-others.ts')).nodeRedis,
  },
  {
    id: 'go-redis',
    name: 'Go, go-redis',
    language: 'go',
    applies: speaks('redis'),
    load: async () => (await import('../guides/redis-others.ts')).goRedis,
  },
  {
    id: 'valkey-go',
    name: 'Go, valkey-go',
    language: 'go',
    applies: speaks('redis'),
    load: async () => (await import('../guides/redis-others.ts')).valkeyGo,
  },
  {
    id: 'jedis',
    name: 'Java, Jedis',
    language: 'java',
    applies: speaks('redis'),
    load: async () => (await import('../guides/java-redis.ts')).jedis,
  },
  {
    id: 'lettuce',
    name: 'Java, Lettuce',
    language: 'java',
    applies: speaks('redis'),
    load: async () => (await import('../guides/java-redis.ts')).lettuce,
  },
  {
    id: 'spring-boot-redis',
    name: 'Java, Spring Boot',
    language: 'java',
    applies: speaks('redis'),
    load: async () => (await import('../guides/spring-boot-others.ts')).springRedis,
  },
  {
    id: 'redis-rs',
    name: 'Rust, redis-rs',
    language: 'rust',
    applies: onProjectCa('redis'),
    load: async () => (await import('../guides/redis-others.ts')).rustRedis,
  },
  {
    id: 'phpredis',
    name: 'PHP, phpredis',
    language: 'php',
    applies: speaks('redis'),
    load: async () => (await import('../guides/redis-others.ts')).phpRedis,
  },
]
