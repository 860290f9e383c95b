/** Python's clients of HTTPS. */
import { HTTPS } from '../endpoints.ts'
import { address } from '../traps/programs.ts'
import { clientOf } from '../clients.ts'
import { further, PYTHON } from './mysql-python-and-java.ts'
import type { MatrixClient } from './settings.ts'

const OPENSEARCH = { ...HTTPS, component: 'opensearch' } as const

export const PYTHON_HTTP: readonly MatrixClient[] = [
  {
    ...PYTHON,
    id: 'requests',
    client: clientOf('requests'),
    endpoint: OPENSEARCH,
    settings: [
      '',
      'verify=True',
      'verify=False',
      'verify=None',
      'verify=1',
      'verify=0',
      'verify=""',
      'verify="ca.pem"',
      'verify="False"',
      'verify=certifi.where()',
      'verify="ca.pem", cert=None',
      'verify=os.path.join(".", "ca.pem")',
    ],
    text: (setting, target) => `import os
import certifi
import requests
requests.get("https://${address(target)}/", auth=("avnadmin", "secret"), timeout=10${further(setting)})
`,
  },
  {
    ...PYTHON,
    id: 'httpx',
    client: clientOf('httpx'),
    endpoint: OPENSEARCH,
    settings: [
      '',
      'verify=True',
      'verify=False',
      'verify=None',
      'verify=0',
      'verify=""',
      'verify="ca.pem"',
      'verify="False"',
      'verify=ssl.create_default_context()',
      'verify=ssl.create_default_context(cafile="ca.pem")',
      'verify=ssl._create_unverified_context()',
      'verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)',
      'verify=ssl.SSLContext()',
    ],
    text: (setting, target) => `import ssl
import httpx
httpx.get("https://${address(target)}/", auth=("avnadmin", "secret")${further(setting)})
`,
  },
  {
    ...PYTHON,
    id: 'aiohttp',
    client: clientOf('aiohttp'),
    endpoint: OPENSEARCH,
    settings: [
      '',
      'ssl=True',
      'ssl=False',
      'ssl=None',
      'ssl=0',
      'ssl="ca.pem"',
      'verify_ssl=False',
      'ssl=ssl.create_default_context()',
      'ssl=ssl.create_default_context(cafile="ca.pem")',
      'ssl=ssl._create_unverified_context()',
      'ssl=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)',
      'ssl=ssl.SSLContext()',
      'ssl_context=ssl.create_default_context(cafile="ca.pem")',
    ],
    text: (setting, target) => `import asyncio
import ssl
import aiohttp
async def main():
    async with aiohttp.ClientSession(headers={"Authorization": "Basic YXZuYWRtaW46c2VjcmV0"}) as session:
        async with session.get("https://${address(target)}/"${further(setting)}) as answer:
            await answer.text()
asyncio.run(main())
`,
  },
  {
    ...PYTHON,
    id: 'urllib3',
    client: clientOf('urllib3'),
    endpoint: OPENSEARCH,
    settings: [
      '',
      'cert_reqs="CERT_NONE"',
      'cert_reqs=ssl.CERT_NONE',
      'cert_reqs="CERT_REQUIRED"',
      'ca_certs="ca.pem"',
      'ca_certs="ca.pem", cert_reqs="CERT_REQUIRED"',
      'ca_certs="ca.pem", cert_reqs="CERT_OPTIONAL"',
      'ca_certs="ca.pem", cert_reqs="CERT_NONE"',
      'ca_certs="ca.pem", assert_hostname=False',
      'ca_certs="ca.pem", assert_hostname="other.example.com"',
      'assert_hostname=False',
      'ssl_context=ssl.create_default_context(cafile="ca.pem")',
      'ssl_context=ssl.create_default_context(cafile="ca.pem"), assert_hostname=False',
      'ssl_context=ssl.create_default_context(cafile="ca.pem"), cert_reqs="CERT_NONE"',
      'ssl_context=ssl._create_unverified_context()',
      'ssl_context=ssl._create_unverified_context(), ca_certs="ca.pem"',
    ],
    text: (setting, target) => `import ssl
import urllib3
http = urllib3.PoolManager(${setting})
http.request("GET", "https://${address(target)}/", headers=urllib3.make_headers(basic_auth="avnadmin:secret"), retries=False)
`,
  },
  {
    ...PYTHON,
    id: 'opensearch-py',
    client: clientOf('opensearch-py'),
    endpoint: OPENSEARCH,
    settings: [
      '',
      'use_ssl=False',
      'use_ssl=True',
      'use_ssl=True, verify_certs=True',
      'use_ssl=True, verify_certs=False',
      'use_ssl=True, ca_certs="ca.pem"',
      'use_ssl=True, ca_certs="ca.pem", verify_certs=True',
      'use_ssl=True, ca_certs="ca.pem", verify_certs=False',
      'use_ssl=True, ca_certs="ca.pem", ssl_assert_hostname=False',
      'use_ssl=True, ca_certs="ca.pem", ssl_assert_hostname=True',
      'use_ssl=True, ca_certs=None',
      'use_ssl=True, ssl_assert_hostname=False',
      'use_ssl=True, ssl_context=ssl.create_default_context(cafile="ca.pem")',
      'ca_certs="ca.pem"',
    ],
    text: (setting, { host, port }) => `import ssl
from opensearchpy import OpenSearch
OpenSearch(hosts=[{"host": "${host}", "port": ${String(port)}}], http_auth=("avnadmin", "secret")${further(setting)}).info()
`,
  },
]
