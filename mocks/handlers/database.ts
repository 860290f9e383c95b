import type { HttpHandler } from 'msw'

import type { MockService } from '../data/model.ts'
import { Refusal } from '../errors.ts'
import { optionalText, readBody, text } from '../input.ts'
import { changeService, databasesOf, requirePower, requireType } from '../resource.ts'
import type { Routes } from '../routes.ts'

const TYPES = ['pg', 'mysql', 'alloydbomni']
const DATABASE = /^[A-Za-z0-9_][-A-Za-z0-9_.]*$/

const check = (service: MockService): void => {
  requireType(service, TYPES)
  requirePower(service)
}

/** Logical databases of PostgreSQL and MySQL. */
export const databaseHandlers = ({ db, inService }: Routes): HttpHandler[] => [
  inService('ServiceDatabaseList', 'get', '/db', (service) => {
    check(service)
    return { databases: databasesOf(service).map((database_name) => ({ database_name })) }
  }),
  inService('ServiceDatabaseCreate', 'post', '/db', async (service, project, { request }) => {
    check(service)
    const body = await readBody(request)
    const name = text(body, 'database', { max: 40, pattern: DATABASE })
    for (const field of ['lc_collate', 'lc_ctype']) optionalText(body, field, { max: 128 })
    const held = databasesOf(service)
    if (held.includes(name)) throw new Refusal(409, 'Database already exists', 'database_already_exists')
    const description = `Created database '${name}'`
    changeService(
      db,
      project,
      service,
      { databases: [...held, name] },
      { type: 'service_database_create', description },
    )
    return { message: 'created' }
  }),
  inService('ServiceDatabaseDelete', 'delete', '/db/:database', (service, project, { params }) => {
    check(service)
    const name = String(params['database'])
    const held = databasesOf(service)
    if (!held.includes(name)) throw new Refusal(404, 'Database does not exist', 'database_not_found')
    const databases = held.filter((one) => one !== name)
    const description = `Deleted database '${name}'`
    changeService(db, project, service, { databases }, { type: 'service_database_delete', description })
    return { message: 'deleted' }
  }),
]
