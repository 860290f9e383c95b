/** Settings written down in every container that people paste: the same names and values, in another dress. */

/** A name with its value. */
export type Pairs = readonly (readonly [name: string, value: string])[]

const quoted = (value: string) => JSON.stringify(value)
const single = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
const yamlSingle = (value: string) => `'${value.replaceAll("'", "''")}'`
const shell = (value: string) => `'${value.replaceAll("'", String.raw`'\''`)}'`
const xml = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const variable = (name: string) => name.toUpperCase().replaceAll(/[.-]/g, '_')

const lines = (pairs: Pairs, line: (name: string, value: string) => string) =>
  pairs.map(([name, value]) => line(name, value)).join('\n')
const properties = (pairs: Pairs) => lines(pairs, (name, value) => `${name}=${value}`)
/** Every line behind the same sign. */
const behind = (sign: string, text: string) => text.replaceAll(/^/gm, sign)

/** Containers that keep names as they are. */
export const CONTAINERS: Readonly<Record<string, (pairs: Pairs) => string>> = {
  properties,
  spaced: (pairs) => lines(pairs, (name, value) => `${name} = ${value}`).replaceAll('\n', '\r\n'),
  colons: (pairs) => lines(pairs, (name, value) => `${name}: ${value.replaceAll('\\', '\\\\')}`),
  commented: (pairs) => `# security.protocol=PLAINTEXT\n! sslmode=disable\n${properties(pairs)}\n#ssl.ca.location=~/x`,
  yaml: (pairs) => lines(pairs, (name, value) => `${name}: ${quoted(value)}`),
  nested: (pairs) => `a:\n  b:\n${lines(pairs, (name, value) => `    ${name}: ${yamlSingle(value)}`)}`,
  json: (pairs) => `{${pairs.map(([name, value]) => `${quoted(name)}: ${quoted(value)}`).join(', ')}}`,
  pretty: (pairs) => JSON.stringify({ name: 'c', config: Object.fromEntries(pairs) }, null, 2),
  jsonc: (pairs) =>
    `{\n  // "security.protocol": "PLAINTEXT",\n${lines(pairs, (name, value) => `  ${quoted(name)}: ${quoted(value)},`)}\n}`,
  toml: (pairs) => `[client]\n${lines(pairs, (name, value) => `${quoted(name)} = ${quoted(value)}`)}`,
  tomlInline: (pairs) =>
    `client = { ${pairs.map(([name, value]) => `${quoted(name)} = ${quoted(value)}`).join(', ')} }`,
  ini: (pairs) => `; settings\n[orders]\n${properties(pairs)}`,
  javascript: (pairs) =>
    `const config = {\n${lines(pairs, (name, value) => `  ${single(name)}: ${single(value)},`)}\n}`,
  python: (pairs) =>
    `conf = {${pairs.map(([name, value]) => `${single(name)}: ${single(value)}`).join(', ')}}  # comment`,
  java: (pairs) =>
    `Properties p = new Properties();\n${lines(pairs, (name, value) => `p.put(${quoted(name)}, ${quoted(value)});`)}`,
  go: (pairs) =>
    `cfg := &kafka.ConfigMap{\n${lines(pairs, (name, value) => `\t${quoted(name)}: ${quoted(value)},`)}\n}`,
  php: (pairs) => `$c = [\n${lines(pairs, (name, value) => `  ${single(name)} => ${single(value)},`)}\n];`,
  xml: (pairs) => `<c>\n${lines(pairs, (name, value) => `  <property name="${name}" value="${xml(value)}"/>`)}\n</c>`,
  elements: (pairs) =>
    `<?xml version="1.0"?>\n<c>\n${lines(pairs, (name, value) => `  <${name}>${xml(value)}</${name}>`)}\n</c>`,
  entries: (pairs) =>
    `<properties>\n${lines(pairs, (name, value) => `  <entry key="${name}">${xml(value)}</entry>`)}\n</properties>`,
  fenced: (pairs) => `I tried this:\n\n\`\`\`\n${properties(pairs)}\n\`\`\`\nand it fails`,
  mail: (pairs) => behind('> ', properties(pairs)),
  reply: (pairs) => `On Monday Ann wrote:\n\n${behind('> > ', properties(pairs))}\n>\n> Did that work?\n\nNo.`,
  mailYaml: (pairs) => behind('> ', `a:\n  b:\n${lines(pairs, (name, value) => `    ${name}: ${yamlSingle(value)}`)}`),
  added: (pairs) => behind('+', properties(pairs)),
  patch: (pairs) =>
    `diff --git a/x b/x\nindex 83db48f..bf269f4 100644\n--- a/x\n+++ b/x\n@@ -1,2 +1,${String(pairs.length + 1)} @@\n # settings\n-security.protocol=PLAINTEXT\n-sslmode=disable\n${behind('+', properties(pairs))}`,
}

