/** Private networks of projects. */

export interface MockVpc {
  readonly id: string
  readonly cloud: string
  readonly cidr: string
}

const VPCS: Readonly<Record<string, readonly MockVpc[]>> = {
  'demo-shop': [{ id: '4d8b6c1e-2f70-4a93-9e15-7c0a5b3d2f18', cloud: 'aws-us-east-1', cidr: '10.42.0.0/24' }],
}

/** The VPCs of a project. */
export const vpcsOf = (project: string): readonly MockVpc[] => VPCS[project] ?? []
