/** Turns the URL's choices into a guide and the facts that fill it in. */
import type { Component, Service } from '../../../api/service.ts'
import { endpointVerdict } from '../../../domain/verdict.ts'
import { connectionFacts } from '../../../snippets/facts.ts'
import type { ConnectionFacts, Guide } from '../../../snippets/guide.ts'
import { ANOTHER_CLIENT, guidesFor } from '../../../snippets/guides.ts'
import { chooseUser } from '../connection/chosen-user.ts'
import { lastFirst } from './clients.ts'
import { databaseChoice, trustChoice } from './connect-choice.ts'

interface Target {
  readonly project: string
  readonly service: Service
  readonly endpoint: Component
  readonly params: URLSearchParams
  /** Folder of the files. */
  readonly directory: string
}

/** Endpoint and user. `facts` contain no password. */
export const connectTo = ({ project, service, endpoint, params, directory }: Target) => {
  const verdict = endpointVerdict(service, endpoint)
  const user = chooseUser(service.users, params.get('user'))
  const database = databaseChoice(params, service, endpoint)
  const { trust, sure } = trustChoice(params, verdict)
  const facts = connectionFacts({
    project,
    service: service.service_name,
    endpoint,
    settings: service.user_config,
    trust,
    user: user.user?.username,
    database: database?.missing === undefined ? database?.value : undefined,
    directory,
    password: undefined,
  })
  return { verdict, user, database, trust, sure, facts }
}

export interface GuideChoice {
  /** The choices: the last used one first, the one for any other client last. */
  readonly guides: readonly Guide[]
  readonly guide: Guide | undefined
  /** No client can log in: the service takes no password by SASL. */
  readonly noLogin: boolean
}

/**
 * @param wanted the client that the URL names
 * @param last the client that was chosen last
 */
export const chooseGuide = (facts: ConnectionFacts, wanted: string | null, last: string | undefined): GuideChoice => {
  const offered = [...lastFirst(guidesFor(facts.protocol), last), ANOTHER_CLIENT]
  const noLogin = facts.authentication === 'sasl' && facts.mechanism === undefined
  const guides = noLogin ? [] : offered.filter((guide) => guide.applies(facts))
  return { guides, guide: guides.find(({ id }) => id === wanted) ?? guides[0], noLogin }
}
