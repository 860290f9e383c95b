import type { System } from '../../snippets/guide.ts'

/** The system that this browser runs on. */
export const ownSystem = (): System => {
  const { userAgent } = navigator
  if (userAgent.includes('Windows')) return 'windows'
  return userAgent.includes('Mac OS') ? 'macos' : 'linux'
}
