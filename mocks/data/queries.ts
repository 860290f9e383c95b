/** Statements on a database, and the users who run them. */

export interface MockStatement {
  readonly text: string
  readonly user: string
  readonly database: string
  readonly application: string
  /** Milliseconds that it usually takes. */
  readonly usual: number
  readonly perSecond: number
  readonly rows: number
}

const statement = (
  text: string,
  user: string,
  application: string,
  usual: number,
  perSecond: number,
  rows: number,
): MockStatement => ({ text, user, database: 'defaultdb', application, usual, perSecond, rows })

export const STATEMENTS: readonly MockStatement[] = [
  statement(
    'SELECT id, total, state FROM orders WHERE customer_id = $1 ORDER BY placed_at DESC LIMIT $2',
    'orders-api',
    'orders-api',
    1.8,
    41,
    12,
  ),
  statement(
    'INSERT INTO orders (customer_id, total, state) VALUES ($1, $2, $3) RETURNING id',
    'orders-api',
    'orders-api',
    2.6,
    9,
    1,
  ),
  statement('UPDATE stock SET reserved = reserved + $1 WHERE product_id = $2', 'orders-api', 'orders-api', 3.1, 14, 1),
  statement(
    'SELECT product_id, sum(quantity) FROM order_lines WHERE placed_at > $1 GROUP BY product_id',
    'avnadmin',
    'reports',
    8400,
    0.01,
    5200,
  ),
  statement('DELETE FROM sessions WHERE expires_at < now()', 'orders-api', 'janitor', 310, 0.02, 900),
  statement('SELECT 1', 'avnadmin', 'health-check', 0.1, 6, 1),
  statement('VACUUM ANALYZE order_lines', 'avnadmin', 'psql', 93_000, 0.0002, 0),
  statement(
    'COPY (SELECT * FROM orders WHERE placed_at > $1) TO STDOUT WITH (FORMAT csv)',
    'avnadmin',
    'psql',
    41_000,
    0.0006,
    180_000,
  ),
]
