import type { ReactNode } from 'react'

import type { Service } from '../../../api/service.ts'
import type { Component } from '../../../api/service.ts'
import type { Trust } from '../../../snippets/guide.ts'
import { usesServiceUser } from '../../../domain/connection.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Note } from '../../../ui/notice.tsx'
import { Select } from '../../../ui/select.tsx'
import type { ChosenUser } from '../connection/chosen-user.ts'
import { EndpointQuestions } from '../connection/endpoint-questions.tsx'
import type { useEndpointChoice } from '../connection/use-endpoint-choice.ts'
import { TRUSTS, type DatabaseChoice } from './connect-choice.ts'
import { TextChoice } from './text-choice.tsx'

interface ConnectChoicesProps {
  service: Service
  endpoint: Component
  choice: ReturnType<typeof useEndpointChoice>
  user: ChosenUser
  database: DatabaseChoice | undefined
  /** Who signs the endpoint, where the user has to say. */
  trust: Trust | undefined
  /** The clients to choose from. */
  children: ReactNode
}

const toOptions = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** What to connect to, as whom, and with what. */
export const ConnectChoices = (props: ConnectChoicesProps) => {
  const { service, endpoint, choice, user, database, trust, children } = props
  const { tabs, questions, unmet, choose, write } = choice
  const set = (name: string) => (value: string) => {
    write((next) => {
      next.set(name, value)
    })
  }
  return (
    <section aria-labelledby="choices" className="space-y-3 rounded-lg border border-border bg-surface p-4">
      <h2 id="choices" className="text-base font-semibold">
        Quick connect
      </h2>
      {unmet.length > 0 && (
        <Note testId="no-such-endpoint">
          This service has no endpoint with {unmet.join(', ')}. Another one is shown.
        </Note>
      )}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        {tabs.length > 1 && (
          <Select label="Component" value={endpoint.component} options={tabs} onChange={choose('component')} />
        )}
        <EndpointQuestions questions={questions} choose={choose} />
        {trust !== undefined && (
          <Choice legend="Certificate authority" value={trust} options={TRUSTS} onChange={set('trust')} />
        )}
        {usesServiceUser(endpoint.component) && service.users.length > 0 && (
          <Select
            label="User"
            placeholder="Choose a user"
            value={user.user?.username ?? ''}
            options={toOptions(service.users.map(({ username }) => username))}
            onChange={set('user')}
          />
        )}
        {database?.options && database.options.length > 0 && (
          <Select
            label={database.label}
            placeholder="Choose a pool"
            value={database.value}
            options={toOptions(database.options)}
            onChange={set('database')}
          />
        )}
        {database && !database.options && (
          <TextChoice narrow label={database.label} value={database.value} onChange={set('database')} />
        )}
      </div>
      {trust !== undefined && (
        <p className="max-w-prose text-xs text-muted">
          The API doesn’t say which CA signs this endpoint. Both guides verify the server: if one can’t connect, try the
          other.
        </p>
      )}
      {user.missing !== undefined && (
        <p role="alert" data-testid="no-such-user" className="wrap-anywhere text-bad">
          There is no service user &ldquo;{user.missing}&rdquo;. Select one.
        </p>
      )}
      {database?.missing !== undefined && (
        <p role="alert" data-testid="no-such-pool" className="wrap-anywhere text-bad">
          There is no pool &ldquo;{database.missing}&rdquo;.{database.options?.length !== 0 && ' Select one.'}
        </p>
      )}
      {!usesServiceUser(endpoint.component) && (
        <p className="text-muted">
          Log in with the user and password of the service&rsquo;s monitoring integration, which the API doesn’t name
          here.
        </p>
      )}
      {service.users.length === 0 && usesServiceUser(endpoint.component) && (
        <p className="text-muted">The API lists no service user yet, so you can’t log in.</p>
      )}
      {children}
    </section>
  )
}
