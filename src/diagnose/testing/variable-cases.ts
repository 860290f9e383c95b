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
] as const
