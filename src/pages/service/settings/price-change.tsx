import { formatHourly, formatMonthly } from '../../../domain/price.ts'

/** A price, or that it is unknown. */
export const priceText = (usd: number | undefined): string =>
  usd === undefined ? 'price unknown' : `${formatMonthly(usd)} (${formatHourly(usd)})`

/** "$12.00 a month more"; '' where one of the prices isn't known. */
export const priceDifference = (before: number | undefined, after: number | undefined): string => {
  if (before === undefined || after === undefined) return ''
  if (before === after) return 'the same price'
  return `${formatMonthly(Math.abs(after - before))} ${after > before ? 'more' : 'less'}`
}

interface PriceChangeProps {
  before: number | undefined
  after: number | undefined
}

/** The price before and after a change, and the difference between them. */
export const PriceChange = ({ before, after }: PriceChangeProps) => (
  <p data-testid="price-change">
    Costs {priceText(after)}; now it is {priceText(before)}.{' '}
    {before !== undefined && after !== undefined && <b>That is {priceDifference(before, after)}.</b>}
  </p>
)
