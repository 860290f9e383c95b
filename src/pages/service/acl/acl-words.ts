import type { AclEntry } from '../../../api/acl.ts'
import type { AclAction, AccessAnswer, Remark } from '../../../domain/acl.ts'
import { isolated } from '../../../lib/isolated.ts'

/** Operations, in words. */
export const ACTIONS: readonly { readonly value: AclAction; readonly label: string }[] = [
  { value: 'read', label: 'Read messages of topic' },
  { value: 'write', label: 'Write messages to topic' },
  { value: 'describe', label: 'See topic' },
  { value: 'delete', label: 'Delete topic' },
  { value: 'group', label: 'Read in consumer group' },
]

/** Who an entry is for, and what it covers. */
export const entryWho = (entry: AclEntry): string => (entry.kind === 'aiven' ? entry.username : entry.principal)

export const entryWhat = (entry: AclEntry): string => {
  if (entry.kind === 'aiven') return entry.topic
  const { resource_type: type, resource_name: name, pattern_type: pattern } = entry
  return `${type} ${name}${pattern === 'PREFIXED' ? '… (prefix)' : ''}`
}

export const entryMay = (entry: AclEntry): string => {
  if (entry.kind === 'aiven') return entry.permission
  const { permission_type: type, operation, host } = entry
  return `${type} ${operation}${host === '*' ? '' : ` from ${host}`}`
}

/** An entry in a line. */
export const entryWords = (entry: AclEntry): string =>
  `${isolated(entryWho(entry))}: ${entryMay(entry)} on ${isolated(entryWhat(entry))}`

export const VERDICTS: Readonly<Record<AccessAnswer['verdict'], string>> = {
  allowed: 'Allowed',
  denied: 'Denied',
  unknown: 'Unknown',
}

/** Explains the answer. */
export const reasonWords = ({ reason, entry }: AccessAnswer<AclEntry>): string => {
  if (reason === 'unread') return 'Some entries couldn’t be read: one of them may decide.'
  if (reason === 'nothing' || !entry) return 'No entry matches.'
  return reason === 'entry'
    ? entryWords(entry)
    : `It depends on an entry that may or may not match, by the client’s host or its pattern: ${entryWords(entry)}`
}

export const REMARKS: Readonly<Record<Remark, string>> = {
  'no-user': 'Matches no user',
  'no-topic': 'Matches no topic yet',
  everyone: 'Matches every user',
  everything: 'Full access',
}
