/** Guides that are one program (and its settings, where it has some): what differs is the text, and how it is run. */
import type { CodeFile, ConnectionFacts, Template, Install, Language, NeededFile, Snippet, System } from '../guide.ts'
import type { PerSystem } from './installs.ts'
import { command, neededFiles, passwordVariable, runPython } from './parts.ts'

export type Text = (facts: ConnectionFacts, system: System) => string

export interface Program {
  readonly install: Install | PerSystem
  /** The program; it prints "connected" at the end. */
  readonly text: Text
  /** The variable that it takes the password from, where it logs in with one. Without it the files hold the password. */
  readonly password?: string
  /** Whether a password stands in the program itself. */
  readonly secret?: (facts: ConnectionFacts) => boolean
  /** The files that it needs, where they aren't the usual ones. */
  readonly needs?: (facts: ConnectionFacts) => readonly NeededFile[]
  /** Files beside the program. */
  readonly files?: (facts: ConnectionFacts, system: System) => readonly CodeFile[]
  /** Converts the files before the program runs. */
  readonly prepare?: (system: System) => Snippet
  readonly notes?: (facts: ConnectionFacts) => readonly string[]
}

interface Runner {
  readonly language: Language
  readonly file: string
  readonly run: (system: System) => ReturnType<typeof command>
}

const templateOf = (program: Program, { language, file, run }: Runner): Template => ({
  render: (facts, system) => ({
    needs: (program.needs ?? neededFiles)(facts),
    install: 'what' in program.install ? program.install : program.install[system],
    files: [
      ...(program.files?.(facts, system) ?? []),
      { name: file, language, text: program.text(facts, system), secret: program.secret?.(facts) ?? false },
    ],
    ...(program.prepare && { prepare: program.prepare(system) }),
    environment:
      program.password === undefined || facts.authentication === 'certificate'
        ? []
        : [passwordVariable(program.password, facts)],
    run: run(system),
    success: 'connected',
    notes: program.notes?.(facts) ?? [],
  }),
})

export const pythonGuide = (program: Program): Template =>
  templateOf(program, { language: 'python', file: 'connect.py', run: (system) => runPython(system, 'connect.py') })

export const nodeGuide = (program: Program): Template =>
  templateOf(program, {
    language: 'javascript',
    file: 'connect.mjs',
    run: (system) => command(system, ['node', 'connect.mjs']),
  })

export const goGuide = (program: Program): Template =>
  templateOf(program, { language: 'go', file: 'main.go', run: (system) => command(system, ['go', 'run', 'main.go']) })

/** Needs the jars in a folder `lib`: `mvn dependency:copy-dependencies` puts them there. */
export const javaGuide = (program: Program): Template =>
  templateOf(program, {
    language: 'java',
    file: 'Connect.java',
    run: (system) => command(system, ['java', '-cp', system === 'windows' ? 'lib/*;.' : 'lib/*:.', 'Connect.java']),
  })

export const rustGuide = (program: Program): Template =>
  templateOf(program, {
    language: 'rust',
    file: 'src/main.rs',
    run: (system) => command(system, ['cargo', 'run', '-q']),
  })

export const phpGuide = (program: Program): Template =>
  templateOf(program, {
    language: 'php',
    file: 'connect.php',
    run: (system) => command(system, ['php', 'connect.php']),
  })

export const rubyGuide = (program: Program): Template =>
  templateOf(program, {
    language: 'ruby',
    file: 'connect.rb',
    run: (system) => command(system, ['ruby', 'connect.rb']),
  })

/** How to get jars. */
export const mavenInstall = (...artifacts: readonly string[]): Install => ({
  what: `Add ${artifacts.join(' and ')} to pom.xml; copy the jars to lib.`,
  command: 'mvn dependency:copy-dependencies -DoutputDirectory=lib',
})

export const goInstall = (...modules: readonly string[]): Install => ({
  what: 'Create a module with the client.',
  command: ['go mod init connect', ...modules.map((module) => `go get ${module}`)].join('; '),
})

/** Runs pip with the Python that runs the program; on Windows, through its launcher. */
export const pipInstall = (...packages: readonly string[]): PerSystem => {
  const what = `Install ${packages.map((name) => name.replace(/\[.*/, '')).join(' and ')}.`
  const words = `-m pip install ${packages.map((name) => (name.includes('[') ? `"${name}"` : name)).join(' ')}`
  const unix = { what, command: `python3 ${words}` }
  return { linux: unix, macos: unix, windows: { what, command: `py ${words}` } }
}

export const npmInstall = (...packages: readonly string[]): Install => ({
  what: `Install ${packages.join(' and ')}.`,
  command: `npm install ${packages.join(' ')}`,
})
