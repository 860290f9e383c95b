/** The certificates of all users of one service: of the answer with secrets, nothing else is read. */
import * as v from 'valibot'

import { operation } from './queries.ts'

const Schema = v.object({
  service: v.object({
    users: v.nullish(v.array(v.object({ username: v.string(), access_cert: v.nullish(v.string()) })), []),
  }),
})

/** `GET …/service/{service}?include_secrets=true`, reduced to certificates at once; asked when a button asks, and not kept. */
export const serviceUserCertificates = (project: string, service: string) =>
  operation({
    id: 'ServiceGet',
    params: { project, service, read: 'certificates' },
    path: `/project/${encodeURIComponent(project)}/service/${encodeURIComponent(service)}?include_secrets=true`,
    read: (body) => v.parse(Schema, body).service.users,
    staleTime: 0,
    gcTime: 0,
  })
