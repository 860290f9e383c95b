import type { Page } from '@playwright/test'

import { expect } from '../fixtures.ts'

/** Brings the page into the state, and waits until it is in it. */
export type Prepare = (page: Page) => Promise<unknown>

/** What it is called, its address, and how it is reached from there. */
export type State = readonly [string, string, Prepare]

export const shown: Prepare = (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()
