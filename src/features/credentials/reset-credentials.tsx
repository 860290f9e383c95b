import { resetCredentials, type UserAddress } from '../../api/user.ts'
import { UserWrite } from './user-write.tsx'

interface ResetCredentialsProps {
  user: UserAddress
  /** Whether the user has a certificate as well as a password. */
  withCertificate: boolean
}

/** Makes new credentials for a service user: what that breaks is spelled out first. */
export const ResetCredentials = ({ user, withCertificate }: ResetCredentialsProps) => {
  const { username, service, project } = user
  const what = withCertificate ? 'password, certificate and key' : 'password'
  return (
    <UserWrite
      user={user}
      label="Reset credentials"
      title={`Reset the credentials of ${username}?`}
      confirm={`Reset ${username}`}
      dangerous
      request={resetCredentials}
      done={`The credentials of ${username} have been reset. Hand out the new ${what}.`}
      refused="The credentials were not reset. Nothing has changed."
      doubtful="It is not known whether the credentials have been reset. Look at them before you try again: each reset makes new ones."
    >
      <p>
        User {username} of service {service}, project {project}:
      </p>
      <ul className="list-disc space-y-1 pl-5">
        <li>gets a new {what};</li>
        <li>
          the old {withCertificate ? 'ones stop' : 'one stops'} working at once: every client that uses{' '}
          {withCertificate ? 'them' : 'it'} is refused until it has the new {withCertificate ? 'ones' : 'one'};
        </li>
        {withCertificate && <li>the new certificate is signed by the CA that the project uses now;</li>}
        <li>this can&rsquo;t be undone.</li>
      </ul>
    </UserWrite>
  )
}
