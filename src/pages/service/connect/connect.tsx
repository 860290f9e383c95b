import { useState } from 'react'

import type { Service } from '../../../api/service.ts'
import type { Component } from '../../../api/service.ts'
import { CaCertificateRow } from '../connection/ca-certificate-row.tsx'
import { NO_MECHANISM } from '../../../snippets/guide.ts'
import { componentLabel, usesServiceUser } from '../../../domain/connection.ts'
import { serviceVerdict, type Verdict } from '../../../domain/verdict.ts'
import { FactTable } from '../../../ui/fact-table.tsx'
import { Note, Warning } from '../../../ui/notice.tsx'
import { ConnectionSettings } from '../connection/connection-settings.tsx'
import { NoEndpoint } from '../connection/no-endpoint.tsx'
import { useEndpointChoice } from '../connection/use-endpoint-choice.ts'
import { ClientTiles } from './client-tiles.tsx'
import { chooseGuide, connectTo } from './choose-guide.ts'
import { keepClient, recallClient } from './clients.ts'
import { folderProblem, systemChoice } from './connect-choice.ts'
import { ConnectChoices } from './connect-choices.tsx'
import { ConnectGuide } from './connect-guide.tsx'
import { TextChoice } from './text-choice.tsx'

interface CaAloneProps {
  project: string
  service: string
  verdict: Verdict
}

const CaAlone = ({ project, service, verdict }: CaAloneProps) => (
  <section aria-label="Files" className="rounded-lg border border-border bg-surface p-4">
    <FactTable label="Files to download">
      <CaCertificateRow project={project} service={service} verdict={verdict} />
    </FactTable>
  </section>
)

interface ConnectProps {
  project: string
  service: Service
}

/** Choices on top (in the URL, except the folder), and the resulting guide below. */
export const Connect = ({ project, service }: ConnectProps) => {
  const choice = useEndpointChoice(service)
  const { endpoint } = choice
  if (endpoint) return <ConnectTo project={project} service={service} choice={choice} endpoint={endpoint} />
  return (
    <section aria-labelledby="no-choices" className="space-y-4">
      <h2 id="no-choices" className="text-base font-semibold">
        Quick connect
      </h2>
      <NoEndpoint service={service} />
      <CaAlone project={project} service={service.service_name} verdict={serviceVerdict(service)} />
    </section>
  )
}

interface ConnectToProps extends ConnectProps {
  choice: ReturnType<typeof useEndpointChoice>
  endpoint: Component
}

const ConnectTo = ({ project, service, choice, endpoint }: ConnectToProps) => {
  const [folder, setFolder] = useState('')
  const { params } = choice
  const directory = folderProblem(folder) === undefined ? folder.trim() : ''
  const { verdict, user, database, trust, sure, facts } = connectTo({ project, service, endpoint, params, directory })
  const system = systemChoice(params)
  const [last] = useState(() => recallClient(facts.protocol))
  const wanted = params.get('client')
  const { guides, guide, noLogin } = chooseGuide(facts, wanted, last)
  const chooseClient = (id: string) => {
    keepClient(facts.protocol, id)
    choice.write((next) => {
      next.set('client', id)
    })
  }
  return (
    <>
      <ConnectChoices
        service={service}
        endpoint={endpoint}
        choice={choice}
        user={user}
        database={database}
        trust={sure ? undefined : trust}
      >
        {guide && guides.length > 1 && (
          <ClientTiles guides={guides} protocol={facts.protocol} chosen={guide.id} onChoose={chooseClient} />
        )}
      </ConnectChoices>
      {wanted !== null && guide && wanted !== guide.id && (
        <Note testId="no-such-guide">
          There is no guide &ldquo;{wanted}&rdquo; for this endpoint. Another one is shown.
        </Note>
      )}
      {trust === 'plaintext' && (
        <Warning testId="plaintext">
          TLS is off for this endpoint: there is no server to verify, and no guide for it.
        </Warning>
      )}
      <ConnectionSettings
        service={service}
        endpoint={endpoint}
        user={usesServiceUser(endpoint.component) ? user.user : undefined}
        pool={database?.missing === undefined ? database?.value : undefined}
      />
      {noLogin && <Warning testId="no-mechanism">{NO_MECHANISM}</Warning>}
      {guides.length === 1 && (
        <Note testId="no-guide">
          There is no guide for {componentLabel(endpoint.component)} yet. These settings are the same for every client.
        </Note>
      )}
      {guide && database?.missing === undefined && (user.user ?? !usesServiceUser(endpoint.component)) ? (
        <ConnectGuide
          // Another endpoint or user: drop the previous one's input, shown secrets and messages.
          key={JSON.stringify([endpoint, user.user?.username])}
          project={project}
          service={service}
          user={user.user}
          verdict={verdict}
          facts={facts}
          guide={guide}
          system={system}
          onSystem={(os) => {
            choice.write((next) => {
              next.set('os', os)
            })
          }}
          folder={
            <TextChoice
              label="Certificate folder"
              placeholder="where the client runs"
              value={folder}
              problem={folderProblem(folder)}
              onChange={setFolder}
            />
          }
          topic={facts.protocol === 'kafka' ? (params.get('topic') ?? undefined) : undefined}
        />
      ) : (
        <CaAlone project={project} service={service.service_name} verdict={verdict} />
      )}
    </>
  )
}
