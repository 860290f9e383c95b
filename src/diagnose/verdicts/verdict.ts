/** What a client makes of settings: does it really verify whom it talks to, and how is that known? */

/**
 * - `full`: the CA and the host's name.
 * - `chain`: the CA alone; any server of the same CA will do.
 * - `public`: CA and name, but of public CAs only: a server of the project's own CA is refused.
 * - `none`: encrypted, and any server will do.
 * - `plain`: not even encrypted.
 * - `depends`: on something that does not stand in the text.
 * - `fails`: the client does not take it.
 * - `unknown`: not tested, read or documented here.
 */
export type Verifies = 'full' | 'chain' | 'public' | 'none' | 'plain' | 'depends' | 'fails' | 'unknown'

/**
 * How sure it is: somebody ran it (`source`: client and version), read its code (package with version, commit or file), read its
 * documentation (the page's address), has nothing but a name that says it (what is named), or none of these.
 */
export type Basis = 'run' | 'read' | 'documented' | 'name' | 'unknown'

export interface Client {
  /** The client, as people call it. */
  readonly name: string
  readonly basis: Basis
  /** The version that was run or read, or the page. */
  readonly source: string
}

/** @param source the package with its version, commit or file */
export const readClient = (name: string, source: string): Client => ({ name, basis: 'read', source })

/** @param source the page's address */
export const documentedClient = (name: string, source: string): Client => ({ name, basis: 'documented', source })

/** A client that was run. @param source its name and version */
export const runClient = (name: string, source: string): Client => ({ name, basis: 'run', source })

export interface DriverVerdict {
  readonly driver: string
  readonly verifies: Verifies
  /** Why, as a sentence. Never quotes what was pasted. */
  readonly because: string
  readonly basis: Basis
  readonly source: string
  /** The run of the proof that showed it: a trap's id, or the key of a guide's proof. */
  readonly seen?: string | undefined
}

/** What a client makes of some settings, why, and the run that showed it where one did. */
export type Judged = readonly [verifies: Verifies, because: string, seen?: string | undefined]

/** A client’s verdict, with where it is known from. */
export const verdictOf = ({ name, basis, source }: Client, [verifies, because, seen]: Judged): DriverVerdict => ({
  driver: name,
  verifies,
  because,
  basis: verifies === 'unknown' ? 'unknown' : basis,
  source:
    verifies === 'unknown' || source === '' ? 'these settings weren’t tested or looked up for this console' : source,
  seen,
})

/** Settings by lower-case name. */
export type Params = ReadonlyMap<string, string>

/** A placeholder, a call, a template: what comes of it doesn't stand in the text. */
export const standsElsewhere = (value: string): boolean => /[${(<%]/.test(value)

/** The truth of a value as most clients read it; undefined for what is neither. */
export const truth = (value: string | undefined): boolean | undefined => {
  if (value === undefined) return undefined
  if (/^["']?(?:true|t|1|yes|y|on|required)["']?$/i.test(value.trim())) return true
  return /^["']?(?:false|f|0|no|n|off|none|null|nil)["']?$/i.test(value.trim()) ? false : undefined
}

/** A value that is set, and is neither true nor false: a variable of the code, a placeholder. */
export const isNeither = (value: string | undefined): boolean => value !== undefined && truth(value) === undefined
