/** Secrets whose map names them, with other entries between. */
export const BESIDE_NAMES: readonly [string, (password: string) => string][] = [
  [
    'settings of Azure',
    (password) =>
      `[{"name":"PGSSLMODE","slotSetting":false,"value":"require"},{"name":"PGPASSWORD","slotSetting":false,"value":"${password}"}]`,
  ],
  ['variables of CodeBuild', (password) => `[{"name":"PGPASSWORD","type":"PLAINTEXT","value":"${password}"}]`],
  [
    'parameters of CloudFormation',
    (password) => `[{"ParameterKey":"DbPassword","x":[1],"ParameterValue":"${password}"}]`,
  ],
  ['JSON, a map between', (password) => `{"value": "${password}", "x": {"a": ["b"]}, "name": "DB_PASSWORD"}`],
  ['JSON, a list of values', (password) => `{"name": "DB_PASSWORD", "x": {"a": "b"}, "value": ["a", "${password}"]}`],
  [
    'JSON in one string, named',
    (password) => String.raw`"{\"name\":\"DB_PASSWORD\",\"x\":1,\"value\":\"${password}\"}"`,
  ],
  ['JSON, cut off', (password) => `{"env": [{"name": "DB_PASSWORD", "x": 1, "value": "${password}`],
  ['Terraform, an entry between', (password) => `env {\n  name = "DB_PASSWORD"\n  x = 1\n  value = "${password}"\n}`],
  [
    'YAML, entries between',
    (password) => `- name: DB_PASSWORD\n  x:\n    a: b\n  # why\n\n  value: ${password}\n- name: x`,
  ],
  [
    'YAML, a block and entries between',
    (password) => `- value: |\n    ab\n\n    ${password}\n  x:\n  - a\n  name: DB_PASSWORD`,
  ],
  ['YAML, over lines in quotes', (password) => `name: DB_PASSWORD\nx: y\nvalue: "ab\n  ${password}"`],
]
