/** Clouds in which services can run. Prices differ; one cloud has no big machines. */

export interface MockCloud {
  readonly name: string
  readonly description: string
  readonly provider: string
  readonly providerDescription: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
  /** Price level relative to the first cloud. */
  readonly priceFactor: number
  /** Plans that aren't available here. */
  readonly lacks: readonly string[]
}

export const CLOUDS: readonly MockCloud[] = [
  {
    name: 'google-europe-west1',
    description: 'Europe, Belgium - Google Cloud: Belgium',
    provider: 'google',
    providerDescription: 'Google Cloud Platform',
    region: 'europe',
    latitude: 50.45,
    longitude: 3.82,
    priceFactor: 1,
    lacks: [],
  },
  {
    name: 'aws-eu-west-1',
    description: 'Europe, Ireland - Amazon Web Services: Ireland',
    provider: 'aws',
    providerDescription: 'Amazon Web Services',
    region: 'europe',
    latitude: 53.34,
    longitude: -6.26,
    priceFactor: 1.08,
    lacks: [],
  },
  {
    name: 'azure-westeurope',
    description: 'Europe, Netherlands - Azure: West Europe',
    provider: 'azure',
    providerDescription: 'Microsoft Azure',
    region: 'europe',
    latitude: 52.33,
    longitude: 4.88,
    priceFactor: 1.12,
    lacks: [],
  },
  {
    name: 'do-fra',
    description: 'Europe, Germany - DigitalOcean: Frankfurt',
    provider: 'do',
    providerDescription: 'DigitalOcean',
    region: 'europe',
    latitude: 50.11,
    longitude: 8.68,
    priceFactor: 0.84,
    lacks: ['business-16', 'premium-8'],
  },
  {
    name: 'aws-us-east-1',
    description: 'United States, Virginia - Amazon Web Services: N. Virginia',
    provider: 'aws',
    providerDescription: 'Amazon Web Services',
    region: 'north america',
    latitude: 38.95,
    longitude: -77.45,
    priceFactor: 0.96,
    lacks: [],
  },
  {
    name: 'aws-ap-southeast-2',
    description: 'Australia, New South Wales - Amazon Web Services: Sydney',
    provider: 'aws',
    providerDescription: 'Amazon Web Services',
    region: 'australia',
    latitude: -33.87,
    longitude: 151.21,
    priceFactor: 1.21,
    lacks: [],
  },
]

export const findCloud = (name: string): MockCloud | undefined => CLOUDS.find((cloud) => cloud.name === name)
