/** Clients of MySQL in Python and Java. */
import { clientOf } from '../clients.ts'
import { MYSQL } from '../endpoints.ts'
import type { MatrixClient, Target } from './settings.ts'

/** A setting behind others, in a call or a map. */
export const further = (setting: string) => (setting === '' ? '' : `, ${setting}`)

export const PYTHON = { file: 'client.py', run: () => 'python3 client.py' }

const pythonLogin = ({ host, port, user, password }: Target) =>
  `host=${JSON.stringify(host)}, port=${String(port)}, user=${JSON.stringify(user)}, password=${JSON.stringify(password)}`

const JAVA = {
  files: {
    'Client.java': `public class Client {
    public static void main(String[] args) throws Exception {
        java.sql.DriverManager.getConnection(System.getenv("TEXT"), "avnadmin", "secret").close();
    }
}
`,
  },
  prepare: 'javac Client.java',
  run: () => "java -XX:TieredStopAtLevel=1 -cp 'lib/*:.' Client",
}

export const MYSQL_PYTHON_AND_JAVA: readonly MatrixClient[] = [
  {
    id: 'pymysql',
    client: clientOf('pymysql'),
    endpoint: MYSQL,
    settings: [
      '',
      'ssl={"ca": "ca.pem"}',
      'ssl={"ca": "ca.pem", "check_hostname": False}',
      'ssl={"ca": "ca.pem", "check_hostname": True}',
      'ssl_ca="ca.pem"',
      'ssl_ca="ca.pem", ssl_verify_cert=True',
      'ssl_ca="ca.pem", ssl_verify_identity=True',
      'ssl_ca="ca.pem", ssl_verify_cert=True, ssl_verify_identity=True',
      'ssl_verify_cert=True, ssl_verify_identity=True',
      'ssl=True',
      'ssl_disabled=True',
      'ssl={"ssl": True}',
    ],
    text: (setting, target) => `import pymysql
pymysql.connect(${pythonLogin(target)}${further(setting)})
`,
    ...PYTHON,
  },
  {
    id: 'mysql-connector-python',
    client: clientOf('mysql-connector-python'),
    endpoint: MYSQL,
    settings: [
      '',
      'ssl_disabled=True',
      'ssl_disabled=False',
      'ssl_ca="ca.pem"',
      'ssl_ca="ca.pem", ssl_disabled=True',
      'ssl_ca="ca.pem", ssl_verify_cert=False',
      'ssl_ca="ca.pem", ssl_verify_cert=True',
      'ssl_ca="ca.pem", ssl_verify_identity=True',
      'ssl_ca="ca.pem", ssl_verify_cert=True, ssl_verify_identity=False',
      'ssl_ca="ca.pem", ssl_verify_cert=True, ssl_verify_identity=True',
      'ssl_verify_cert=True',
      'ssl_verify_cert=True, ssl_verify_identity=True',
      'ssl_verify_identity=True',
    ],
    text: (setting, target) => `import mysql.connector
mysql.connector.connect(${pythonLogin(target)}${further(setting)})
`,
    ...PYTHON,
  },
  {
    id: 'connector-j',
    client: clientOf('connector-j'),
    endpoint: MYSQL,
    settings: [
      '',
      'sslMode=DISABLED',
      'sslMode=PREFERRED',
      'sslMode=REQUIRED',
      'sslMode=VERIFY_CA',
      'sslMode=VERIFY_IDENTITY',
      'useSSL=false',
      'useSSL=true',
      'useSSL=true&requireSSL=true',
      'useSSL=true&verifyServerCertificate=false',
      'useSSL=true&requireSSL=true&verifyServerCertificate=true',
      'sslMode=verify-full',
    ],
    text: (setting, { host, port }) =>
      `jdbc:mysql://${host}:${String(port)}/defaultdb${setting === '' ? '' : `?${setting}`}`,
    ...JAVA,
  },
  {
    id: 'mariadb-jdbc',
    client: clientOf('mariadb-jdbc'),
    endpoint: MYSQL,
    settings: [
      '',
      'sslMode=disable',
      'sslMode=trust',
      'sslMode=verify-ca',
      'sslMode=verify-ca&serverSslCert=ca.pem',
      'sslMode=verify-full',
      'sslMode=verify-full&serverSslCert=ca.pem',
      'sslMode=REQUIRED',
      'sslMode=VERIFY_CA&serverSslCert=ca.pem',
      'sslMode=VERIFY_IDENTITY&serverSslCert=ca.pem',
      'sslMode=true&serverSslCert=ca.pem',
      'sslMode=false',
      'sslMode=prefer',
      'useSsl=true&serverSslCert=ca.pem',
      'useSsl=true&trustServerCertificate=true',
      'useSsl=true&disableSslHostnameVerification=true&serverSslCert=ca.pem',
    ],
    text: (setting, { host, port }) =>
      `jdbc:mariadb://${host}:${String(port)}/defaultdb${setting === '' ? '' : `?${setting}`}`,
    ...JAVA,
  },
]
