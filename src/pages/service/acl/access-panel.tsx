import { useMemo } from 'react'

import type { AclEntry } from '../../../api/acl.ts'
import { checkAccess, type AccessAnswer, type AccessQuestion } from '../../../domain/acl.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Select } from '../../../ui/select.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { SearchField } from '../../../features/search/search-field.tsx'
import { ACTIONS, reasonWords, VERDICTS } from './acl-words.ts'

const BADGES = {
  allowed: { tone: 'ok', icon: 'check' },
  denied: { tone: 'bad', icon: 'alert' },
  unknown: { tone: 'unknown', icon: 'question' },
} as const

const Verdict = ({ verdict }: Pick<AccessAnswer, 'verdict'>) => (
  <Badge {...BADGES[verdict]} strong>
    {VERDICTS[verdict]}
  </Badge>
)

interface AnswerRow {
  readonly name: string
  readonly answer: AccessAnswer<AclEntry>
}

const columnsFor = (header: string): readonly Column<AnswerRow>[] => [
  { id: 'name', header, weight: 16, cell: ({ name }) => <span className="font-mono">{name}</span> },
  { id: 'verdict', header: 'Answer', weight: 8, cell: ({ answer }) => <Verdict verdict={answer.verdict} /> },
  {
    id: 'ground',
    header: 'Because',
    weight: 26,
    stacked: 'line',
    cell: ({ answer }) => <span className="text-muted">{reasonWords(answer)}</span>,
  },
]

const OF_USERS = columnsFor('User')
const OF_TOPICS = columnsFor('Topic')

const nameOf = ({ name }: AnswerRow) => name

interface AccessPanelProps {
  entries: readonly AclEntry[]
  /** Whether every entry could be read. */
  isWhole: boolean
  users: readonly string[]
  topics: readonly string[]
  question: AccessQuestion
  /** The field for a name; the URL follows it. */
  onName: (name: string) => void
  onBlur: () => void
  onAsk: (question: Partial<Pick<AccessQuestion, 'user' | 'action'>>) => void
}

const ANYONE = { value: '', label: 'Everyone' }

/** "May X do Y on Z?": of one user and one topic, of all users on a topic, or of one user on all topics. */
export const AccessPanel = (props: AccessPanelProps) => {
  const { entries, isWhole, users, topics, question, onName, onBlur, onAsk } = props
  const { user, action, name } = question
  const isGroup = action === 'group'
  const rows = useMemo((): readonly AnswerRow[] => {
    const ask = (of: string, on: string) => checkAccess(entries, { user: of, action, name: on }, isWhole)
    if (user !== '' && name !== '') return [{ name: user, answer: ask(user, name) }]
    if (name !== '') return users.map((one) => ({ name: one, answer: ask(one, name) }))
    return user === '' || isGroup ? [] : topics.map((topic) => ({ name: topic, answer: ask(user, topic) }))
  }, [entries, isWhole, users, topics, user, action, name, isGroup])
  const [first] = rows
  const options = [ANYONE, ...[...new Set([...users, user])].filter(Boolean).map((one) => ({ value: one, label: one }))]
  return (
    <section aria-labelledby="may" className="space-y-3 rounded-lg border border-border bg-surface p-4">
      <h3 id="may" className="font-semibold">
        Who can do what?
      </h3>
      <div className="flex flex-wrap items-start gap-3">
        <Select
          label="User"
          value={user}
          options={options}
          onChange={(next) => {
            onAsk({ user: next })
          }}
        />
        <Select
          label="Action"
          value={action}
          options={ACTIONS}
          onChange={(next) => {
            onAsk({ action: ACTIONS.find(({ value }) => value === next)?.value ?? 'read' })
          }}
        />
        <div className="min-w-0 grow basis-60">
          <SearchField
            label={isGroup ? 'Consumer group' : 'Topic'}
            showLabel
            placeholder={isGroup ? 'Name of a consumer group' : 'Name of a topic'}
            value={name}
            onChange={onName}
            onBlur={onBlur}
          />
        </div>
      </div>
      {user === '' && name === '' && (
        <p className="text-muted">Choose a user, a topic or both to see which entry decides.</p>
      )}
      {user !== '' && name !== '' && first && (
        <p role="status" data-testid="answer" className="flex flex-wrap items-center gap-2 wrap-anywhere">
          <Verdict verdict={first.answer.verdict} />
          <span>{reasonWords(first.answer)}</span>
        </p>
      )}
      {user !== '' && name !== '' && !users.includes(user) && (
        <p className="text-required">There is no service user {user}: nobody can log in by that name.</p>
      )}
      {user === '' && name !== '' && (
        <DataTable label={`Users on ${name}`} columns={OF_USERS} rows={rows} keyOf={nameOf} />
      )}
      {user !== '' && name === '' && !isGroup && (
        <DataTable label={`Topics for ${user}`} columns={OF_TOPICS} rows={rows} keyOf={nameOf} />
      )}
      <p className="text-xs text-muted">
        Based on Aiven’s documentation: entries allow, a native DENY wins, and what no entry matches is denied. Read
        includes consumer groups. Kafka REST clients aren’t checked unless kafka_rest_authorization is on.
      </p>
    </section>
  )
}
