/** The demo's projects: a full one, a small one, one whose CA is being rotated, an empty one, a closed one. */
import type { MockProject } from './model.ts'
import { fullProjectServices } from './full-project.ts'
import { legacyProjectServices, smallProjectServices } from './services.ts'

const ORGANIZATION = 'Demo organisation'
const CLOUD = 'google-europe-west1'

export const demoProjects = (): MockProject[] => [
  {
    name: 'demo-shop',
    organization: ORGANIZATION,
    cloud: CLOUD,
    authorities: [{ key: 'project-a', commonName: '5f0c8e1a-9b1d-4c57-8a56-3f6f0f6c2d11 Project CA', ageDays: 890 }],
    services: fullProjectServices('demo-shop'),
    readable: true,
  },
  {
    name: 'demo-analytics',
    organization: ORGANIZATION,
    cloud: CLOUD,
    authorities: [
      { key: 'project-b', commonName: 'b7a2d2c6-51a1-4f0b-9d0c-0e6a7e1b9c22 GEN 1 Project CA', ageDays: 420 },
    ],
    services: smallProjectServices('demo-analytics'),
    readable: true,
  },
  {
    name: 'demo-rotation',
    organization: ORGANIZATION,
    cloud: CLOUD,
    authorities: [
      { key: 'project-c', commonName: '0d4f7b93-2f3e-4a7c-b1c8-6a5f2c9e7d33 Project CA', ageDays: 3590 },
      { key: 'project-c-next', commonName: '0d4f7b93-2f3e-4a7c-b1c8-6a5f2c9e7d33 GEN 1 Project CA', ageDays: 6 },
    ],
    rotation: 'second-update',
    services: smallProjectServices('demo-rotation'),
    readable: true,
  },
  {
    name: 'demo-legacy',
    organization: ORGANIZATION,
    cloud: CLOUD,
    authorities: [{ key: 'project-b', commonName: '3a9d2c5e-7b41-4d0f-b6a8-2e1f0c9d8b66 Project CA', ageDays: 3662 }],
    services: legacyProjectServices('demo-legacy'),
    readable: true,
  },
  {
    name: 'demo-empty',
    organization: ORGANIZATION,
    cloud: CLOUD,
    authorities: [{ key: 'project-b', commonName: 'e2b0a4d8-6f3a-4f6e-8c2b-1d9c8b7a6e44 Project CA', ageDays: 2 }],
    services: [],
    readable: true,
  },
  {
    name: 'demo-restricted',
    organization: 'Another organisation',
    cloud: CLOUD,
    authorities: [{ key: 'project-b', commonName: '9c1e5d7a-0b2f-4e8d-a3c4-7f6e5d4c3b55 Project CA', ageDays: 200 }],
    services: [],
    readable: false,
  },
]