/** Containers in which names are variables. */
export const VARIABLES: Readonly<Record<string, (pairs: Pairs) => string>> = {
  env: (pairs) => lines(pairs, (name, value) => `${variable(name)}=${value}`),
  envQuoted: (pairs) => lines(pairs, (name, value) => `${variable(name)}=${quoted(value)}`),
  exported: (pairs) => lines(pairs, (name, value) => `export ${variable(name)}=${shell(value)}`),
  cmd: (pairs) => lines(pairs, (name, value) => `set "${variable(name)}=${value.replaceAll('"', '')}"`),
  powershell: (pairs) => lines(pairs, (name, value) => `$env:${variable(name)} = ${quoted(value)}`),
  dockerfile: (pairs) => lines(pairs, (name, value) => `ENV ${variable(name)}=${quoted(value)}`),
  image: (pairs) =>
    `FROM app:1\nWORKDIR /app\n${lines(pairs, (name, value) => `ENV ${variable(name)}=${shell(value)}`)}\nRUN make\nCMD ["app"]`,
  unit: (pairs) =>
    `[Unit]\nAfter=network.target\n\n[Service]\n${lines(pairs, (name, value) => `Environment="${variable(name)}=${value.replaceAll('"', String.raw`\"`)}"`)}\nExecStart=/app\n`,
  handedOn: (pairs) =>
    `docker run -d ${pairs.map(([name, value]) => `-e ${variable(name)}=${shell(value)}`).join(' ')} app:1`,
  module: (pairs) =>
    `export const settings = {\n${lines(pairs, (name, value) => `  ${variable(name)}: ${single(value)},`)}\n}`,
  compose: (pairs) =>
    `services:\n  app:\n    environment:\n${lines(pairs, (name, value) => `      ${variable(name)}: ${yamlSingle(value)}`)}`,
  composeList: (pairs) =>
    `services:\n  app:\n    environment:\n${lines(pairs, (name, value) => `      - ${value.includes(' ') ? quoted(`${variable(name)}=${value}`) : `${variable(name)}=${value}`}`)}`,
  configMap: (pairs) =>
    `apiVersion: v1\nkind: ConfigMap\ndata:\n  .env: |\n${lines(pairs, (name, value) => `    ${variable(name)}=${value}`)}\n`,
  kubernetes: (pairs) =>
    `env:\n${lines(pairs, (name, value) => `  - name: ${variable(name)}\n    value: ${yamlSingle(value)}`)}`,
  mailed: (pairs) =>
    behind(
      '> ',
      lines(pairs, (name, value) => `export ${variable(name)}=${shell(value)}`),
    ),
  patched: (pairs) =>
    `@@ -3,1 +3,${String(pairs.length)} @@\n-${variable('sslmode')}=disable\n${behind(
      '+',
      lines(pairs, (name, value) => `${variable(name)}=${value}`),
    )}`,
}
