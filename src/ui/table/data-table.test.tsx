import { Suspense, use, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { Button } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../testing/expect-accessible.ts'
import { sortRows, type Column, type Sort } from './column.ts'
import { DataTable } from './data-table.tsx'

interface Topic {
  readonly name: string
  readonly partitions: number | undefined
  readonly state: string
}

const COLUMNS: readonly Column<Topic>[] = [
  {
    id: 'name',
    header: 'Topic',
    weight: 30,
    sortValue: ({ name }) => name,
    // The height of rows with two lines, which the table assumes at first.
    cell: ({ name }) => (
      <a href={`#${name}`} className="block h-9.5">
        {name}
      </a>
    ),
  },
  {
    id: 'partitions',
    header: 'Partitions',
    align: 'end',
    stacked: 'labelled',
    sortValue: ({ partitions }) => partitions,
    cell: ({ partitions }) => partitions,
  },
  { id: 'state', header: 'State', cell: ({ state }) => state },
]

const topics = (count: number): Topic[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `topic-${String(index)}`,
    partitions: index % 7 === 0 ? undefined : index % 5,
    state: 'ACTIVE',
  }))

const keyOf = ({ name }: Topic) => name
const table = page.getByRole('table', { name: 'Topics' })
const names = () => [...document.querySelectorAll('tbody [role=rowheader]')].map(({ textContent }) => textContent)

const Sortable = ({ rows }: { rows: readonly Topic[] }) => {
  const [sort, setSort] = useState<Sort>({ column: 'name', descending: false })
  return (
    <DataTable
      label="Topics"
      columns={COLUMNS}
      rows={sortRows(rows, COLUMNS, sort)}
      keyOf={keyOf}
      sort={sort}
      onSort={setSort}
    />
  )
}

const select = { onSelect: vi.fn<(key: string) => void>(), nameOf: keyOf }

afterEach(async () => {
  select.onSelect.mockReset()
  scrollTo(0, 0)
  await page.viewport(1280, 800)
})

