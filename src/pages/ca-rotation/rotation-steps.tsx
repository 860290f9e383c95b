import { TLS_PAGE } from '../../domain/requirements.ts'
import { formatDay } from '../../lib/date-format.ts'

const STEPS = [
  {
    title: 'Aiven provides the new CA',
    text: 'Aiven notifies the project’s contacts. From then on, the CA download holds two certificates, the current one and the new one.',
  },
  {
    title: 'You give the new file to every client',
    text: 'PostgreSQL clients that verify, MySQL clients that verify, Kafka clients, and clients of other services that use the project CA. Nothing breaks: clients that trust both accept both.',
  },
  {
    title: 'A first maintenance update, for each service',
    text: 'The service trusts the new CA, and still presents a certificate of the current one.',
  },
  {
    title: 'The new CA signs',
    text: 'Once all services of the project have the first update, new Kafka users and reset credentials are signed by the new CA. Existing users keep certificates from the current one: reset each, and deploy its new password, certificate and key.',
  },
  {
    title: 'A second maintenance update, of the same name',
    text: 'The service presents a certificate of the new CA. Clients that don’t trust it are cut off. Then the old CA is retired, along with the certificates it signed.',
  },
] as const

/** The steps of a CA rotation, and who does each. */
export const RotationSteps = ({ open }: { open: boolean }) => (
  <details
    // Opens again if a rotation starts while the page is open.
    key={String(open)}
    open={open}
    className="rounded-lg border border-border bg-surface p-4"
  >
    <summary className="min-h-6">
      <h2 className="inline text-base font-semibold">{open ? 'How the rotation works' : 'How a rotation works'}</h2>
    </summary>
    <ol className="mt-2 max-w-3xl list-decimal space-y-2 pl-5">
      {STEPS.map(({ title, text }) => (
        <li key={title}>
          <p className="font-medium">{title}</p>
          <p className="text-muted">{text}</p>
        </li>
      ))}
    </ol>
    <p className="mt-3 text-xs text-muted">
      Source:{' '}
      <a href={TLS_PAGE.url} target="_blank" rel="noreferrer" className="text-accent underline">
        {TLS_PAGE.title}
      </a>
      , read {formatDay(new Date(TLS_PAGE.read))}. A rotation affects the whole project, and can come years before the
      CA ends.
    </p>
  </details>
)
