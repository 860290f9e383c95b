/** There is nothing to list yet. */
export const EmptyProject = ({ project }: { project: string }) => (
  <div className="rounded-lg border border-border bg-surface p-8 text-center">
    <p className="font-medium">No services yet</p>
    <p className="text-muted">
      Project {project} has no service that your token can see. Create one in Aiven&rsquo;s console, with avn or with
      Terraform; it will appear here.
    </p>
  </div>
)
