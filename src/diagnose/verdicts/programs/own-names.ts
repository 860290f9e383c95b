/** Settings in words that one program, framework or library alone has. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { judgeBuilder } from '../languages/builders.ts'
import { judgeCelery } from '../languages/celery.ts'
import { elixirSsl, judgeRedix } from '../languages/elixir.ts'
import type { Finding, OwnNames } from '../finding.ts'
import { judgeGo } from '../languages/go-tls.ts'
import { insideOf } from '../nested-groups.ts'
import { ELIXIR_LIBRARIES } from '../languages/elixir-libraries.ts'
import { judgeLibraries } from '../languages/library.ts'
import { NODE_LIBRARIES } from '../languages/node-libraries.ts'
import { PHP_LIBRARIES } from '../languages/php-libraries.ts'
import { PYTHON_LIBRARIES } from '../languages/python-libraries.ts'
import { RUBY_LIBRARIES } from '../languages/ruby-libraries.ts'
import { judgeHttpClient } from '../languages/http-clients.ts'
import { judgePythonClient } from '../languages/python-clients.ts'
import { judgeNodeClient } from '../languages/node-clients.ts'
import { judgePositional } from '../languages/positional.ts'
import { judgeOrm } from '../languages/node-orm.ts'
import { judgeOwnFiles } from './own-files.ts'
import { judgeDotnetBuilder } from '../languages/own-setters.ts'
import { judgeOwnVariables } from './own-variables.ts'
import { judgeShippers } from './shippers.ts'
import { verdictOf } from '../verdict.ts'

const judgeElixir = (document: ParsedDocument, group: Group): Finding | undefined => {
  const [client, judged, setting] = elixirSsl(document) ?? []
  return client && judged && setting && group.settings.includes(setting)
    ? { what: 'Settings in code', range: group.range, drivers: [verdictOf(client, judged)], notes: [] }
    : undefined
}

const LIBRARIES = [...NODE_LIBRARIES, ...PYTHON_LIBRARIES, ...PHP_LIBRARIES, ...RUBY_LIBRARIES, ...ELIXIR_LIBRARIES]

/** What programs and libraries with names of their own make of a group; nothing where it holds none of theirs. */
export const judgeOwnNames = (text: string, document: ParsedDocument, group: Group): OwnNames => {
  const whole =
    document.container === 'code'
      ? (judgeBuilder(document, group) ??
        judgeDotnetBuilder(document, group) ??
        judgeGo(document, group) ??
        judgeHttpClient(document, group) ??
        judgeNodeClient(document, group) ??
        judgePositional(text, document, group) ??
        judgePythonClient(document, group) ??
        judgeCelery(document, group) ??
        judgeRedix(document, group) ??
        judgeElixir(document, group) ??
        judgeLibraries(LIBRARIES, document, group))
      : undefined
  if (whole)
    return {
      findings: [{ ...whole, covers: [...(whole.covers ?? []), ...insideOf(document, group)] }],
      used: new Set(group.settings),
    }
  const judged = [
    judgeOwnVariables(text, document, group),
    judgeOwnFiles(text, document, group),
    judgeOrm(document, group),
    judgeShippers(document, group),
  ]
  return {
    findings: judged.flatMap(({ findings }) => findings),
    used: new Set(judged.flatMap(({ used }) => [...used])),
  }
}