describe('a table', () => {
  // First in this file: later, the code of windowed rows is there.
  it('shows what is below its rows with them, and keeps both while the code for many rows loads', async () => {
    const More = ({ count }: { count: number }) => (
      <DataTable
        label="Topics"
        columns={COLUMNS}
        rows={topics(count)}
        keyOf={keyOf}
        after={<button type="button">More</button>}
      />
    )
    const more = page.getByRole('button', { name: 'More' })
    const { rerender } = await render(<More count={280} />)
    const before = more.element() as HTMLElement
    before.focus()
    let lacked = false
    const observer = new MutationObserver(() => {
      lacked ||= names().length === 0 || before.getClientRects().length === 0
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
    await rerender(<More count={380} />)
    await expect.element(table).toHaveAttribute('aria-rowcount', '381')
    observer.disconnect()
    expect(lacked).toBe(false)
    expect(document.activeElement).toBe(before)
  })

  it('sorts by the keyboard, says how, and puts rows without a value last both ways', async () => {
    await render(<Sortable rows={topics(8)} />)
    const header = page.getByRole('columnheader', { name: 'Partitions' })
    await expect.element(page.getByRole('columnheader', { name: 'Topic' })).toHaveAttribute('aria-sort', 'ascending')
    await expect.element(header).toHaveAttribute('aria-sort', 'none')
    await expect.element(page.getByRole('columnheader', { name: 'State' })).not.toHaveAttribute('aria-sort')
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect.element(header).toHaveAttribute('aria-sort', 'ascending')
    expect(names()).toEqual(['topic-5', 'topic-1', 'topic-6', 'topic-2', 'topic-3', 'topic-4', 'topic-0', 'topic-7'])
    await userEvent.keyboard('{Enter}')
    await expect.element(header).toHaveAttribute('aria-sort', 'descending')
    expect(names().slice(-2)).toEqual(['topic-0', 'topic-7'])
  })

  it('selects, opens and marks rows', async () => {
    await render(
      <DataTable
        label="Topics"
        columns={COLUMNS}
        rows={topics(3)}
        keyOf={keyOf}
        select={select}
        selected={new Set(['topic-2'])}
        marked="topic-1"
        renderDetail={({ name }) => (name === 'topic-0' ? <p>Partitions of {name}</p> : undefined)}
      />,
    )
    await expect.element(page.getByRole('checkbox', { name: 'Select topic-2' })).toBeChecked()
    await page.getByRole('checkbox', { name: 'Select topic-0' }).click()
    expect(select.onSelect).toHaveBeenCalledExactlyOnceWith('topic-0')
    await expect.element(page.getByRole('row', { name: /topic-1/ })).toHaveAttribute('aria-current', 'true')
    const rows = table.getByRole('row').elements()
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'TopicPartitionsState',
      'topic-0ACTIVE',
      'Partitions of topic-0',
      'topic-11ACTIVE',
      'topic-22ACTIVE',
    ])
    await expectAccessible()
  })

  it('draws rows of the same name, each once', async () => {
    const [first] = topics(1)
    await render(<DataTable label="Topics" columns={COLUMNS} rows={first ? [first, first] : []} keyOf={keyOf} />)
    expect(names()).toEqual(['topic-0', 'topic-0'])
  })

  it('says what to do in the place of an empty table', async () => {
    await render(
      <DataTable
        label="Topics"
        columns={COLUMNS}
        rows={[]}
        keyOf={keyOf}
        empty={<EmptyState title="No topics yet" actions={<button type="button">Create topic</button>} />}
      />,
    )
    await expect.element(page.getByText('No topics yet')).toBeVisible()
    await expect.element(table).not.toBeInTheDocument()
    await expectAccessible()
  })

  it('is stacked at 320 px, a table with its roles all the same', async () => {
    await page.viewport(320, 640)
    await render(<Sortable rows={topics(3)} />)
    await expect.element(page.getByRole('rowheader', { name: 'topic-1' })).toBeVisible()
    const cell = page.getByRole('cell').first().element()
    expect(getComputedStyle(cell).display).not.toBe('table-cell')
    expect(getComputedStyle(cell, '::before').content).toBe('"Partitions: "')
    expectNoSidewaysScroll()
    await expectAccessible()
  })

  it.each([3, 5, 6, 9])('cuts no button off and splits no number at any width, with %i columns', async (count) => {
    const columns = Array.from({ length: count }, (_, index): Column<Topic> => ({
      id: `column-${String(index)}`,
      header: 'Count',
      stacked: 'labelled',
      cell: () => (index === count - 1 ? <Button>Delete</Button> : '1,234,567'),
    }))
    await page.viewport(1280, 640)
    await render(<DataTable label="Topics" columns={columns} rows={topics(2)} keyOf={keyOf} />)
    const right = (element: Element) => element.getBoundingClientRect().right
    for (let width = 1280; width >= 320; width -= 32) {
      await page.viewport(width, 640)
      for (const button of document.querySelectorAll('td button'))
        expect(right(button), `at ${String(width)} px`).toBeLessThan(right(table.element()))
      for (const cell of document.querySelectorAll('td:not(:has(button))')) {
        const text = document.createRange()
        text.selectNodeContents(cell)
        expect(text.getClientRects(), `at ${String(width)} px`).toHaveLength(1)
      }
    }
  })

  it('keeps its header in sight', async () => {
    await render(<Sortable rows={topics(100)} />)
    scrollTo(0, 2000)
    await expect.poll(() => scrollY).toBeGreaterThan(1000)
    expect(page.getByRole('columnheader', { name: 'Topic' }).element().getBoundingClientRect().top).toBeCloseTo(0, 0)
  })

  it('with many rows renders only the visible ones, and says how many there are', async () => {
    await render(<Sortable rows={topics(10_000)} />)
    await expect.element(table).toHaveAttribute('aria-rowcount', '10001')
    expect(document.querySelectorAll('tbody *').length).toBeLessThan(150)
    scrollTo(0, 300_000)
    await expect.poll(() => Number(names()[0]?.replace('topic-', ''))).toBeGreaterThan(1000)
    const row = table.getByRole('row').nth(1).element()
    expect(Number(row.getAttribute('aria-rowindex'))).toBe(Number(names()[0]?.replace('topic-', '')) + 2)
    scrollTo(0, 0)
    await expect.poll(() => names()[0]).toBe('topic-0')
    await expectAccessible()
  })

  it('keeps content below many rows in place while rows turn out taller than estimated', async () => {
    const high: Column<Topic> = { id: 'state', header: 'State', cell: () => <div style={{ height: 140 }} /> }
    await render(
      <>
        <DataTable label="Topics" columns={[...COLUMNS.slice(0, 2), high]} rows={topics(500)} keyOf={keyOf} />
        <button type="button">Load older</button>
      </>,
    )
    const button = page.getByRole('button', { name: 'Load older' }).element()
    const { top } = button.getBoundingClientRect()
    // The end becomes visible with rows that aren't measured yet.
    scrollTo(0, scrollY + top - innerHeight / 2)
    const places: number[] = []
    for (let frame = 0; frame < 20; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      places.push(Math.round(button.getBoundingClientRect().top))
    }
    expect(names()).toContain('topic-499')
    expect(new Set(places.slice(1))).toEqual(new Set(places.slice(-1)))
  })
})

it('rows that are hidden for a while: the focus doesn’t go to another row', async () => {
  const never = new Promise<never>(() => undefined)
  const Late = () => use(never)
  const rows = topics(3)
  const Page = ({ isLate }: { isLate: boolean }) => (
    <Suspense>
      <DataTable label="Topics" columns={COLUMNS} rows={rows} keyOf={keyOf} />
      {isLate && <Late />}
    </Suspense>
  )
  const { rerender } = await render(<Page isLate={false} />)
  page.getByRole('link', { name: 'topic-0' }).element().focus()
  const focused: string[] = []
  addEventListener('focusin', ({ target }) => focused.push((target as Element).textContent))
  await rerender(<Page isLate />)
  await expect.poll(() => table.query()?.checkVisibility() ?? false).toBe(false)
  expect(focused).toEqual([])
})
