/** What a user does, as far as one request of it can go wrong. */
import type { Locator, Page } from '@playwright/test'

/** What left the page. */
export interface PageOutput {
  /** Every file that was saved: its name, and its content's SHA-256. */
  readonly saved: () => Promise<readonly string[]>
  /** The SHA-256 of every text that was copied. */
  readonly copied: () => Promise<readonly string[]>
}

type Step = (page: Page) => Promise<unknown>

export interface Action {
  readonly name: string
  readonly url: string
  /** The requests that go wrong, as `BreakableServer` takes them. */
  readonly requests: RegExp
  /** Before anything goes wrong. Without `act`, the page is opened when things go wrong already. */
  readonly ready?: Step
  /** What the user does, where that is more than opening the page. */
  readonly act?: Step
  /** The message that something went wrong, at its place. */
  readonly message: (page: Page) => Locator
  /** What is seen while the API is silent, where the page goes on without it: no Cancel is needed. */
  readonly meanwhile?: readonly [words: string, seen: (page: Page) => Locator]
  /** Waits until it is done, and has given what it should. */
  readonly done: (page: Page, output: PageOutput) => Promise<unknown>
  /** What may go with the message, and is back after Retry: then it is to be done once more. */
  readonly restored?: (page: Page) => Locator
  /** A change: once it is sent, nobody can take it back. */
  readonly writes?: true
  /** Nobody has signed in yet. */
  readonly signedOut?: true
}
