/** How busy a service is at a moment. Metrics and logs share it, so that a spike in one is a burst in the other. */
import type { MockService } from './data/model.ts'
import { hash, noise } from './hash.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Probability and length of one spike in each quarter of a day. */
const SPIKE_EVERY = 6 * HOUR
const SPIKE_CHANCE = 0.2
const SPIKE_DURATION = 20 * MINUTE

/** A wave between -1 and 1 with a given period. */
export const wave = (time: number, period: number, phase: number): number =>
  Math.sin(2 * Math.PI * (time / period + phase))

/** Strength of a spike at that moment, from 0 (none) to 1 (peak). */
export const spikeAt = (seed: number, time: number): number => {
  const index = Math.floor(time / SPIKE_EVERY)
  if (noise(seed ^ 0x5b1, index) >= SPIKE_CHANCE) return 0
  const begins = index * SPIKE_EVERY + noise(seed ^ 0x5b2, index) * (SPIKE_EVERY - SPIKE_DURATION)
  const done = (time - begins) / SPIKE_DURATION
  return done <= 0 || done >= 1 ? 0 : Math.sin(Math.PI * done)
}

/** The seed of all pseudo-random values of one service. */
export const seedOf = (project: string, service: string): number => hash(`${project}/${service}`)

/** From 0 to 1: mornings and working days are busier than nights and weekends. */
export const loadAt = (seed: number, time: number): number => {
  const ofDay = 0.5 - 0.5 * Math.cos(2 * Math.PI * ((time % DAY) / DAY - 0.08))
  const weekday = new Date(time).getUTCDay()
  return ofDay * (weekday === 0 || weekday === 6 ? 0.55 : 1) * (0.85 + 0.15 * wave(time, 5 * HOUR, (seed % 97) / 97))
}

/** How long the seeded services that are off have been off. */
const SEED_OFF = 20 * DAY

/** Whether the service existed and was powered on at that moment. */
export const wasRunningAt = (
  { state, createdAt = 0, off = [] }: Pick<MockService, 'state' | 'createdAt' | 'off'>,
  time: number,
  now: number,
): boolean => {
  if (time < createdAt || off.some(({ from, to = Infinity }) => time >= from && time < to)) return false
  return state !== 'POWEROFF' || off.length > 0 || time < now - SEED_OFF
}
