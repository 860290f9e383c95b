/** Settings whose value is a variable of the code. */
const NODE_URL = 'postgres://app:S3cr3tS3cr3t@h.example.com:1/d'

/** A variable of the code says what decides; the same word in quotes is no mode that a client knows. */
export const VARIABLES = [
  ...(['MODE', 'cfg.mode'] as const).flatMap((mode) => [
    [`psycopg2.connect(host="h", sslmode=${mode})`, { psycopg: 'depends' }] as const,
    [`psycopg2.connect(host="h", sslmode="${mode}")`, { psycopg: 'fails' }] as const,
    [`create_engine("${NODE_URL}", connect_args={"sslmode": ${mode}})`, { psycopg: 'depends' }] as const,
    [`create_engine("${NODE_URL}", connect_args={"sslmode": "${mode}"})`, { psycopg: 'fails' }] as const,
    [`provider "postgresql" {\n  sslmode = ${mode}\n}`, { Terraform: 'depends' }] as const,
    [
      `from confluent_kafka import Producer\np = Producer({'bootstrap.servers': 'h:1', 'security.protocol': ${mode}})`,
      { librdkafka: 'depends' },
    ] as const,
    [
      `from confluent_kafka import Producer\np = Producer({'bootstrap.servers': 'h:1', 'security.protocol': '${mode}'})`,
      { librdkafka: 'fails' },
    ] as const,
    [
      `props.setProperty("sslmode", ${mode});\nConnection c = DriverManager.getConnection("jdbc:postgresql://h:1/d", props);`,
      { pgJDBC: 'depends' },
    ] as const,
  ]),
  ['conn = psycopg2.connect(f"host={h} sslmode={mode}")', { psycopg: 'depends' }],
  ['let p = PgPool::connect(&format!("postgres://h:1/d?sslmode={}", mode)).await?;', { sqlx: 'depends' }],
  ['var c = new NpgsqlConnection($"Host=h;SSL Mode={mode}");', { Npgsql: 'depends' }],
  ['var c = new NpgsqlConnection($"Host={h};SSL Mode=Require");', { Npgsql: 'none' }],
  // On a condition.
  ['psycopg2.connect(host="h", sslmode="verify-full" if PROD else "disable", sslrootcert="c")', { psycopg: 'depends' }],
  ['psycopg2.connect(host="h", sslmode="verify-" + "full", sslrootcert="c")', { psycopg: 'full' }],
  [
    'create_engine("mysql+pymysql://h/d", connect_args={"ssl": {"ca": "c", "check_hostname": False} if PROD else {}})',
    { PyMySQL: 'depends' },
  ],
  ...[
    ['undefined', 'public', 'depends'] as const,
    ["''", 'public', 'depends'] as const,
    ['process.env.CA', 'depends', 'depends'] as const,
    ['prod ? CA : undefined', 'depends', 'depends'] as const,
    ["readFileSync('ca.pem')", 'full', 'full'] as const,
  ].flatMap(([ca, node, mysql2]) => [
    [`new Kafka({ brokers: ['h:1'], ssl: { ca: ${ca} } })`, { kafkajs: node }] as const,
    [`const p = new Pool({ host: 'h', ssl: { ca: ${ca} } })`, { 'node-postgres': node }] as const,
    [`const c = mysql.createConnection({ host: 'h', ssl: { ca: ${ca}, verifyIdentity: true } })`, { mysql2 }] as const,
  ]),
] as const
