import { Fragment } from 'react'

import { ResetOfUser } from '../../../features/credentials/reset-of-user.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { CaNotice } from './ca-notice.tsx'
import { ConnectionInformation } from './connection-information.tsx'
import { RecentEvents } from './recent-events.tsx'
import { RenewalNotices, RenewalSummary } from './renewal-notices.tsx'
import { useService } from '../use-service.ts'

export const OverviewPage = () => {
  const { project, service } = useService()
  useTitle(`${service.service_name} – ${project}`)
  return (
    // Another service: drop everything shown or stored of the previous one.
    <Fragment key={`${project}/${service.service_name}`}>
      <ResetOfUser project={project} service={service} />
      <RenewalSummary service={service} />
      <ConnectionInformation project={project} service={service} />
      <CaNotice project={project} service={service} />
      <RenewalNotices project={project} service={service} />
      <RecentEvents project={project} service={service.service_name} />
    </Fragment>
  )
}
